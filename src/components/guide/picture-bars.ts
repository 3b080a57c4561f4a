/** Bars of hours, as `PictureBars.astro` draws them. */
export type BarPart = {
  readonly hours: number;
  /** `sure`, `likely`, `possible`: as on the degree map. `school`: to be earned at a school. `over`: does not count. */
  readonly kind: 'sure' | 'likely' | 'possible' | 'school' | 'over';
};

export type PictureBar = {
  readonly name: string;
  readonly href?: string;
  /** From left to right. None: nothing is given. */
  readonly parts: readonly BarPart[];
  /** What the bar says, in words. */
  readonly words: string;
};

/** Hours that are sure, likely and possible at a school, as the parts of one bar. */
export function partsOf({
  least,
  likely,
  most,
}: {
  readonly least: number;
  readonly likely: number;
  readonly most: number;
}): readonly BarPart[] {
  const parts: readonly BarPart[] = [
    { hours: least, kind: 'sure' },
    { hours: likely - least, kind: 'likely' },
    { hours: most - likely, kind: 'possible' },
  ];
  return parts.filter(({ hours }) => hours > 0);
}

/** Hours collected against a maximum: what counts, and what is over it. */
export function againstMaximum(collected: number, atMost: number): readonly BarPart[] {
  const parts: readonly BarPart[] = [
    { hours: Math.min(collected, atMost), kind: 'sure' },
    { hours: Math.max(0, collected - atMost), kind: 'over' },
  ];
  return parts.filter(({ hours }) => hours > 0);
}

/** A short name for a picture, the same for the same bars. */
export function nameOf(bars: readonly PictureBar[]): string {
  const text = JSON.stringify(bars);
  const sum = [...text].reduce((before, letter) => (before * 33 + letter.charCodeAt(0)) % 2_147_483_647, 5381);
  return `bars-${sum.toString(36)}`;
}

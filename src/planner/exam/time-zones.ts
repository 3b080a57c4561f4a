/**
 * What a clock on the wall shows somewhere, and which moment that is. The zones' rules are the device's own, asked through
 * `Intl`; nothing about any zone is written here.
 */

/** A day and a time of day, as a clock on the wall shows them: `2026-11-01`, `01:30`. */
export type WallTime = { readonly on: string; readonly at: string };

/**
 * Which moment a wall time is, in milliseconds since 1970. Where clocks are put back, some wall times happen `twice`; where
 * they are put forward, some are `skipped`: such a one is read as if the clocks had not changed yet, so it is `later` on the
 * wall than asked for.
 */
export type Moment =
  | { readonly kind: 'once'; readonly instant: number }
  | { readonly kind: 'twice'; readonly instant: number; readonly second: number }
  | { readonly kind: 'skipped'; readonly instant: number; readonly later: WallTime };

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The clock of a zone. Making one is slow, so each is kept. Throws for a zone that the device does not know. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const kept = clocks.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}

/** True if the device knows the zone. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The place that a zone is named for: `America/Indiana/Knox` is Knox. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** How far the zone's clocks are ahead of universal time at a moment, in milliseconds; negative where they are behind. */
export function offsetAt(instant: number, zone: string): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(instant / second) * second;
}

/** What a clock in the zone shows at a moment. */
export function wallTimeAt(instant: number, zone: string): WallTime {
  return wallTimeOf(instant + offsetAt(instant, zone));
}

/** The moment, or moments, at which a clock in the zone shows this wall time. */
export function momentOf({ on, at }: WallTime, zone: string): Moment {
  const shown = Date.parse(`${on}T${at}Z`);
  // No zone is a day away from universal time: what held a day before and holds a day after are all offsets it can have.
  const [before, after] = [offsetAt(shown - day, zone), offsetAt(shown + day, zone)];
  const [first, second] = [...new Set([before, after])]
    .map((offset) => ({ offset, instant: shown - offset }))
    .filter(({ offset, instant }) => offsetAt(instant, zone) === offset)
    .map(({ instant }) => instant)
    .sort((one, other) => one - other);
  if (first === undefined) {
    const instant = shown - before;
    return { kind: 'skipped', instant, later: wallTimeAt(instant, zone) };
  }
  return second === undefined ? { kind: 'once', instant: first } : { kind: 'twice', instant: first, second };
}

/** The moment in milliseconds since 1970: the first of two, and past the gap for a time that is skipped. */
export function instantOf(wall: WallTime, zone: string): number {
  return momentOf(wall, zone).instant;
}

/** A wall time from milliseconds that count as if the wall were in universal time. */
function wallTimeOf(shown: number): WallTime {
  const [on = '', time = ''] = new Date(shown).toISOString().split('T');
  return { on, at: time.slice(0, 5) };
}

/** Two words letter by letter, and what makes letters that look alike differ. */

/** One place in two words. Empty where one of them has no letter there. */
export type PairedLetter = { readonly one: string; readonly other: string };

/** Letters that no accent makes of a plain one, and how they are written without them. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/** The word without accents, in small letters, without apostrophes and dots: what a machine would search for. */
export function plainWord(word: string): string {
  return withoutAccents(word)
    .toLowerCase()
    .replace(/[ßæœøđðþłħı]/g, (letter) => plain[letter] ?? letter)
    .replace(/['’‘ʼ`´.]/g, '');
}

/** The word with its accents taken off. */
export function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** The letters as a reader sees them: an accent belongs to its letter. */
export function lettersOf(text: string): readonly string[] {
  return text.normalize('NFC').match(/\P{M}\p{M}*/gu) ?? [];
}

/** Both words side by side with the fewest differences; letters that differ only by accent or case stand together. */
export function pairLetters(one: string, other: string): readonly PairedLetter[] {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  const costs: number[][] = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  const cost = (at: number, place: number): number => costs[at]?.[place] ?? 0;
  for (let at = a.length; at >= 0; at--) {
    for (let place = b.length; place >= 0; place--) {
      if (at === a.length && place === b.length) continue;
      const gaps = [
        ...(at < a.length ? [cost(at + 1, place) + 2] : []),
        ...(place < b.length ? [cost(at, place + 1) + 2] : []),
      ];
      const both = at < a.length && place < b.length ? [cost(at + 1, place + 1) + unlike(a[at]!, b[place]!)] : [];
      costs[at]![place] = Math.min(...gaps, ...both);
    }
  }
  const pairs: PairedLetter[] = [];
  for (let [at, place] = [0, 0]; at < a.length || place < b.length;) {
    const [letter, match] = [a[at], b[place]];
    if (
      letter !== undefined &&
      match !== undefined &&
      cost(at, place) === cost(at + 1, place + 1) + unlike(letter, match)
    ) {
      pairs.push({ one: letter, other: match });
      [at, place] = [at + 1, place + 1];
    } else if (letter !== undefined && cost(at, place) === cost(at + 1, place) + 2) {
      pairs.push({ one: letter, other: '' });
      at += 1;
    } else {
      pairs.push({ one: '', other: match ?? '' });
      place += 1;
    }
  }
  return pairs;
}

/** How many letters have to be put in, left out or changed. Accents and case do not count. */
export function lettersApart(one: string, other: string): number {
  return pairLetters(plainWord(one), plainWord(other)).filter((pair) => pair.one !== pair.other).length;
}

function unlike(one: string, other: string): number {
  if (one === other) return 0;
  return plainWord(one) === plainWord(other) ? 1 : 3;
}

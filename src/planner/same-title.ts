/** Courses that are called alike: a school may take two of them for one. */
import type { CreditOutcome } from '../engine/types.ts';
import { titleWords } from './catalog/search-words.ts';

/** What titles of one course have in common however they are written: "Introductory Psychology", "Introduction to Psychology". */
export function titleKey(title: string): string {
  return titleWords(title.replace(/\b(?:introductory|introduction to|intro to)\b/gi, 'introduction')).join(' ');
}

/**
 * Credits, by their ids in the plan, that are called alike and are all used in the degree, though the school may give credit for
 * one of them only. Where each becomes a course of the school's own, no two are the same one.
 */
export function perhapsOne(
  outcomes: readonly CreditOutcome[],
  titleOf: (credit: string) => string,
): readonly (readonly string[])[] {
  const used = new Map<string, boolean>();
  for (const { accepted, applied } of outcomes) {
    const isOwn = accepted.kind === 'direct-course' && (used.get(accepted.credit) ?? true);
    if (applied) used.set(accepted.credit, isOwn);
  }
  const alike = new Map<string, string[]>();
  for (const credit of used.keys()) {
    const key = titleKey(titleOf(credit));
    if (key) alike.set(key, [...(alike.get(key) ?? []), credit]);
  }
  return [...alike.values()].filter((credits) => credits.length > 1 && !credits.every((credit) => used.get(credit)));
}

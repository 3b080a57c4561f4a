/** What fits, what would have to change, and what stands in the way, in words: loaded after the first answer. */
export * from './fitting.ts';
export * from './wording-explanations.ts';

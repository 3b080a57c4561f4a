import type { Certainty } from '../../../engine/types.ts';
import { certaintyWords } from '../../../planner/wording.ts';

const tints: Readonly<Record<Certainty, string>> = {
  decided: 'tag tag-planned',
  published: 'tag tag-planned',
  reported: 'tag',
  recommended: 'tag',
  unknown: 'tag tag-needed',
};

/** How sure it is that the school gives the credit, in one word. */
export function CertaintyTag({ certainty }: { readonly certainty: Certainty }) {
  return <span class={tints[certainty]}>{certaintyWords[certainty]}</span>;
}

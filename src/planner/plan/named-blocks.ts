/** What of a degree can be named when an answer of the school is entered: its blocks, and codes of courses. */
import type { Degree, RequirementBlock } from '../../schemas/degree.ts';

/** Codes of the school's courses that the degree names. */
export function coursesNamedIn(degree: Pick<Degree, 'blocks'>): readonly string[] {
  const inBlock = ({ fits, children = [] }: RequirementBlock): readonly string[] => [
    ...(fits?.courses ?? []),
    ...children.flatMap(inBlock),
  ];
  return [...new Set(degree.blocks.flatMap(inBlock))];
}

/** A block to choose from a list, with the names of those around it: two blocks of one name are told apart. */
export type NamedBlock = { readonly id: string; readonly name: string; readonly isLeaf: boolean };

/** Every block of the degree, each after the one around it. */
export function namedBlocks({ blocks }: Pick<Degree, 'blocks'>): readonly NamedBlock[] {
  const inside = (around: string, all: Degree['blocks']): readonly NamedBlock[] =>
    all.flatMap(({ id, title, children }) => {
      const name = `${around}${title}`;
      return [{ id, name, isLeaf: !children }, ...inside(`${name} › `, children ?? [])];
    });
  return inside('', blocks);
}

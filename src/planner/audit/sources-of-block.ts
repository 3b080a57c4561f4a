/** Where the requirements of a degree were read. */
import type { Degree } from '../../schemas/degree.ts';
import type { Source } from '../../schemas/shared.ts';

/** The pages that a requirement was read from: its own, else those of the block around it, else the degree's. */
export function sourcesOfBlock(block: string, degree: Degree): readonly Source[] {
  type Blocks = Degree['blocks'];
  const find = (blocks: Blocks, around: readonly Source[]): readonly Source[] | undefined => {
    for (const one of blocks) {
      const here = one.sources ?? around;
      const found = one.id === block ? here : find(one.children ?? [], here);
      if (found) return found;
    }
    return undefined;
  };
  return find(degree.blocks, degree.sources) ?? degree.sources;
}

/** Figures of a property: how many cases were tried, and whether one of them failed. */
import fc from 'fast-check';
import { addFigures } from './figures.ts';

/**
 * For `fc.assert`: tells how many cases it tried, under one name, and how many failed, under another; and of each case what
 * the test itself counted, which stands between them. fast-check ends at the first that fails, so these are none or one.
 */
export function told<Ts>(
  line: string,
  tried: string,
  failed: string,
  counted: () => Readonly<Record<string, number>> = () => ({}),
): { reporter: (details: fc.RunDetails<Ts>) => void } {
  return {
    reporter: (details) => {
      addFigures(line, { [tried]: details.numRuns, ...counted(), [failed]: details.failed ? 1 : 0 });
      if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    },
  };
}

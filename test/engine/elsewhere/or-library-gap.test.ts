import { expect, test } from 'vitest';
import { describeCases } from './describe-cases.ts';
import { gapInstances, gapModel } from './gap.ts';
import { worthOf } from './plain-model.ts';
import { solveOurs } from './plain-solve.ts';

describeCases('the generalised assignment problems of the OR-Library', 'or-library-gap', (folder) => {
  const instances = gapInstances(folder);

  test('there are thirty of them', () => {
    expect(instances).toHaveLength(30);
  });

  for (const { name, minimum, maximum } of instances) {
    const best = [
      { sense: 'min', optimum: minimum, words: `costs ${minimum} at the least` },
      { sense: 'max', optimum: maximum, words: `brings ${maximum} at the most` },
    ] as const;
    for (const { sense, optimum, words } of best) {
      test(`${name} ${words}, and that is proven`, () => {
        const model = gapModel(folder, name, sense);
        const { x, value, proven, bound } = solveOurs(model);
        expect({ worth: worthOf(model, x), value, proven, bound }).toEqual({
          worth: optimum,
          value: optimum,
          proven: true,
          bound: optimum,
        });
      });
    }
  }
});

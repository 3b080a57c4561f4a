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
    test(`${name} costs ${minimum} at the least, and that is proven`, () => {
      const model = gapModel(folder, name, 'min');
      const { x, value, proven, bound } = solveOurs(model);
      expect({ worth: worthOf(model, x), value, proven, bound }).toEqual({
        worth: minimum,
        value: minimum,
        proven: true,
        bound: minimum,
      });
    });

    test(`${name} brings ${maximum} at the most, and that is proven`, () => {
      const model = gapModel(folder, name, 'max');
      const { x, value, proven, bound } = solveOurs(model);
      expect({ worth: worthOf(model, x), value, proven, bound }).toEqual({
        worth: maximum,
        value: maximum,
        proven: true,
        bound: maximum,
      });
    });
  }
});

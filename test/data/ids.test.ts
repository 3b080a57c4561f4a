import { expect, test } from 'vitest';
import type { RequirementBlock } from '../../src/schemas/degree.ts';
import { loadData } from '../../scripts/load-data.ts';

/**
 * Saved plans refer to these ids, so they are frozen in `ids.txt`.
 *
 * When this fails:
 * - ids were **added**: accept them with `npx vitest run test/data/ids.test.ts -u`.
 * - an id is **changed or gone**: put it back. If it really has to go, keep the old record and mark it withdrawn, or teach
 *   `src/planner/keeping/plan-file.ts` to turn the old id into the new one, so that saved plans still open; then accept.
 */
test('ids stay what they were', async () => {
  const { providers, courses, routes, schools, degrees, terms } = loadData();
  const lines = [
    ...providers.map(({ id }) => `provider ${id}`),
    ...courses.map(({ id }) => `course ${id}`),
    ...routes.flatMap(({ id, record }) => [
      `route ${id}`,
      ...record.steps.map((step) => `step ${id} ${step.id}`),
      ...record.requirements.map((requirement) => `requirement ${id} ${requirement.id}`),
      ...record.organisations.map((organisation) => `organisation ${id} ${organisation.id}`),
    ]),
    ...schools.flatMap(({ id, record }) => [
      `school ${id}`,
      ...(record.receives?.steps ?? []).map((step) => `step ${id} ${step.id}`),
      ...record.areas.map((area) => `area ${id} ${area.id}`),
      ...record.maximums.map((maximum) => `maximum ${id} ${maximum.id}`),
    ]),
    ...degrees.flatMap(({ id, record }) => [
      `degree ${id}`,
      ...[...record.blocks.flatMap(idsOf), ...record.qualifiers.map((rule) => rule.id)].map(
        (block) => `block ${id} ${block}`,
      ),
    ]),
    ...terms.flatMap(({ record }) => record.map(({ id }) => `term ${id}`)),
  ];
  await expect(`${lines.sort().join('\n')}\n`).toMatchFileSnapshot('ids.txt');
});

function idsOf({ id, qualifiers = [], children = [] }: RequirementBlock): string[] {
  return [id, ...qualifiers.map((rule) => rule.id), ...children.flatMap(idsOf)];
}

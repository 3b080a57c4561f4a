/** A school's rules, topic by topic, and where they stand. */
import type { School } from '../../schemas/school.ts';

/** More rules than this stand on a page of their own: the school's page stays within the first flight of a connection. */
const mostOnOnePage = 40;

export const hasRulesApart = ({ policies }: School): boolean => policies.length > mostOnOnePage;

/** The topics that the school has rules on. `topics`: the closed list of the schema, in its order. */
export function rulesByTopic(
  { policies }: School,
  topics: readonly string[],
): { topic: string; policies: School['policies'] }[] {
  const byTopic = Map.groupBy(policies, ({ topic }): string => topic);
  return topics.flatMap((topic) => {
    const its = byTopic.get(topic);
    return its ? [{ topic, policies: its }] : [];
  });
}

/** "6 rules, 1 no longer in force". */
export function countInWords(policies: School['policies']): string {
  const old = policies.filter(({ superseded }) => superseded).length;
  const inForce = policies.length - old;
  return [inForce > 0 && `${inForce} ${inForce === 1 ? 'rule' : 'rules'}`, old > 0 && `${old} no longer in force`]
    .filter(Boolean)
    .join(', ');
}

/** Jobs of which each agent does each at a cost that falls as the work it takes rises (Martello and Toth): made to be hard. */
import type { Model, Option } from '../../../src/engine/assign/model.ts';

/** A job done is worth more than all that can be saved. */
const worth = 10_000;

export function hardModel(jobs: number, agents: number): Model {
  let state = 7;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
  const none = { first: 0, second: 0 };
  const limits = Array.from({ length: agents }, () => 0);
  const options = Array.from({ length: jobs * agents }, (_, index): Option => {
    const takes = 1 + draw(100);
    limits[index % agents]! += (0.8 * takes) / agents;
    const item = { first: worth - (111 - takes + draw(21) - 10), second: 0 };
    const uses = { class: Math.floor(index / agents), takes: [[index % agents, takes]] as const, item };
    return { ...uses, hours: 0, reach: 0, hour: none, caps: [], choices: [], pinned: 0 };
  });
  const classes = Array.from({ length: jobs }, () => 1);
  return { classes, options, caps: [], limits: limits.map(Math.floor), choices: [] };
}

/** What the jobs of an answer of this value cost. */
export const costOf = ({ classes }: Model, value: number): number => classes.length * worth - value;

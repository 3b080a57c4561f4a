/** What `npm run bench` was asked for. */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    browser: { type: 'boolean', default: true },
    limit: { type: 'string', default: '' },
    'slow-limit': { type: 'string', default: '' },
    degrees: { type: 'string', default: '' },
  },
  allowNegative: true,
});

/** A tenth of the problems: says little about the worst case. */
export const quick = values.quick;
/** Of the completions, only those of degrees with this in their id, such as a school. */
export const degreesWith = values.degrees;
/** False with `--no-browser`. */
export const browser = values.browser;

const seconds = (text: string, otherwise: number): number => {
  if (text === '') return otherwise;
  const limit = Number(text);
  if (limit > 0) return limit;
  throw new Error(`A limit is a number of seconds above 0, not "${text}".`);
};

/** Seconds that HiGHS gets for one problem, and glpk.js for the hard ones. */
export const limit = seconds(values.limit, 10);
/** Seconds that the slower peers get for one problem. */
export const slowLimit = seconds(values['slow-limit'], 2);

const parts = [
  'S',
  'R',
  'U',
  'L',
  'D',
  'H',
  'gap-min',
  'gap-max',
  'degrees',
  'completion',
  'comparison',
  'weight',
  'memory',
  'browser',
  'readers',
];
const chosen = values.only.split(',').filter(Boolean);
const unknown = chosen.filter((part) => !parts.includes(part));
if (unknown.length) throw new Error(`There is no ${unknown.join(', ')}. There are ${parts.join(', ')}.`);

/** True if this part is to be run: all of them, or those that `--only` names. */
export function isWanted(part: string): boolean {
  return chosen.length === 0 || chosen.includes(part);
}

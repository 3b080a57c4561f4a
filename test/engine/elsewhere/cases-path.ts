/**
 * Public cases of other projects. They lie beside this project, not in it: in `../shared/cases`, or in the folder that
 * CREDIT_MAP_CASES names. What needs them says so where they are absent, and goes on.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the cases would lie. */
export const casesFolder = resolve(process.env['CREDIT_MAP_CASES'] ?? '../shared/cases');

/** The path of one of the cases' files or folders, or `undefined` where it is absent. */
export function casePath(name: string): string | undefined {
  const path = resolve(casesFolder, name);
  return existsSync(path) ? path : undefined;
}

import { resolve } from 'node:path';
import { describe, test } from 'vitest';
import { casePath, casesFolder } from './cases-path.ts';

/** Tests on one of the cases' folders; a single one that says what is missing where the folder is absent. */
export function describeCases(title: string, folder: string, tests: (path: string) => void): void {
  const path = casePath(folder);
  describe(title, () => {
    if (path) return tests(path);
    const missing = `There is no ${resolve(casesFolder, folder)}. Set CREDIT_MAP_CASES to the folder of the cases.`;
    test(`the cases in ${folder} are answered as published`, ({ skip }) => skip(missing));
  });
}

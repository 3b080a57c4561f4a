import { expect, test } from 'vitest';
import { ruleInWords } from '../../src/components/catalog/rules.ts';
import type { Fits } from '../../src/schemas/fits.ts';

const school = { areas: [{ id: 'humanities', title: 'Humanities', courses: ['ENG 1'], sources: [] }] };
const codes = ['A 1', 'A 2', 'A 3', 'A 4', 'A 5', 'A 6', 'A 7', 'A 8'];

test.for<[Fits | undefined, string]>([
  [undefined, 'Any college-level credit.'],
  [{}, 'Any college-level credit.'],
  [{ level: 'upper-division' }, 'Any college-level credit; upper division only.'],
  [{ courses: [] }, 'We do not know which courses fit.'],
  [{ courses: [], level: 'upper-division' }, 'We do not know which courses fit; upper division only.'],
  [{ courses: [], subjects: ['PSY'] }, 'Any course in PSY.'],
  [{ courses: ['PSY 101'] }, 'PSY 101.'],
  [{ courses: codes.slice(0, 6) }, 'A 1, A 2, A 3, A 4, A 5 or A 6.'],
  [{ courses: codes }, 'A 1, A 2, A 3, A 4, A 5, A 6 or 2 more.'],
  [
    { courses: ['PSY 101'], areas: ['humanities', 'gone'], subjects: ['SOC', 'PSY'] },
    'PSY 101, or credit in Humanities or gone, or any course in SOC or PSY.',
  ],
  [
    { numbers: { from: 3000, to: 4999 }, from: ['exam', 'college', 'school'] },
    'Any college-level credit; numbered 3000 to 4999; earned through exams, another college or the school itself.',
  ],
  [
    { subjects: ['PSY'], except: { courses: ['PSY 101'], subjects: ['SOC'], areas: ['humanities'] } },
    'Any course in PSY; not PSY 101, SOC or Humanities.',
  ],
])('a rule has words: %o', ([fits, words]) => {
  expect(ruleInWords(fits, school)).toBe(words);
});

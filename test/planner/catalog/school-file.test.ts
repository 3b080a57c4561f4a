import { expect, test } from 'vitest';
import { loadData } from '../../../scripts/load-data.ts';
import { schoolFromFile, schoolToFile } from '../../../src/planner/catalog/school-file.ts';

const { schools, equivalencies } = loadData();

test('every school of the catalog is the same after its way through a file, and its pages stand there once', () => {
  for (const { id, record } of schools) {
    const ofSchool = equivalencies.filter((table) => table.record.school === id);
    const school = { id, school: record, equivalencies: ofSchool.flatMap((table) => table.record.equivalencies) };
    const file = schoolToFile(school);
    expect(schoolFromFile(JSON.parse(JSON.stringify(file)) as typeof file)).toEqual(school);
    expect(new Set(file.pages.map((page) => JSON.stringify(page))).size).toBe(file.pages.length);
  }
});

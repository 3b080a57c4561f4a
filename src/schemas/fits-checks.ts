/** What a rule names must exist: courses, subjects and areas at the school, providers in the catalog. */
import type { Fits } from './fits.ts';
import { checkKnown, type Known, type Report } from './problem.ts';
import type { School } from './school.ts';

/** Every name in the rule that leads nowhere. Without the school, what it names there is not checked. */
export function checkFits(fits: Fits, field: string, school: School | undefined, known: Known, report: Report) {
  fits.providers?.forEach((id, index) => checkKnown(`${field}.providers[${index}]`, id, 'providers', known, report));
  if (!school) return;
  const codes = new Set(school.courses.map(({ code }) => code));
  const subjects = new Set(school.courses.map(({ code }) => /^[A-Z]*/.exec(code)?.[0]));
  for (const [at, named] of [[field, fits] as const, [`${field}.except`, fits.except ?? {}] as const]) {
    named.courses?.forEach((code, index) => checkCode(`${at}.courses[${index}]`, code, codes, report));
    named.areas?.forEach((area, index) => checkArea(`${at}.areas[${index}]`, area, school, report));
    named.subjects?.forEach((subject, index) => {
      if (subjects.has(subject)) return;
      const fix = 'Correct the prefix, or add a course of that subject to the school.';
      report(`${at}.subjects[${index}]`, subject, 'the prefix of a course in the school\'s "courses"', fix);
    });
  }
  const { numbers } = fits;
  if (numbers && numbers.from > numbers.to) {
    const fix = 'Correct the numbers; they may be swapped.';
    report(`${field}.numbers.to`, numbers.to, `a number from ${numbers.from} on`, fix);
  }
}

/** Reports a code that is not among the school's courses. */
export function checkCode(field: string, code: string, codes: Set<string>, report: Report) {
  if (codes.has(code)) return;
  report(field, code, 'a code in the school\'s "courses"', 'Correct the code, or add the course to the school.');
}

/** Reports an id that is no area of the school. */
export function checkArea(field: string, id: string, school: School, report: Report) {
  if (school.areas.some((area) => area.id === id)) return;
  const fix = 'Correct the id, or add the area to the school.';
  report(field, id, `an area of the school: ${school.areas.map((area) => area.id).join(', ')}`, fix);
}

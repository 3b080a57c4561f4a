/** What the form of the cost calculator says. */
import { costNumbers, type CostProblem } from './cost.ts';

/** The labels of the cost form. */
export const costLabels: Readonly<Record<CostProblem['field'], string>> = {
  way: 'How do you pay?',
  semesterHours: 'Semester hours you want to earn',
  hoursAWeek: 'Hours of study a week',
  studyPerSemesterHour: 'Hours of study for each semester hour',
  price: 'Price of one course or exam, in US$',
  courses: 'Number of courses or exams',
  school: 'School to compare with',
  currency: 'Your currency, in three letters (optional)',
  rate: 'What one US dollar costs you (optional)',
};

/** What to do about one field of the cost form. */
export function costProblemWords({ field, problem }: CostProblem): string {
  if (problem === 'not-letters') return 'Currency must be three letters, like EUR';
  if (problem === 'not-chosen') return field === 'way' ? 'Choose how you pay' : 'Choose a school';
  if (field === 'rate') return 'Enter what one US dollar costs in your currency, like 0.92 or 1530';
  if (field === 'way' || field === 'school' || field === 'currency') return costLabels[field];
  const { from, to } = costNumbers[field];
  return `${costLabels[field]} must be a ${field === 'courses' ? 'whole ' : ''}number from ${from} to ${to}`;
}

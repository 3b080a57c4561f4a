/** A made-up route, course and school, small enough to count the days by hand. Their records pass the real schemas. */
import { routeSchema } from '../../../src/schemas/route.ts';
import { receivesSchema } from '../../../src/schemas/receives.ts';
import type { PlanCredit } from '../../../src/planner/plan/plan.ts';
import { trailOfCredit } from '../../../src/planner/trail/credit-trail.ts';
import type { Trail, TrailFacts, TrailStep } from '../../../src/planner/trail/trail-types.ts';

export const sources = [
  { says: 'Example', url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' as const },
];
/** A Saturday. */
export const today = '2026-11-28';

const step = (id: string, stage: string, actor: string, title: string, more: object = {}) => ({
  id,
  stage,
  actor,
  title,
  text: `${title} in this way.`,
  proof: 'An e-mail says so.',
  ifStalled: `Ask about it: ${title}.`,
  sources,
  ...more,
});

/** Sign up, exam, its grade in 2 to 4 days, a badge within a year of it, two records of which some need the first, the answer. */
export const route = {
  id: 'example',
  ...routeSchema.parse({
    name: 'Example route',
    summary: 'An exam whose grade becomes a badge.',
    carries: { providers: ['example'], recommenders: ['ACE'], from: ['exam'] },
    steps: [
      step('enroll', 'enroll', 'student', 'Sign up'),
      step('exam', 'exam', 'student', 'Take the exam'),
      step('grade', 'result', 'testing-body', 'The grade comes', {
        takes: { least: 2, most: 4, unit: 'days', sources },
      }),
      step('badge', 'claim', 'student', 'Claim the badge'),
      step('order-paper', 'send', 'student', 'Order a copy on paper', { optional: true }),
      step('send', 'send', 'student', 'Send the record'),
      step('arrives', 'send', 'transcript-service', 'The record arrives', {
        takes: { most: 5, unit: 'business-days', sources },
      }),
      step('evaluation', 'evaluation', 'school', 'The school answers', {
        takes: { most: 60, unit: 'days', sources },
      }),
    ],
    requirements: [
      {
        id: 'grade',
        kind: 'passing-score',
        title: 'A passing grade',
        text: 'The exam asks for a passing grade.',
        shownBy: 'grade',
        ifFailed: 'Take the exam again after three months.',
      },
      {
        id: 'in-force',
        kind: 'in-force',
        title: 'The recommendation is in force',
        text: 'It was in force on the day of the exam.',
        ifFailed: 'Choose another course.',
      },
    ],
    windows: [
      {
        id: 'claim',
        title: 'Claim it within a year',
        opensAfter: { step: 'grade' },
        months: 12,
        step: 'badge',
        text: 'The badge is kept for a year.',
        sources,
      },
    ],
    sources,
  }),
};

/** Applied for once before the record is sent, and asks for a form with each badge. Answers in 10 to 20 days. */
export const receives = receivesSchema.parse({
  receivers: [
    { name: 'Registrar of Example', email: 'registrar@example.edu', sources },
    { name: 'Office for other routes', routes: ['other'], sources },
  ],
  steps: [
    step('apply', 'send', 'student', 'Apply to the school', { once: true }),
    step('form', 'claim', 'student', 'Fill in the form', { routes: ['example'] }),
    step('interview', 'evaluation', 'student', 'Come to an interview', { routes: ['other'] }),
  ],
  fees: [
    { what: 'Fee of the evaluation', amountUsd: 50, sources },
    { what: 'Fee of other routes', amountUsd: 70, routes: ['other'], sources },
  ],
  evaluation: [
    { takes: { most: 90, unit: 'days', sources }, routes: ['other'] },
    { takes: { least: 10, most: 20, unit: 'days', sources } },
  ],
  deadlines: [
    {
      id: 'records',
      title: 'Records are there',
      says: 'Two weeks before the start.',
      stage: 'send',
      before: { kind: 'days-before', days: 14 },
      sources,
    },
    {
      id: 'papers',
      title: 'Papers are there',
      says: 'On the 20th of the month before.',
      stage: 'send',
      before: { kind: 'day-of-month-before', day: 20 },
      sources,
    },
  ],
  appeal: { text: 'Write to the registrar.', within: { days: 10, unit: 'days' }, sources },
});

const recommendation = { by: 'ACE' as const, parts: [{ semesterHours: 3 }], atMost: false };

export const facts: TrailFacts = {
  routes: [route],
  courses: new Map([
    [
      'example/biology',
      {
        title: 'Biology',
        provider: 'example',
        kind: 'exam',
        recommendations: [{ ...recommendation, minimumScore: 50, effectiveTo: '2027-06-30' }],
      },
    ],
    ['example/ethics', { title: 'Ethics', provider: 'example', kind: 'course', recommendations: [recommendation] }],
  ]),
  school: { id: 'exu', school: { name: 'Example University', shortName: 'EXU', receives } },
};

/** A planned credit of the made-up exam. */
export const credit = (more: Partial<PlanCredit> = {}): PlanCredit => ({
  id: 'c1',
  course: 'example/biology',
  status: 'planned',
  ...more,
});

/** Its trail on the day. */
export function trailFor(more: Partial<PlanCredit> = {}, day = today, at = facts): Trail {
  const trail = trailOfCredit(credit(more), at, day);
  if (!trail) throw new Error('There is no route.');
  return trail;
}

/** Notes of these steps done, each on its day. */
export function doneOn(days: Readonly<Record<string, string>>): NonNullable<PlanCredit['trail']> {
  return { steps: Object.fromEntries(Object.entries(days).map(([id, on]) => [id, { state: 'done' as const, on }])) };
}

export function stepIn({ steps }: Trail, id: string): TrailStep {
  const found = steps.find((one) => one.id === id);
  if (!found) throw new Error(`There is no step ${id}.`);
  return found;
}

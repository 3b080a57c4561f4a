/**
 * Whether credit from outside college suits someone: the reasons that follow from a few answers, and the page to read
 * next. The reasons are a closed list; each rests on pages that a guide cites, or on a school's own record.
 */
import type { SchoolStance, Stance } from './school-stance.ts';
import { reasonBasis } from './suitability-basis.ts';
import { choiceQuestions, type Answers, type choices, type ChoiceQuestion, type Need } from './suitability-answers.ts';

/**
 * What an answer can rest on. `against`: this way does not lead there. `first`: settle it before paying. `how`: the way
 * is open, and this is how to take it. `for`: it helps.
 */
export const reasons = {
  'school-refuses': 'against',
  'visa-needs-campus': 'against',
  'license-board-decides': 'first',
  'nursing-limits': 'first',
  'accounting-board': 'first',
  'graduate-school-decides': 'first',
  'recognition-at-home': 'first',
  'certificate-not-credit': 'first',
  'aid-limits': 'first',
  'school-by-list': 'first',
  'school-one-by-one': 'first',
  'school-not-known': 'first',
  'engineering-accreditation': 'first',
  'lab-science': 'first',
  'no-onvue': 'first',
  'phone-not-enough': 'first',
  'computer-limited': 'first',
  'school-not-chosen': 'how',
  'degree-begun': 'how',
  'major-names-courses': 'how',
  'old-credit-in-business': 'how',
  'old-credit-in-computing': 'how',
  'clep-center-only': 'how',
  'slow-pace': 'how',
  'school-takes': 'for',
  'liberal-arts-any-age': 'for',
  'clep-at-home': 'for',
  'computer-fits': 'for',
  'steady-pace': 'for',
  'fast-pace': 'for',
} as const satisfies Record<string, 'against' | 'first' | 'how' | 'for'>;
export type Reason = keyof typeof reasons;
export const allReasons = Object.keys(reasons) as readonly Reason[];

const ofStance = {
  takes: 'school-takes',
  'by-list': 'school-by-list',
  'one-by-one': 'school-one-by-one',
  refuses: 'school-refuses',
  'not-known': 'school-not-known',
} as const satisfies Record<Stance, Reason>;

const ofNeed = {
  aid: 'aid-limits',
  recognition: 'recognition-at-home',
  license: 'license-board-decides',
  visa: 'visa-needs-campus',
} as const satisfies Record<Need, Reason>;

const ofChoice: { readonly [Q in ChoiceQuestion]: Partial<Record<(typeof choices)[Q][number], readonly Reason[]>> } = {
  goal: { credit: ['degree-begun'], job: ['certificate-not-credit'], graduate: ['graduate-school-decides'] },
  place: { 'not-served': ['no-onvue', 'clep-center-only'], us: ['clep-at-home'], elsewhere: ['clep-center-only'] },
  device: { limited: ['computer-limited'], computer: ['computer-fits'], phone: ['phone-not-enough'] },
  time: { 'under-5': ['slow-pace'], 'from-5-to-10': ['steady-pace'], 'over-10': ['fast-pace'] },
  subject: {
    accounting: ['accounting-board'],
    business: ['old-credit-in-business'],
    computing: ['old-credit-in-computing'],
    engineering: ['engineering-accreditation'],
    'liberal-arts': ['liberal-arts-any-age'],
    nursing: ['nursing-limits'],
    science: ['lab-science'],
    other: ['major-names-courses'],
  },
};

/** `not-this-way`: it does not lead there. `ask-first`: it may. `suits`: nothing stands against it. `open`: too little is known. */
export type Verdict = 'not-this-way' | 'ask-first' | 'suits' | 'open';

/** An answer with its reasons, those against it first, and the address of the page that leads on. */
export type Suitability = { readonly verdict: Verdict; readonly reasons: readonly Reason[]; readonly next: string };

/** Whether this way suits, and why. */
export function suitabilityOf(answers: Answers, schools: readonly SchoolStance[]): Suitability {
  const byChoice = choiceQuestions.flatMap((question) => {
    const of = ofChoice[question] as Readonly<Record<string, readonly Reason[] | undefined>>;
    return of[answers[question] ?? 'unsure'] ?? [];
  });
  const byNeed = typeof answers.needs === 'object' ? answers.needs.map((need) => ofNeed[need]) : [];
  const found = new Set<Reason>([...byChoice, ...byNeed, schoolReason(answers.school, schools)]);
  const inOrder = allReasons.filter((reason) => found.has(reason));
  return { verdict: verdictOf(answers, inOrder), reasons: inOrder, next: nextPage(answers, found) };
}

function schoolReason(school: string | undefined, schools: readonly SchoolStance[]): Reason {
  if (school === undefined || school === 'unsure') return 'school-not-chosen';
  return ofStance[schools.find(({ id }) => id === school)?.stance ?? 'not-known'];
}

function verdictOf({ goal }: Answers, found: readonly Reason[]): Verdict {
  const weights = found.map((reason) => reasons[reason]);
  if (weights.includes('against')) return 'not-this-way';
  if (weights.includes('first')) return 'ask-first';
  return goal === 'unsure' || goal === undefined ? 'open' : 'suits';
}

/** Where each reason is settled, the first to settle on top: on the page that it rests on, where no other is named. */
const settledAt: readonly (readonly [reason: Reason, page?: string])[] = [
  ['visa-needs-campus'],
  ['license-board-decides'],
  ['nursing-limits'],
  ['accounting-board'],
  ['graduate-school-decides'],
  ['recognition-at-home'],
  ['school-refuses', 'compare/schools/'],
  ['aid-limits'],
  ['certificate-not-credit', 'tools/certificate-check/'],
  ['school-not-chosen', 'compare/schools/'],
  ['school-by-list', 'guides/asking-a-registrar/'],
  ['school-one-by-one', 'guides/asking-a-registrar/'],
  ['school-not-known'],
  ['no-onvue', 'guides/exams-from-abroad/'],
  ['phone-not-enough', 'guides/exams-from-abroad/'],
  ['computer-limited', 'guides/exams-from-abroad/'],
];

function nextPage({ goal }: Answers, found: ReadonlySet<Reason>): string {
  const first = settledAt.find(([reason]) => found.has(reason));
  if (!first) return 'planner/';
  const [reason, page = reasonBasis[reason].guide] = first;
  return goal === 'unsure' && page === 'compare/schools/' ? 'guides/earning-us-credit-from-abroad/' : page;
}

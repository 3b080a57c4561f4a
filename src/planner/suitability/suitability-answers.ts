/** The questions of "Is this for you?" and their answers, in a form and after the # of an address. */

/** The questions with one answer each, and what may be answered. */
export const choices = {
  goal: ['credit', 'job', 'graduate', 'degree', 'unsure'],
  place: ['not-served', 'us', 'elsewhere', 'unsure'],
  device: ['limited', 'computer', 'phone', 'unsure'],
  time: ['under-5', 'from-5-to-10', 'over-10', 'unsure'],
  subject: [
    'accounting',
    'other',
    'business',
    'computing',
    'engineering',
    'liberal-arts',
    'nursing',
    'science',
    'unsure',
  ],
} as const;
export type ChoiceQuestion = keyof typeof choices;
export const choiceQuestions = Object.keys(choices) as readonly ChoiceQuestion[];

/** What may lie in the way, any number of them. */
export const needs = ['license', 'visa', 'recognition', 'aid'] as const;
export type Need = (typeof needs)[number];

/** Answers given so far. A school is one of the catalog by its id, `other`, or `unsure` where none is chosen. */
export type Answers = { readonly [Q in ChoiceQuestion]?: (typeof choices)[Q][number] } & {
  readonly school?: string;
  readonly needs?: readonly Need[] | 'none' | 'unsure';
};

/** All questions in the form's order. */
export const questions = ['goal', 'school', 'subject', 'needs', 'place', 'device', 'time'] as const;
export type Question = (typeof questions)[number];

/** The questions that have no answer yet, in the form's order. */
export function unanswered(answers: Answers): readonly Question[] {
  return questions.filter((question) => !answers[question]?.length);
}

/** What the address holds after its #. What it does not know is left out. */
export function answersIn(hash: string): Answers {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const single = choiceQuestions.flatMap((question) => {
    const answer = fields.get(question) ?? '';
    return (choices[question] as readonly string[]).includes(answer) ? [[question, answer]] : [];
  });
  const school = fields.get('school');
  const asked = fields.get('needs');
  const known = needs.filter((need) => asked?.split(' ').includes(need));
  return {
    ...(Object.fromEntries(single) as Answers),
    ...(school !== null && /^[a-z0-9-]+$/.test(school) ? { school } : {}),
    ...(asked === 'none' || asked === 'unsure' ? { needs: asked } : known.length > 0 ? { needs: known } : {}),
  };
}

/** The address's end for these answers: "#goal=degree&school=tesu". Empty without any. */
export function hashOfAnswers(answers: Answers): string {
  const fields = questions.flatMap((question) => {
    const answer = answers[question];
    return answer?.length ? [[question, [answer].flat().join(' ')]] : [];
  });
  return fields.length === 0 ? '' : `#${new URLSearchParams(fields).toString()}`;
}

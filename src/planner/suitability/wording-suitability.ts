/** Every sentence of "Is this for you?". */
import type { Answers, Need, Question, choices, ChoiceQuestion } from './suitability-answers.ts';
import type { Reason, Verdict } from './suitability.ts';

type Asked = { readonly legend: string; readonly hint: string; readonly problem: string };

/** Each question, why it is asked, and what to do where it has no answer. */
export const questionWords: Record<Question, Asked> = {
  goal: {
    legend: 'What do you want to reach?',
    hint: 'Credit helps only inside a degree',
    problem: 'Choose what you want to reach',
  },
  school: {
    legend: 'Which school do you want the degree from?',
    hint: 'The school decides what counts',
    problem: 'Choose a school, or say that you have not chosen one',
  },
  subject: {
    legend: 'What do you want to study?',
    hint: 'Some fields have rules of their own',
    problem: 'Choose a subject',
  },
  needs: {
    legend: 'Do you need one of these?',
    hint: 'Others decide about them, not the school alone',
    problem: 'Choose what you need, or say that you need none of it',
  },
  place: {
    legend: 'Where will you be when you take exams?',
    hint: 'Some exams cannot be taken everywhere',
    problem: 'Choose where you will be',
  },
  device: {
    legend: 'What can you use?',
    hint: 'Exams that are watched ask for certain devices',
    problem: 'Choose what you can use',
  },
  time: {
    legend: 'How much time do you have each week?',
    hint: 'It decides how many months you pay for',
    problem: 'Choose how much time you have',
  },
};

const unsure = 'I don’t know';

/** What each answer is called. */
export const choiceWords: { readonly [Q in ChoiceQuestion]: Record<(typeof choices)[Q][number], string> } = {
  goal: {
    credit: 'A degree that I have begun at a US school',
    job: 'A job, without a degree',
    graduate: 'A master’s degree, law or medical school',
    degree: 'A US associate or bachelor’s degree',
    unsure,
  },
  place: {
    'not-served': 'In Belarus, Cuba, Iran, North Korea, Russia or Syria',
    us: 'In the United States, not in its territories',
    elsewhere: 'Somewhere else',
    unsure,
  },
  device: {
    limited: 'A computer without a camera, or one that is not mine',
    computer: 'My own computer with a camera',
    phone: 'Only a phone or a tablet',
    unsure,
  },
  time: {
    'under-5': 'Less than 5 hours',
    'from-5-to-10': '5 to 10 hours',
    'over-10': 'More than 10 hours',
    unsure,
  },
  subject: {
    accounting: 'Accounting',
    other: 'Another subject',
    business: 'Business',
    computing: 'Computing',
    engineering: 'Engineering',
    'liberal-arts': 'Liberal arts: several subjects together',
    nursing: 'Nursing',
    science: 'Science with laboratory work',
    unsure,
  },
};

export const needWords: Record<Need | 'none' | 'unsure', string> = {
  license: 'A license for a profession, such as nurse or teacher',
  visa: 'A US student visa',
  recognition: 'That the degree is recognized in my country',
  aid: 'US financial aid',
  none: 'None of these',
  unsure,
};

/** A school that is not one of the catalog. */
export const schoolWords = { other: 'A school that is not in this list', unsure: 'I have not chosen' } as const;

/** The answer in a few words, and one sentence on what it means. */
export const verdictWords: Record<Verdict, { readonly title: string; readonly says: string }> = {
  'not-this-way': {
    title: 'This way does not lead there',
    says: 'Of what you answered, something stands against it. Do not pay for a course before this is solved.',
  },
  'ask-first': {
    title: 'It may be for you. Settle this before you pay',
    says: 'Outside credit can help you, if somebody else says yes first. Get each yes in writing.',
  },
  suits: {
    title: 'It can be for you',
    says: 'Nothing that you answered stands against it. The school still decides about each course.',
  },
  open: {
    title: 'It depends on your goal',
    says: 'Credit is of use only inside a degree. Read how the path goes, and come back when you know what you want.',
  },
};

export const groupWords = {
  against: 'What stands against it',
  first: 'What to settle before you pay',
  how: 'How to go about it',
  for: 'What speaks for it',
} as const;

/** Hours of teaching and work that a semester hour stands for at least. */
const studyPerSemesterHour = 45;
/** Weeks for a course of three semester hours. */
const weeksAt = (hoursAWeek: number): number => Math.ceil((3 * studyPerSemesterHour) / hoursAWeek);
const study = `A semester hour stands for at least ${studyPerSemesterHour} hours of teaching and work`;

export const reasonWords: Record<Reason, string> = {
  'school-refuses': 'This school does not take recommended courses. Credit from them would count for nothing there.',
  'visa-needs-campus':
    'A student visa is for study at a place. In a term, only one online class, or three credits, counts toward it.',
  'license-board-decides':
    'A board of the state or country gives the license, not the school. It decides which study counts.',
  'nursing-limits':
    'Boards approve nursing programs before students may take the licensing exam. Excelsior, for one, takes only a limited amount of recommended credit in nursing.',
  'accounting-board':
    'A board decides which courses count for a license. Louisiana’s, for one, does not take CLEP for its hours of accounting and business.',
  'graduate-school-decides':
    'Outside credit is undergraduate. Schools after the bachelor’s differ: one medical school refuses online courses, another takes CLEP that stands on a college transcript.',
  'recognition-at-home':
    'The US has no ministry that answers for its universities. An office in your country decides whether it recognizes the degree.',
  'certificate-not-credit':
    'A certificate can help with a job without any credit. Credit is of use only if you also want a degree.',
  'aid-limits':
    'Federal aid is for US citizens, permanent residents and a few other groups. We found no page that says it pays for courses of providers.',
  'school-by-list': 'This school takes recommended courses only of certain providers, or from a list for each degree.',
  'school-one-by-one': 'This school decides about recommended courses one by one. Nothing is sure before it answers.',
  'school-not-known': 'We do not know whether this school takes recommended courses. Its registrar does.',
  'engineering-accreditation':
    'Programs with an accreditation of their own, such as engineering technology at Thomas Edison, may ask that transferred courses have it too.',
  'lab-science':
    'A science with a laboratory is hard to bring from outside. We found no list of laboratory courses that schools take from providers.',
  'no-onvue':
    'Exams with OnVUE, such as many computing certificates, are reported not to work there, nor with an ID from there.',
  'phone-not-enough':
    'Systems that watch exams refuse phones and tablets. Courses whose exams nobody watches are left; ask your school whether it takes them.',
  'computer-limited':
    'Exams that are watched need a camera and a computer on which you may install programs. Find one before you pay.',
  'school-not-chosen': 'Choose the school first. What counts at one school may count for nothing at the next.',
  'degree-begun':
    'Ask your school before the next course. Some take nothing more after a certain day, or keep the last hours for themselves.',
  'major-names-courses': 'A major names its courses, and each of yours must match one of them.',
  'old-credit-in-business': 'Business credit can be too old. Excelsior takes at most 15 years.',
  'old-credit-in-computing':
    'Computing credit grows old. At Charter Oak upper-level credit must be less than 10 years old.',
  'clep-center-only': 'CLEP exams need a test center outside the United States. Look for one before you count on CLEP.',
  'slow-pace': `${study}. At less than 5 hours a week, a course of 3 semester hours takes more than ${weeksAt(5)} weeks. A price by the course is then safer than one by the month.`,
  'school-takes':
    'This school takes recommended courses in general. Whether your degree has a place for one is another question.',
  'liberal-arts-any-age':
    'Degrees in several subjects leave much room. Excelsior’s liberal arts degrees take credit of any age.',
  'clep-at-home': 'Inside the United States you may take CLEP exams at home.',
  'computer-fits': 'A computer with a camera is what the systems that watch exams ask for.',
  'steady-pace': `${study}. At 5 to 10 hours a week, a course of 3 semester hours takes ${weeksAt(10)} to ${weeksAt(5)} weeks.`,
  'fast-pace': `${study}. At more than 10 hours a week, a course of 3 semester hours takes less than ${weeksAt(10)} weeks.`,
};

/** Pages that lead on, by their place in the site, as a button says it. */
const nextWords: Readonly<Record<string, string>> = {
  'compare/schools/': 'Compare schools',
  'guides/asking-a-registrar/': 'Ask the registrar',
  'guides/earning-us-credit-from-abroad/': 'Read how the path goes',
  'guides/exams-from-abroad/': 'See which exams you can take',
  'planner/': 'Plan your degree',
  'tools/certificate-check/': 'Check a certificate',
};

/** What the button to the next page says. */
export function nextPageWords(address: string): string {
  return nextWords[address] ?? 'Read what to do about it';
}

/** An answer as it is repeated above the reasons. */
export function answerWords(question: Question, answers: Answers, schoolName: (id: string) => string): string {
  if (question === 'school') return schoolName(answers.school ?? 'unsure');
  if (question === 'needs')
    return [answers.needs ?? 'unsure']
      .flatMap((need) => need)
      .map((need) => needWords[need])
      .join('. ');
  const answer = answers[question] ?? 'unsure';
  return (choiceWords[question] as Readonly<Record<string, string>>)[answer] ?? unsure;
}

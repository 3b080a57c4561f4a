/** What a table of schools can show, by the name that a guide gives for it. */
import { tuitionToward } from '../../planner/finish/cost.ts';
import type { School } from '../../schemas/school.ts';
import { tuitionInWords } from './school-form.ts';
import type { Column } from './record-table.ts';

/** `today` is an ISO date: prices of the past are shown for five years. */
export const schoolColumns = (today: string): Readonly<Record<string, Column<School>>> => ({
  maximum: {
    head: 'At most from elsewhere',
    says: ({ maximums }) =>
      maximums.filter(({ awards, of }) => awards.includes('bachelor') && !of).map(({ says }) => says),
  },
  residency: {
    head: 'At least at the school',
    says: ({ residency }) => residency.filter(({ awards }) => awards.includes('bachelor')).map(({ says }) => says),
  },
  tuition: { head: 'What the school charges', says: ({ tuition }) => tuitionLines(tuition, today) },
  transcripts: { head: 'What its pages say', says: policiesOn('Transcripts') },
  foreign: { head: 'Study outside the US', says: policiesOn('Foreign credit') },
  appeals: { head: 'How to appeal', says: policiesOn('Appeals') },
});

/** What schools say of one provider, else of what its reviewers recommend. */
export function creditFrom(provider: string, name: string, recommenders: readonly string[]): Column<School> {
  return {
    head: 'What it does, as far as we read',
    says: ({ accepts }) => {
      const own = accepts.filter((line) => line.provider === provider);
      if (own.length > 0) return own.map(({ says }) => says);
      const general = accepts.filter((line) => !line.provider && recommenders.includes(line.recommender ?? ''));
      return general.map(
        ({ says, recommender }) => `No page found that names ${name}. For ${recommender} in general: ${says}`,
      );
    },
  };
}

function policiesOn(topic: School['policies'][number]['topic']) {
  return ({ policies }: School): readonly string[] =>
    policies.filter((policy) => policy.topic === topic && !policy.superseded).map(({ text }) => text);
}

function tuitionLines(tuition: School['tuition'], today: string): readonly string[] {
  return tuitionToward(tuition, today).map((price) => {
    const { what, current } = price;
    return `${what}${current ? '' : ', no newer price found'}: ${tuitionInWords(price)}${reported(price)}`;
  });
}

const reported = ({ sources }: School['tuition'][number]): string =>
  sources.some(({ confidence }) => confidence === 'primary') ? '' : ', reported';

import type { APIRoute } from 'astro';
import type { ExamFacts } from '../../planner/exam/exam-ready.ts';
import { readCatalog } from '../_catalog.ts';

/** How exams can be taken, and what each way asks, for `/tools/exam-ready/`. */
export const GET: APIRoute = async () => {
  const { services, providers, courses } = await readCatalog();
  const withExams = providers.flatMap(({ id, data }) =>
    data.exams ? [{ id, name: data.name, exams: data.exams }] : [],
  );
  const known = new Set(withExams.map(({ id }) => id));
  const facts: ExamFacts = {
    services: Object.fromEntries(
      services
        .filter(({ data }) => data.kind === 'proctoring')
        .map(({ id, data }) => [
          id,
          {
            name: data.name,
            facts: data.facts.map(({ topic, text, note, asks, sources }) => ({
              topic,
              text: [text, note].filter(Boolean).join(' '),
              asks,
              sources,
            })),
          },
        ]),
    ),
    providers: Object.fromEntries(withExams.map(({ id, name, exams }) => [id, { name, exams }])),
    exams: Object.fromEntries(
      courses
        .filter(({ data }) => data.kind === 'exam' && known.has(data.provider) && data.status !== 'withdrawn')
        .map(({ id, data }) => [id, [data.title, data.provider] as const]),
    ),
  };
  return Response.json(facts);
};

import type { APIRoute, GetStaticPaths } from 'astro';
import type { Disagreement } from '../../../schemas/shared.ts';
import { readCatalog } from '../../_catalog.ts';

export const getStaticPaths = (async () => {
  const { schools } = await readCatalog();
  return schools.map(({ id, data }) => ({ params: { school: id }, props: { disagreements: data.disagreements } }));
}) satisfies GetStaticPaths;

/** Where pages about a school disagree: the planner shows it below the plan, after its first answer. */
export const GET: APIRoute<{ disagreements: readonly Disagreement[] }> = ({ props }) =>
  Response.json(props.disagreements);

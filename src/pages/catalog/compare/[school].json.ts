import type { APIRoute, GetStaticPaths } from 'astro';
import { comparedSchool } from '../../../components/catalog/school-form.ts';
import type { ComparedSchool } from '../../../planner/compare/compared-school.ts';
import { policyTopics } from '../../../schemas/school.ts';
import { readCatalog } from '../../_catalog.ts';

export const getStaticPaths = (async () => {
  const { schools, providers, ownPage } = await readCatalog();
  const names = new Map(providers.map(({ id, data }) => [id, data.name]));
  return schools.map(({ id, data }) => ({
    params: { school: id },
    props: { school: comparedSchool(id, data, policyTopics, (provider) => names.get(provider) ?? provider, ownPage) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ school: ComparedSchool }> = ({ props }) => Response.json(props.school);

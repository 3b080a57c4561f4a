import type { APIRoute, GetStaticPaths } from 'astro';
import type { CatalogDegree } from '../../../planner/catalog/catalog.ts';
import { readCatalog } from '../../_catalog.ts';

export const getStaticPaths = (async () => {
  const { degrees } = await readCatalog();
  return degrees.map(({ id, data }) => {
    const catalogDegree: CatalogDegree = { id, degree: data };
    return { params: { degree: id }, props: { catalogDegree } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ catalogDegree: CatalogDegree }> = ({ props }) => Response.json(props.catalogDegree);

import type { APIRoute, GetStaticPaths } from 'astro';
import { today } from '../../components/site/site.ts';
import { readCatalog } from '../_catalog.ts';
import { csvOf, tablesOf } from './_tables.ts';

export const getStaticPaths = (async () =>
  Object.entries(tablesOf(await readCatalog(), today)).map(([table, content]) => ({
    params: { table },
    props: { csv: csvOf(content) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ csv: string }> = ({ props }) =>
  new Response(props.csv, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });

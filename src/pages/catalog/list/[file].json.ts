import type { APIRoute, GetStaticPaths } from 'astro';
import { readCourseList } from '../../_course-list.ts';

export const getStaticPaths = (async () => {
  const { directory, shards, words } = await readCourseList();
  return [
    { params: { file: 'directory' }, props: { content: directory } },
    ...[...shards].map(([file, content]) => ({ params: { file: `courses-${file}` }, props: { content } })),
    ...[...words].map(([letter, content]) => ({ params: { file: `words-${letter}` }, props: { content } })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ content: unknown }> = ({ props }) => Response.json(props.content);

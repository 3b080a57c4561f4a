import type { APIRoute, GetStaticPaths } from 'astro';
import { readCourseList } from '../../_course-list.ts';

export const getStaticPaths = (async () => {
  const { directory, shards, words } = await readCourseList();
  return [
    { params: { file: 'directory' }, props: { content: directory } },
    ...shards.map((content, index) => ({ params: { file: `courses-${index + 1}` }, props: { content } })),
    ...[...words].map(([file, content]) => ({ params: { file }, props: { content } })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ content: unknown }> = ({ props }) => Response.json(props.content);

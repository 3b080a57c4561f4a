/** The eight kinds of page that most visits begin at, each by its heaviest or its usual page. */
export const kindsOfPages: readonly (readonly [kind: string, address: string])[] = [
  ['the first page', '/'],
  ['the planner', '/planner/'],
  ['the list of courses', '/courses/'],
  ['a course', '/courses/clep/college-composition/'],
  ['a school', '/schools/tesu/'],
  ['a degree', '/schools/tesu/ba-psychology-2026-27/'],
  ['a guide', '/guides/from-recommendation-to-posted-credit/'],
  ['a provider', '/providers/clep/'],
];

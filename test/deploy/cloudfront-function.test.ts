import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

type Request = { readonly uri: string };
type Reply = { readonly statusCode: number; readonly headers: { readonly location: { readonly value: string } } };
const handler = runInNewContext(`${readFileSync('deploy/cloudfront-function.js', 'utf8')}; handler`) as (event: {
  request: Request;
}) => Request | Reply;

test.for([
  ['/', '/index.html'],
  ['/courses/clep/biology/', '/courses/clep/biology/index.html'],
  ['/_astro/index.abc.css', '/_astro/index.abc.css'],
  ['/students/v2.1/', '/students/v2.1/index.html'],
] as const)('%s is the file %s', ([uri, file]) => {
  expect(handler({ request: { uri } })).toEqual({ uri: file });
});

test.for([
  ['/courses', '/courses/'],
  ['//evil.example/x', '/evil.example/x/'],
] as const)('%s leads to %s', ([uri, location]) => {
  expect(handler({ request: { uri } })).toMatchObject({ statusCode: 301, headers: { location: { value: location } } });
});

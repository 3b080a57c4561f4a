/** The headers of `public/_headers` are what every host is told; the files of `deploy/` say the same in other words. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentTypes, readHeaderRules } from '../../scripts/serve.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const rules = readHeaderRules('public/_headers');

/** What `_headers` says of an address. */
const headersOf = (address: string): Record<string, string> =>
  Object.fromEntries(rules.filter(({ matches }) => matches.test(address)).flatMap(({ headers }) => headers));

const everywhere = headersOf('/');
const addresses = ['/', '/courses/', '/_astro/index.css', '/catalog/index.json', '/favicon.svg', '/sw.js'];

test('no header is given twice for one address: hosts would join the two values', () => {
  for (const address of addresses) {
    const names = rules
      .filter(({ matches }) => matches.test(address))
      .flatMap(({ headers }) => headers.map(([name]) => name));
    expect(names.length, address).toBe(new Set(names).size);
  }
});

test('nginx gives the same headers, all in one place', () => {
  const nginx = read('deploy/nginx.conf');
  const given = [...nginx.matchAll(/^ {4}add_header (\S+) (?:"([^"]*)"|(\$\w+)) always;$/gm)];
  const { 'Cache-Control': cache, ...others } = Object.fromEntries(
    given.map(([, name, text, name2]) => [name, text ?? name2]),
  );
  expect(others).toEqual(everywhere);
  expect(nginx.match(/add_header/g)).toHaveLength(given.length + 1 /* the comment */);
  expect(cache).toBe('$credit_map_cache');

  const [, map = ''] = /map \$uri \$credit_map_cache \{([^}]*)\}/.exec(nginx) ?? [];
  const kept = [...map.matchAll(/^\s*(?:"~([^"]+)"|default)\s+"([^"]+)";$/gm)];
  for (const address of addresses) {
    const found =
      kept.find(([, pattern]) => pattern && new RegExp(pattern).test(address)) ?? kept.find(([, pattern]) => !pattern);
    expect(found?.[2], address).toBe(headersOf(address)['Cache-Control'] ?? 'no-cache');
  }
});

test('nginx knows the types that the site is served with elsewhere', () => {
  const [, types = ''] = /types \{([^}]*)\}/.exec(read('deploy/nginx.conf')) ?? [];
  const given = [...types.matchAll(/(\S+)\s+([\w ]+);/g)].flatMap(([, type, endings = '']) =>
    endings.split(' ').map((ending) => [`.${ending}`, type]),
  );
  const wanted = Object.entries(contentTypes).map(([ending, type]) => [ending, type.split(';')[0]]);
  expect(given.sort()).toEqual(wanted.sort());
});

test('Netlify and Cloudflare Pages are told no other headers', () => {
  expect(read('deploy/netlify.toml')).not.toContain('headers]]');
  expect(read('deploy/netlify.toml')).toContain('publish = "dist"');
  expect(read('deploy/wrangler.toml')).toContain('pages_build_output_dir = "dist"');
});

test('CloudFront gives the same headers', () => {
  type Policy = {
    readonly SecurityHeadersConfig: {
      readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
      readonly ContentTypeOptions: { readonly Override: boolean };
      readonly ReferrerPolicy: { readonly ReferrerPolicy: string };
    };
    readonly CustomHeadersConfig: {
      readonly Quantity: number;
      readonly Items: readonly { readonly Header: string; readonly Value: string }[];
    };
  };
  const { SecurityHeadersConfig: security, CustomHeadersConfig: others } = JSON.parse(
    read('deploy/cloudfront-headers.json'),
  ) as Policy;
  expect(others.Quantity).toBe(others.Items.length);
  expect({
    'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
    ...(security.ContentTypeOptions.Override ? { 'X-Content-Type-Options': 'nosniff' } : {}),
    ...Object.fromEntries(others.Items.map(({ Header, Value }) => [Header, Value])),
  }).toEqual(everywhere);
});

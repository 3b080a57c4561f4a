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
/** Workers, and what lies beside them. */
const scripts = ['/_astro/later.js', '/_astro/pdf.worker.mjs', '/pagefind/pagefind-worker.js', '/sw.js'];
const addresses = ['/', '/courses/', '/_astro/index.css', '/catalog/index.json', '/favicon.svg', ...scripts];

/** The one page that tries camera and microphone. */
const examReady = '/tools/exam-ready/';

test('the page that tries the camera is given a second policy, and no other page is', () => {
  const policies = rules.flatMap(({ matches, headers }) =>
    matches.test(examReady) ? headers.filter(([name]) => name === 'Permissions-Policy') : [],
  );
  // Hosts join the two. Of two words for one device, browsers follow the later one.
  expect(policies.map(([, value]) => value)).toEqual([
    'camera=(), geolocation=(), microphone=()',
    'camera=(self), geolocation=(), microphone=(self)',
  ]);
});

test('scripts are given one policy more, the same everywhere, which says again what is said of every file', () => {
  for (const address of scripts) {
    const policy = headersOf(address)['Content-Security-Policy'];
    expect(policy, address).toBe(headersOf('/sw.js')['Content-Security-Policy']);
    // nginx and CloudFront send only this one. Where hosts join the two, browsers follow both.
    expect(policy?.split('; '), address).toContain(everywhere['Content-Security-Policy']);
  }
});

test('no other header is given twice for any other address: hosts would join the two values', () => {
  for (const address of addresses) {
    const names = rules
      .filter(({ matches }) => matches.test(address))
      .flatMap(({ headers }) => headers.map(([name]) => name))
      .filter((name) => name !== 'Content-Security-Policy');
    expect(names.length, address).toBe(new Set(names).size);
  }
});

test('nginx gives the same headers, all in one place', () => {
  const nginx = read('deploy/nginx.conf');
  const given = [...nginx.matchAll(/^ {4}add_header (\S+) (?:"([^"]*)"|(\$\w+)) always;$/gm)];
  const {
    'Cache-Control': cache,
    'Content-Security-Policy': policy,
    'Permissions-Policy': permissions,
    ...others
  } = Object.fromEntries(given.map(([, name, text, name2]) => [name, text ?? name2]));
  const { 'Content-Security-Policy': _, 'Permissions-Policy': __, ...wanted } = everywhere;
  expect(others).toEqual(wanted);
  expect(nginx.match(/add_header/g)).toHaveLength(given.length + 1 /* the comment */);
  expect([cache, policy, permissions]).toEqual(['$credit_map_cache', '$credit_map_policy', '$credit_map_permissions']);

  /** What a map of nginx gives for an address. */
  const mapped = (name: string, address: string): string | undefined => {
    const [, map = ''] = new RegExp(`map \\$uri \\$${name} \\{([^}]*)\\}`).exec(nginx) ?? [];
    const kept = [...map.matchAll(/^\s*(?:"~([^"]+)"|default)\s+"([^"]+)";$/gm)];
    const found =
      kept.find(([, pattern]) => pattern && new RegExp(pattern).test(address)) ?? kept.find(([, pattern]) => !pattern);
    return found?.[2];
  };
  for (const address of [...addresses, examReady]) {
    expect(mapped('credit_map_cache', address), address).toBe(headersOf(address)['Cache-Control'] ?? 'no-cache');
    expect(mapped('credit_map_policy', address), address).toBe(headersOf(address)['Content-Security-Policy']);
    expect(mapped('credit_map_permissions', address), address).toBe(headersOf(address)['Permissions-Policy']);
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

test.for([
  ['deploy/cloudfront-headers.json', '/'],
  ['deploy/cloudfront-headers-exam-ready.json', examReady],
  ['deploy/cloudfront-headers-scripts.json', '/sw.js'],
] as const)('CloudFront gives the same headers: %s', ([file, address]) => {
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
  const { SecurityHeadersConfig: security, CustomHeadersConfig: others } = JSON.parse(read(file)) as Policy;
  expect(others.Quantity).toBe(others.Items.length);
  // How long a file may be kept is said where it is uploaded.
  const { 'Cache-Control': _, ...wanted } = headersOf(address);
  expect({
    'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
    ...(security.ContentTypeOptions.Override ? { 'X-Content-Type-Options': 'nosniff' } : {}),
    ...Object.fromEntries(others.Items.map(({ Header, Value }) => [Header, Value])),
  }).toEqual(wanted);
});

/** What a badge says of its course, field by field. */
import { expect, test } from 'vitest';
import { looksLikeBadge } from '../../../src/planner/import/read-badge.ts';
import { assertion, credential, signed } from './badge-files.ts';
import { linesOf, readText, refusalOf } from './import-example.ts';

const read = async (badge: unknown) => linesOf(await readText(JSON.stringify(badge)));
const { badge } = assertion;
const { credentialSubject: subject } = credential;
const { achievement } = subject;

test('all that a badge says is on its line: title, code, issuer, day, hours', async () => {
  expect(await read(credential)).toStrictEqual([
    {
      text: 'Introduction to Ethics · PHIL1005 · Sophia · 2024-03-12',
      title: 'Introduction to Ethics',
      providers: ['sophia'],
      code: 'PHIL1005',
      completedOn: '2024-03-12',
      hours: 3,
      remarks: ['signature-not-checked'],
      found: 'sophia/introduction-to-ethics',
    },
  ]);
});

test('of what a badge does not say, nothing is on its line', async () => {
  expect(await read({ badge: { name: 'Pottery' } })).toStrictEqual([
    { text: 'Pottery', title: 'Pottery', providers: [], remarks: ['signature-not-checked'], found: undefined },
  ]);
});

test('a badge without a name is known by its address', async () => {
  expect(await read({ ...assertion, badge: {}, id: 'https://badges.example/7' })).toMatchObject([
    {
      text: 'https://badges.example/7 · 2024-03-12',
      title: '',
      remarks: ['signature-not-checked', 'badge-without-name'],
    },
  ]);
});

const days: [fields: object, day: string | undefined][] = [
  [{ issuedOn: '2024-03-12' }, '2024-03-12'],
  [{ validFrom: '2024-03-12T08:00:00Z' }, '2024-03-12'],
  [{ issuanceDate: '2024-03-12T08:00:00+01:00' }, '2024-03-12'],
  [{ awardedDate: '2024-03-12' }, '2024-03-12'],
  [{ validFrom: 'soon', awardedDate: '2024-03-12' }, '2024-03-12'],
  [{ validFrom: '2024-03-12', awardedDate: '2024-03-01' }, '2024-03-12'],
  [{ issuedOn: 1710201600 }, undefined],
  [{}, undefined],
];

test.for(days)('a badge with %j was earned on %s', async ([fields, day]) => {
  const [line] = await read({ badge, ...fields });
  expect(line?.completedOn).toBe(day);
  expect(line?.text).toBe(['Introduction to Ethics', 'Sophia Learning', day].filter(Boolean).join(' · '));
});

test.for([
  [1710201600, '2024-03-12'],
  [1, '1970-01-01'],
  [0, undefined],
  [-5, undefined],
  [4_102_444_799, '2099-12-31'],
  [4_102_444_800, undefined],
  [1e300, undefined],
  ['1710201600', undefined],
] as const)('a signed badge that holds from the second %s is of the day %s', async ([nbf, day]) => {
  const { validFrom: _, ...undated } = credential;
  expect(linesOf(await readText(await signed({ vc: undated, nbf })))[0]?.completedOn).toBe(day);
  const [dated] = linesOf(await readText(await signed({ vc: { ...undated, issuanceDate: '2023-05-01' }, nbf })));
  expect(dated?.completedOn).toBe('2023-05-01');
});

const hours: [earned: object, available: object, hours: number | undefined][] = [
  [{ creditsEarned: 2 }, { creditsAvailable: 3 }, 2],
  [{}, { creditsAvailable: 3 }, 3],
  [{ creditsEarned: 1.5 }, {}, 1.5],
  [{ creditsEarned: '3' }, {}, undefined],
  [{ creditsEarned: 300 }, {}, undefined],
  [{}, {}, undefined],
];

test.for(hours)('with %j and %j a badge gives %s hours', async ([earned, available, expected]) => {
  const [line] = await read({ credentialSubject: { ...earned, achievement: { ...available, name: 'Pottery' } } });
  expect(line?.hours).toBe(expected);
});

const issuers: [outside: object, inside: object, provider: string | undefined][] = [
  [{ issuer: { name: 'Sophia' } }, {}, 'sophia'],
  [{ issuer: 'https://issuer.example' }, { creator: { name: 'Sophia' } }, 'sophia'],
  [{ issuer: { name: '' } }, { issuer: { name: 'SDC' }, creator: { name: 'Sophia' } }, 'study-com'],
  [{}, {}, undefined],
];

test.for(issuers)('whoever signs with %j and %j is the provider %s', async ([outside, inside, provider]) => {
  const [line] = await read({ ...outside, credentialSubject: { achievement: { ...inside, name: 'Pottery' } } });
  expect(line?.providers).toEqual(provider === undefined ? [] : [provider]);
});

test('a provider in the title is the provider too, after the issuer', async () => {
  const [line] = await read({ issuer: { name: 'SDC' }, badge: { name: 'Sophia Pottery' } });
  expect(line?.providers).toEqual(['study-com', 'sophia']);
});

test.for([
  [{ en: 'Ethics', de: 'Ethik' }, 'Ethics'],
  [{ 'de-DE': 'Ethik', 'en-US': 'Ethics' }, 'Ethics'],
  [{ de: 'Ethik', fr: 'Éthique' }, 'Ethik'],
  [{ en: { en: 'Ethics' } }, ''],
  [{}, ''],
  [7, ''],
  [' Business \n\t Ethics ', 'Business Ethics'],
] as const)('the name %j is read as "%s"', async ([name, title]) => {
  expect(await read({ badge: { name } })).toMatchObject([{ title }]);
});

test('the first of several achievements counts, and a code is kept to 40 letters', async () => {
  const long = { ...achievement, humanCode: 'X'.repeat(50) };
  const [line] = await read({ ...credential, credentialSubject: { achievement: [long, { name: 'Another' }] } });
  expect(line).toMatchObject({ title: 'Introduction to Ethics', code: 'X'.repeat(40) });
});

test('a list gives a line for each badge, up to 200 of them', async () => {
  const envelope = { id: `data:application/vc+jwt;charset=utf-8,${await signed(credential)}` };
  expect((await read([assertion, envelope])).map(({ remarks }) => remarks)).toEqual([
    ['signature-not-checked'],
    ['signature-fits'],
  ]);
  expect(await read(Array.from({ length: 200 }, () => assertion))).toHaveLength(200);
});

test.for([
  ['a badge beside a plan', [assertion, { kind: 'credit-map-plan' }], 'a-plan'],
  ['a badge beside something else', [assertion, {}], 'badge-other'],
  ['an envelope of another kind', { id: 'data:text/plain,eyJh' }, 'badge-other'],
  ['a subject without an achievement', { credentialSubject: {}, badge }, 'badge-other'],
] as const)('%s is refused', async ([, value, refusal]) => {
  expect(refusalOf(await readText(JSON.stringify(value)))).toBe(refusal);
});

const nested = (levels: number, brackets: readonly [string, string] = ['[', ']']) =>
  `{"badge":{"name":"Pottery"},"x":${brackets[0].repeat(levels)}${brackets[1].repeat(levels)}}`;

test('parts may lie 40 deep within each other, brackets in quotes aside', async () => {
  expect(linesOf(await readText(nested(39)))).toMatchObject([{ title: 'Pottery' }]);
  expect(refusalOf(await readText(nested(40)))).toBe('badge-too-deep');
  expect(refusalOf(await readText(nested(40, ['{"a":', '}'])))).toBe('badge-too-deep');
  const inQuotes = `\\"${'{['.repeat(40)}`;
  expect(linesOf(await readText(`{"badge":{"name":"Pottery"},"x":"${inQuotes}"}`))).toHaveLength(1);
  const wide = Array.from({ length: 60 }, () => ({ badge: { name: 'Pottery', x: [{}] } }));
  expect(await read(wide)).toHaveLength(60);
});

test('a signed badge is looked at in the same way', async () => {
  const part = (text: string) => Buffer.from(text).toString('base64url');
  const inText = (payload: string) => readText(`${part('{"alg":"none"}')}.${part(payload)}.AAAA`);
  expect(refusalOf(await inText(nested(40)))).toBe('badge-too-deep');
  expect(refusalOf(await inText('{"badge":'))).toBe('badge-damaged');
  expect(refusalOf(await inText('[]'))).toBe('badge-damaged');
  expect(refusalOf(await inText('{}'))).toBe('badge-other');
});

test.for([
  ['{"a":1}', true],
  ['  \n[1]', true],
  ['eyJh.eyJh.AA', true],
  [' eyJh.eyJh. ', true],
  ['eyJh.eyJh', false],
  ['the eyJh.eyJh.AA', false],
  ['eyJh.eyJh.AA and more', false],
  ['Ethics {advanced}', false],
] as const)('"%s" looks like a badge: %s', ([text, looks]) => {
  expect(looksLikeBadge(text)).toBe(looks);
});

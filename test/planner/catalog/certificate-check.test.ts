import { expect, test } from 'vitest';
import { checkCertificate, type Certificate } from '../../../src/planner/catalog/certificate-check.ts';

const certificate = (title: string, provider = 'Coursera'): Certificate => ({
  id: title.toLowerCase().replaceAll(' ', '-'),
  title,
  provider,
  alsoCalled: ['Coursera.org'],
  standing: 'recommended',
  recommended: '',
  window: '',
  lands: [],
});
const all = [
  certificate('Google Data Analytics Professional Certificate'),
  certificate('Google Advanced Data Analytics Professional Certificate'),
  certificate('Google IT Support Professional Certificate'),
  certificate('IBM Data Science Professional Certificate'),
  certificate('CompTIA A+', 'CompTIA'),
];
const check = (typed: string) => {
  const { exact, near } = checkCertificate(typed, all);
  return { exact: exact?.title, near: near.map(({ title }) => title) };
};

test.for([
  'Google Data Analytics Professional Certificate',
  '  google data analytics professional certificate. ',
  'Coursera: Google Data Analytics Professional Certificate',
  'Google Data Analytics Professional Certificate (Coursera.org)',
])('"%s" is that certificate', (typed) => {
  expect(check(typed).exact).toBe('Google Data Analytics Professional Certificate');
});

test.for([
  ['Google Data Analytics Certificate', 'a word is missing'],
  ['Google Data Analytics', 'only its beginning'],
  ['Googel Data Analytics Professional Certificate', 'a slip'],
  ['Data Analytics Professional Certificate', 'another owner'],
] as const)('"%s" is near and not the same name: %s', ([typed]) => {
  const { exact, near } = check(typed);
  expect(exact).toBeUndefined();
  expect(near[0]).toBe('Google Data Analytics Professional Certificate');
});

test('an exact name still shows the names near it, since they are easily mistaken', () => {
  expect(check('Google Data Analytics Professional Certificate').near).toContain(
    'Google Advanced Data Analytics Professional Certificate',
  );
});

test.for(['Underwater Basket Weaving Professional Certificate', 'Professional Certificate', '', '   ', '<b>', '¿?'])(
  '"%s" is near to nothing',
  (typed) => {
    expect(check(typed)).toEqual({ exact: undefined, near: [] });
  },
);

test('the likest names come first, of those that are as like the first by the alphabet, and no more than are wanted', () => {
  const names = ['Data Work B', 'Data Work A', 'Data Work', 'Data Work Tools Team', 'Data Tools Team Plan', 'Zoo'];
  const some = names.map((name) => certificate(name));
  const near = (typed: string, most?: number) => checkCertificate(typed, some, most).near.map(({ title }) => title);
  expect(near('data works')).toEqual(['Data Work', 'Data Work A', 'Data Work B', 'Data Work Tools Team']);
  expect(near('data works b', 1)).toEqual(['Data Work B']);
  expect(near('data tools')).toEqual(['Data Tools Team Plan', 'Data Work', 'Data Work A', 'Data Work Tools Team']);
  expect(near('Data Work')).not.toContain('Data Work');
});

test('words that most certificates have make no likeness', () => {
  const some = [certificate('Professional Certificate'), certificate('Professional Certificate in Data')];
  expect(checkCertificate('Certified Professional Specialization', some)).toEqual({ exact: undefined, near: [] });
  expect(checkCertificate('Data Specialization', some).near.map(({ title }) => title)).toEqual([
    'Professional Certificate in Data',
  ]);
});

import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import {
  deviceOf,
  heardFrom,
  loudness,
  mbpsOf,
  mediaProblem,
  mediaProblemWords,
  screenWords,
  speedWords,
} from '../../../src/planner/exam/device-check.ts';
import { examReady, subjectName, type ExamFacts, type ExamTaker } from '../../../src/planner/exam/exam-ready.ts';
import { lineWords, sourceFacts, wayWords } from '../../../src/planner/exam/wording-exam-ready.ts';
import { providerSchema } from '../../../src/schemas/provider.ts';
import { serviceSchema } from '../../../src/schemas/service.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const idOf = (file: string) => basename(file, '.json');
const services = globSync('data/services/*.json')
  .map((file) => [idOf(file), serviceSchema.parse(read(file))] as const)
  .filter(([, { kind }]) => kind === 'proctoring');
const providers = globSync('data/providers/*.json').flatMap((file) => {
  const { name, exams } = providerSchema.parse(read(file));
  return exams ? [[idOf(file), { name, exams }] as const] : [];
});
const facts: ExamFacts = {
  services: Object.fromEntries(services),
  providers: Object.fromEntries(providers),
  exams: { 'clep/biology': ['Biology', 'clep'] },
};
const taker: ExamTaker = { country: 'IN', device: 'windows', paper: 'passport', paperFrom: 'IN' };
const answers = (id: string, more: Partial<ExamTaker> = {}) =>
  examReady(id, { ...taker, ...more }, facts).map(({ at, answer, lines }) => [
    at,
    answer,
    ...lines.map((line) => line.answer),
  ]);

test('CLEP at home is not for people outside the US; a test center may be near', () => {
  expect(answers('providers/clep')).toEqual([
    ['home', 'no', 'no', 'yes', 'yes'],
    ['test-center', 'ask', 'ask', 'yes'],
  ]);
  expect(answers('exams/clep/biology')).toEqual(answers('providers/clep'));
  // Its territories do not count as the US.
  expect(answers('providers/clep', { country: 'PR' })[0]?.[2]).toBe('no');
});

test('in the US CLEP at home needs Windows', () => {
  const there = { country: 'US', paperFrom: 'US' };
  expect(answers('providers/clep', there)[0]).toEqual(['home', 'yes', 'yes', 'yes', 'yes']);
  expect(answers('providers/clep', { ...there, device: 'mac' })[0]).toEqual(['home', 'no', 'yes', 'no', 'yes']);
});

test('a country where OnVUE is not offered is refused, and so are its papers elsewhere', () => {
  expect(answers('services/pearson-vue-onvue')).toEqual([['home', 'yes', 'yes', 'yes', 'yes']]);
  expect(answers('services/pearson-vue-onvue', { country: 'CU' })[0]?.[2]).toBe('no');
  // Some of its regions are refused.
  expect(answers('services/pearson-vue-onvue', { country: 'UA' })[0]?.[2]).toBe('ask');
  const [way] = examReady('services/pearson-vue-onvue', { ...taker, country: 'TR', paperFrom: 'IR' }, facts);
  expect(way?.lines.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'no']);
  expect(way && lineWords(way.lines[2]!, { ...taker, paperFrom: 'IR' })).toBe('A passport from Iran will not do.');
});

test('what an exam says of itself comes before what its system says', () => {
  expect(answers('services/proctortrack', { device: 'chromebook' })[0]?.[3]).toBe('yes');
  expect(answers('providers/edx', { device: 'chromebook' })[0]?.[3]).toBe('ask');
});

test('nothing found is a question to ask, never a yes', () => {
  const [way] = examReady('providers/tecep', taker, facts);
  expect(way?.answer).toBe('ask');
  expect(way?.lines.map((line) => lineWords(line, taker))).toEqual([
    'Ask whether it can be taken from India. We found nothing about it.',
    'Ask whether a computer with Windows will do. We found nothing about it.',
    'Ask whether a passport will do. We found nothing about it.',
  ]);
});

test('what the reader does not say is not answered', () => {
  const [way] = examReady('services/honorlock', { country: '', device: '', paper: '', paperFrom: '' }, facts);
  expect([way?.lines, way?.answer]).toEqual([[], 'ask']);
  expect(examReady('services/nobody', taker, facts)).toEqual([]);
  expect(examReady('__proto__/x', taker, facts)).toEqual([]);
  expect(subjectName('services/__proto__', facts)).toBeUndefined();
  expect(subjectName('services/nobody', facts)).toBeUndefined();
});

test('every yes and no of every exam has the sentence and the source it was read from', () => {
  const subjects = [...services.map(([id]) => `services/${id}`), ...providers.map(([id]) => `providers/${id}`)];
  expect(subjects.length).toBeGreaterThan(15);
  const bare = subjects.flatMap((id) =>
    (['windows', 'mac', 'chromebook', 'linux', 'ipad', 'tablet', 'phone'] as const).flatMap((device) =>
      (['passport', 'national-id', 'drivers-license', 'military-id', 'student-id'] as const).flatMap((paper) =>
        ['US', 'IN', 'RU'].flatMap((country) =>
          examReady(id, { country, device, paper, paperFrom: country }, facts).flatMap(({ lines }) =>
            lines.filter(({ answer, text, sources }) => answer !== 'ask' && (text === '' || sources.length === 0)),
          ),
        ),
      ),
    ),
  );
  expect(bare).toEqual([]);
});

test('a way is named by place and system, a source by what weakens it', () => {
  expect(examReady('providers/clep', taker, facts).map(wayWords)).toEqual([
    'At home, over CLEP remote proctoring',
    'At a test center',
  ]);
  expect(sourceFacts({ says: 'x', checkedOn: '2026-11-20', confidence: 'reported', pageDate: '2019' })).toBe(
    'reported, page of 2019, checked November 2026',
  );
});

test.for([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140', 0, 'windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605', 0, 'mac'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605', 5, 'ipad'],
  ['Mozilla/5.0 (Linux; Android 13; SM-A145F) Chrome/140 Mobile Safari', 5, 'phone'],
  ['Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/140 Safari', 5, 'tablet'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 5, 'phone'],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', 0, 'chromebook'],
  ['Mozilla/5.0 (X11; Linux x86_64) Firefox/140', 0, 'linux'],
  ['Something else', 0, ''],
] as const)('%s with %i fingers is called %s', ([userAgent, touchPoints, device]) => {
  expect(deviceOf({ userAgent, touchPoints })).toBe(device);
});

test('each trouble with a camera has its own plain words', () => {
  const names = ['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'];
  const words = names.map((name) => mediaProblemWords(mediaProblem(name), 'camera'));
  expect(new Set(words).size).toBe(names.length);
  expect(words[0]).toContain('said no');
  expect(mediaProblemWords('insecure', 'microphone')).toContain('https');
});

test('silence is not heard, a voice is', () => {
  const wave = (height: number) =>
    Uint8Array.from({ length: 1024 }, (_, i) => 128 + Math.round(height * Math.sin(i / 5)));
  expect(loudness(wave(0))).toBe(0);
  expect(loudness(wave(1))).toBeLessThan(heardFrom);
  expect(loudness(wave(30))).toBeGreaterThan(heardFrom);
  expect(loudness(wave(127))).toBeLessThanOrEqual(1);
});

test('a speed is told beside what the exam asks for, and screens beside what it allows', () => {
  expect(mbpsOf(250_000, 1000)).toBe(2);
  expect(speedWords(2, 3)).toContain('at 2.0 Mbps. The exam asks for 3. Use a cable');
  expect(speedWords(20.4, 3)).toBe('This site arrived at 20 Mbps. The exam asks for 3.');
  expect(
    [screenWords(undefined, 1), screenWords(true, 1), screenWords(false, 1)].map((words) => words.slice(0, 32)),
  ).toEqual(['This browser does not tell how m', 'The browser sees more than one s', 'The browser sees one screen.']);
});

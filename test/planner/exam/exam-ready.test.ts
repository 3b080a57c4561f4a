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
  expect(way?.lines.flatMap(({ sources }) => sources)).toEqual([]);
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

/** A made-up exam over a made-up service, which says something of its own on every question. */
const page = (says: string) => [
  { says, url: 'https://example.edu/', checkedOn: '2026-11', confidence: 'primary' as const },
];
const room = { topic: 'room', text: 'Be alone in the room.', sources: page('room') };
const madeUp: ExamFacts = {
  services: {
    watcher: {
      name: 'Watcher',
      facts: [
        {
          topic: 'countries',
          text: 'Not from Cuba. Ask from Chad.',
          asks: { countries: { no: ['CU'], ask: ['TD'], yes: ['IN'], otherwise: 'yes' } },
          sources: page('countries'),
        },
        room,
        { topic: 'screens', text: 'One screen.', asks: { screens: 1, upMbps: 2 }, sources: page('screens') },
        { topic: 'line', text: 'A line of 3 Mbps.', asks: { downMbps: 3 }, sources: page('line') },
        {
          topic: 'devices',
          text: 'No tablets.',
          asks: { devices: { tablet: 'no', mac: 'yes' } },
          sources: page('devices'),
        },
        { topic: 'papers', text: 'A passport.', asks: { papers: { passport: 'yes' } }, sources: page('papers') },
        { topic: 'papers', text: 'None from Iran.', asks: { papersNotFrom: ['IR'] }, sources: page('not from') },
      ],
    },
  },
  providers: {
    example: {
      name: 'Example exams',
      exams: [
        { at: 'home', by: 'watcher', text: 'At home with 5 Mbps.', asks: { downMbps: 5 }, sources: page('at home') },
        { at: 'test-center', text: 'At a center.', sources: page('center') },
        { at: 'home', by: 'gone', text: 'Over a service that is gone.', sources: page('gone') },
      ],
    },
  },
  exams: { 'example/biology': ['Biology', 'example'] },
};
const inChad: ExamTaker = { country: 'TD', device: 'mac', paper: 'passport', paperFrom: 'TD' };
const waysFor = (more: Partial<ExamTaker> = {}, id = 'providers/example') =>
  examReady(id, { ...inChad, ...more }, madeUp);
const linesFor = (more: Partial<ExamTaker>) =>
  waysFor(more)[0]!.lines.map(({ question, answer, text, sources }) => [question, answer, text, sources[0]?.says]);

test('each answer comes with the sentence that it was read from', () => {
  expect(linesFor({})).toEqual([
    ['country', 'ask', 'Not from Cuba. Ask from Chad.', 'countries'],
    ['device', 'yes', 'No tablets.', 'devices'],
    ['paper', 'yes', 'A passport.', 'papers'],
  ]);
});

test.for([
  ['CU', 'no'],
  ['TD', 'ask'],
  ['IN', 'yes'],
  ['FR', 'yes'],
] as const)(
  'a country that a rule names is answered by it, any other by what holds otherwise: %s',
  ([country, answer]) => {
    expect(linesFor({ country })[0]?.[1]).toBe(answer);
  },
);

test('a machine or paper of which the page says nothing is a question, with the page', () => {
  expect(linesFor({ device: 'linux' })[1]).toEqual(['device', 'ask', 'No tablets.', 'devices']);
  expect(linesFor({ paper: 'student-id' })[2]).toEqual(['paper', 'ask', 'A passport.', 'papers']);
});

test('a country whose papers are refused refuses every paper', () => {
  expect(linesFor({ paperFrom: 'IR' })[2]).toEqual(['paper', 'no', 'None from Iran.', 'not from']);
});

test('one no makes the way a no, one question a question, and only yeses a yes', () => {
  const overall = (more: Partial<ExamTaker>) => waysFor(more)[0]?.answer;
  expect(overall({ country: 'TD', device: 'tablet' })).toBe('no');
  expect(overall({ country: 'TD' })).toBe('ask');
  expect(overall({ country: 'IN' })).toBe('yes');
  expect(overall({ country: 'IN', device: '', paper: '' })).toBe('yes');
});

test('only what was asked is answered', () => {
  const questions = (more: Partial<ExamTaker>) => waysFor(more)[0]!.lines.map(({ question }) => question);
  expect(questions({ country: '' })).toEqual(['device', 'paper']);
  expect(questions({ device: '' })).toEqual(['country', 'paper']);
  expect(questions({ paper: '' })).toEqual(['country', 'device']);
});

test('a test center asks for no machine, and has no service', () => {
  const [, center] = waysFor();
  expect(center).toMatchObject({ at: 'test-center', text: 'At a center.', sources: page('center'), more: [] });
  expect(center?.by).toBeUndefined();
  expect(center?.lines.map(({ question, answer }) => [question, answer])).toEqual([
    ['country', 'ask'],
    ['paper', 'ask'],
  ]);
  expect(center && wayWords(center)).toBe('At a test center');
});

test('what the browser measures is held against the exam’s own limit before the service’s', () => {
  expect(waysFor()[0]?.limits).toEqual({ screens: 1, downMbps: 5, upMbps: 2 });
  expect(waysFor({}, 'services/watcher')[0]?.limits).toEqual({ screens: 1, downMbps: 3, upMbps: 2 });
  expect(waysFor()[1]?.limits).toEqual({ screens: undefined, downMbps: undefined, upMbps: undefined });
});

test('what else the service says is told too, and nothing twice', () => {
  expect(waysFor()[0]?.more).toEqual([room]);
});

test('a service that is asked about alone is a way at home without words', () => {
  const [alone, ...others] = waysFor({}, 'services/watcher');
  expect(others).toEqual([]);
  expect(alone).toMatchObject({ at: 'home', by: { id: 'watcher', name: 'Watcher' }, sources: [] });
  expect(alone?.text).toBeUndefined();
});

test('a way over a service that is not known is still a way at home', () => {
  const gone = waysFor()[2];
  expect(gone?.by).toBeUndefined();
  expect(gone && wayWords(gone)).toBe('At home');
  expect(gone?.answer).toBe('ask');
});

test('an exam, a provider and a service each have a name; anything else has none, and no way', () => {
  const names = [
    'exams/example/biology',
    'providers/example',
    'services/watcher',
    'rooms/example',
    'providers/gone',
    '',
  ];
  expect(names.map((id) => subjectName(id, madeUp))).toEqual([
    'Biology',
    'Example exams',
    'Watcher',
    undefined,
    undefined,
    undefined,
  ]);
  expect(names.map((id) => waysFor({}, id).length)).toEqual([3, 3, 1, 0, 0, 0]);
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
  ['Mozilla/5.0 (iPod touch; CPU iPhone OS 12_0)', 5, 'phone'],
  ['Mozilla/5.0 (Windows Phone 10.0; Android 6.0; Lumia) Mobile', 5, 'phone'],
  ['Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X)', 5, 'ipad'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Firefox/140', 1, 'mac'],
  ['Mozilla/5.0 (X11; FreeBSD amd64) Firefox/140', 0, 'linux'],
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

test.for([
  ['NotAllowedError', 'You or your browser said no.'],
  ['SecurityError', 'You or your browser said no.'],
  ['NotFoundError', 'No camera was found.'],
  ['OverconstrainedError', 'No camera was found.'],
  ['NotReadableError', 'The camera is there, but can’t be used.'],
  ['AbortError', 'The camera is there, but can’t be used.'],
  ['TypeError', 'The camera could not be tried.'],
] as const)('of the browser’s %s the reader hears: %s', ([name, words]) => {
  expect(mediaProblemWords(mediaProblem(name), 'camera')).toContain(words);
});

test('a browser without a way to ask for the camera is told apart from a page without https', () => {
  expect(mediaProblemWords('no-api', 'camera')).toContain('This browser does not let pages use the camera.');
  expect(mediaProblemWords('insecure', 'camera')).toContain('only to pages with https');
});

test('sound is measured by its height, whichever its length', () => {
  const square = (height: number, length: number) =>
    Uint8Array.from({ length }, (_, i) => (i % 2 === 0 ? 128 + height : 128 - height));
  expect(loudness(new Uint8Array(0))).toBe(0);
  expect(loudness(square(16, 10))).toBeCloseTo(0.5);
  expect(loudness(square(16, 1000))).toBeCloseTo(0.5);
  expect(loudness(square(120, 10))).toBe(1);
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
  expect(mbpsOf(1000, 0)).toBe(8);
  expect(speedWords(3, 3)).toBe('This site arrived at 3.0 Mbps. The exam asks for 3.');
  expect(speedWords(9.96, undefined)).toBe('This site arrived at 10.0 Mbps. Most systems ask for 1 to 3.');
  expect(speedWords(10.4, undefined)).toContain('at 10 Mbps');
  expect(screenWords(true, 1)).toContain('The exam allows one');
  expect(screenWords(true, undefined)).toContain('Most exams allow one');
  expect(speedWords(20.4, 3)).toBe('This site arrived at 20 Mbps. The exam asks for 3.');
  expect(
    [screenWords(undefined, 1), screenWords(true, 1), screenWords(false, 1)].map((words) => words.slice(0, 32)),
  ).toEqual(['This browser does not tell how m', 'The browser sees more than one s', 'The browser sees one screen.']);
});

/**
 * Every door through which something from outside comes in. Whatever is put through it, there is an answer or a plain
 * refusal in less than 100 ms, nothing is thrown, and no other object is changed.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCertificate } from '../../../src/planner/catalog/certificate-check.ts';
import { courseComparisonIn, hashOfCourses } from '../../../src/planner/compare/compared-course.ts';
import { degreesAskedIn, hashOfDegrees } from '../../../src/planner/compare/compared-degrees.ts';
import { hashOfPlans, planComparisonIn } from '../../../src/planner/compare/compared-plan.ts';
import { schoolsIn } from '../../../src/planner/compare/compared-school.ts';
import { checkCost, waysToPay } from '../../../src/planner/finish/cost.ts';
import { checkAnswer, checkAnswered } from '../../../src/planner/plan/decision-entry.ts';
import { checkProgress, checkTypedCourse } from '../../../src/planner/plan/entry-check.ts';
import { openHistory } from '../../../src/planner/plan/history.ts';
import { openPlanFile, planToText } from '../../../src/planner/keeping/plan-file.ts';
import { namesIn } from '../../../src/planner/link/link-names.ts';
import { linkInHash, openLinkedPlan, planToLink, readLink } from '../../../src/planner/link/plan-link.ts';
import { PlanShelf } from '../../../src/planner/keeping/plan-shelf.ts';
import {
  checkWishes,
  fieldsOf,
  firstCommonWishes,
  hashOfWishes,
  wishesIn,
} from '../../../src/planner/finish/wishes.ts';
import { school } from '../../engine/example-university.ts';
import { addFigures, isDeep } from '../../figures.ts';
import { told } from '../../told.ts';
import { hostileAround, hostileJson, hostileText } from '../../hostile.ts';
import { prototypePayloads, scriptPayloads } from '../../payloads.ts';
import { assertion, bakedChunk, credential, png, signed } from '../import/badge-files.ts';
import { examplePlan } from '../example-plan.ts';
import { FakeDevice, openedTab, Tab } from './fake-device.ts';
import { readBytes, readText } from '../import/import-example.ts';
import { workOf } from '../../own-time.ts';

type Door = {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  /** What came of it, where that has a shape to check: an answer, or the reason why there is none. */
  readonly take: (input: never) => unknown;
};

function door<T>(name: string, inputs: fc.Arbitrary<T>, take: (input: T) => unknown): Door {
  return { name, inputs, take };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const base64Url = (text: string) => Buffer.from(text).toString('base64url');
const planText = planToText(examplePlan);
const exampleNames = namesIn({ courses: ['clep/biology'], degrees: [examplePlan.degree], blocks: [], moved: {} });
const link = planToLink(examplePlan, exampleNames) ?? '';
const jws = await signed(credential);
const hostilePlan = fc.oneof(hostileJson(examplePlan), hostileAround(planText), hostileText);
const transcript =
  'Sophia Learning\nIntroduction to Ethics  3 semester hours  2024-03-12\nCLEP\nCollege Composition 58';
const table = 'Course title;Provider;Credits;Grade\nIntroduction to Ethics;Sophia;3;A\nBiology;CLEP;6;\n';

const readPlan = (text: string) => {
  const opened = openPlanFile(text);
  return 'plan' in opened ? opened.plan : opened.reason;
};

const readLinked = (letters: string) => {
  const read = readLink(linkInHash(`#p=${letters}`));
  if ('reason' in read) return read.reason;
  const opened = openLinkedPlan(read.linked, exampleNames, {});
  return 'plan' in opened ? opened.plan : opened.reason;
};

const imported = async (read: Promise<Awaited<ReturnType<typeof readText>>>) => {
  const done = await read;
  return 'refused' in done ? done.refused : done.lines;
};

/** A plan in the letters of a link, with right frame and checksum, so that what is inside is reached. */
const hostileLink = hostilePlan.map((text) => {
  const opened = openPlanFile(text);
  return ('plan' in opened ? planToLink(opened.plan, exampleNames) : undefined) ?? text;
});

const hostileSigned = fc
  .tuple(hostileJson({ alg: 'ES256', jwk: {}, kid: 'did:key:z6Mk' }), hostileJson(credential))
  .map(([header, payload]) => `${base64Url(header)}.${base64Url(payload)}.${jws.split('.')[2] ?? ''}`);

const hostilePage = fc.array(
  fc.record({ text: hostileText, x: fc.double(), y: fc.double(), width: fc.double(), height: fc.double() }),
  { maxLength: 30 },
);

const hash = (right: string) => fc.oneof(hostileAround(right), hostileText);
const typed = <F extends string>(...fields: readonly F[]) =>
  fc.record(Object.fromEntries(fields.map((field) => [field, hostileText]))) as fc.Arbitrary<Record<F, string>>;

/** Reads an address, and what it made of it once more. */
const follow =
  <T>(read: (hash: string) => T, write: (value: T) => string) =>
  (hash: string) =>
    expect(read(write(read(hash)))).toEqual(read(hash)) ?? 'read';

/** A browser stores only what it can copy, so nothing that is nested too deep. */
function canBeStored(json: string): boolean {
  try {
    return structuredClone(JSON.parse(json) as unknown) !== undefined;
  } catch {
    return false;
  }
}

async function openRecord(value: unknown) {
  const device = new FakeDevice();
  device.stored.set('plan p-1', value).set('version p-1 000000001', value).set('steps p-1', value).set('open', value);
  const tab = new Tab(device, 'a', 1000);
  const opened = await tab.saving.open();
  if (opened.plan) openHistory(opened.plan, opened.steps);
  const shelf = new PlanShelf({ keyValue: device, now: () => '', tellTabs: () => undefined, patience: 1000 });
  return { opened, listed: await shelf.list(), versions: await tab.saving.versions() };
}

const device = new FakeDevice();
const tab = await openedTab(device, 'a');
await tab.save(examplePlan);

async function hear(message: unknown) {
  tab.saving.hear(message);
  await tab.saving.look();
  return tab.saving.state;
}

const ways = waysToPay({ memberships: [], ways: [] });

const doors: readonly Door[] = [
  door('a link', fc.oneof(hostileLink, hostileAround(link), hostileText), readLinked),
  door('a plan file', hostilePlan, readPlan),
  door('a badge', fc.oneof(hostileJson(assertion), hostileJson(credential), hostileAround(jws)), (text) =>
    imported(readText(text)),
  ),
  door('a signed badge', hostileSigned, (text) => imported(readText(text))),
  door('a badge in a picture', fc.oneof(hostileJson(assertion), hostileText), (text) =>
    imported(readBytes(png(bakedChunk(text)))),
  ),
  door(
    'a file of any bytes',
    hostileAround('<svg><openbadges:assertion verify="https://badges.example/1"></openbadges:assertion></svg>'),
    (text) => imported(readBytes(utf8(text))),
  ),
  door('the text of a PDF', fc.array(hostilePage, { maxLength: 3 }), (pages) =>
    imported(readBytes(utf8('%PDF-1.7'), { pages })),
  ),
  door('a table', hostileAround(table), (text) => imported(readBytes(utf8(text)))),
  door('pasted text', hostileAround(transcript), (text) => imported(readText(text))),
  door('a message of another tab', hostileJson({ kind: 'saved', plan: 'p-1' }), (text) => hear(JSON.parse(text))),
  door(
    'a stored record',
    fc.oneof(
      hostilePlan.map((text) => JSON.stringify({ text, writer: 'x' })),
      hostileJson({ text: planText, writer: 'x', on: '2026-11-25', archived: true }).filter(canBeStored),
    ),
    (text) => openRecord(JSON.parse(text)),
  ),
  door('an address of courses side by side', hash('#degree=tesu/ba&block=english&courses=clep/biology'), (text) =>
    follow(courseComparisonIn, hashOfCourses)(text),
  ),
  door('an address of schools side by side', hash('#tesu,excelsior'), (text) => schoolsIn(text, ['tesu', 'excelsior'])),
  door('an address of two degrees', hash('#degrees=tesu/ba,excelsior/bs&courses=clep/biology'), (text) =>
    follow(planComparisonIn, hashOfPlans)(text),
  ),
  door('an address of all degrees', hash('#courses=clep/biology&award=bachelor&week=15'), (text) =>
    follow(degreesAskedIn, hashOfDegrees)(text),
  ),
  door('an address of wishes', hash('#week=15&study=20&by=2028-01-31&without=clep&no=exams&abroad=yes'), (text) =>
    follow(wishesIn, hashOfWishes)(text),
  ),
  door('the name of a certificate', hostileText, (name) => checkCertificate(name, [])),
  door('the form for a course', typed('title', 'hours', 'level', 'subject', 'source'), checkTypedCourse),
  door('the form for progress', typed('score', 'grade', 'day', 'month', 'year'), (fields) =>
    checkProgress({ ...fields, status: 'completed' }, { from: 0, to: 1000 }),
  ),
  door('the form for an answer', typed('by', 'day', 'month', 'year'), (fields) => checkAnswered(fields, '2026-11-28')),
  door('the form for what a course becomes', typed('hours', 'as', 'code', 'level'), (part) =>
    checkAnswer({ answer: 'as', parts: [part] }, undefined, { school, named: [] }),
  ),
  door('the form for wishes', typed('hoursAWeek', 'day', 'month', 'year'), ({ hoursAWeek, ...finishBy }) =>
    checkWishes({ ...fieldsOf(firstCommonWishes), hoursAWeek, finishBy }, '2026-11-28'),
  ),
  door(
    'the form for costs',
    typed(
      'way',
      'school',
      'semesterHours',
      'price',
      'courses',
      'hoursAWeek',
      'studyPerSemesterHour',
      'currency',
      'rate',
    ),
    (fields) => checkCost(fields, ways),
  ),
];

/** What every object, list, text and function has from its prototype. */
const everyObject = () =>
  [Object, Array, String, Function, Promise]
    .map(({ prototype }) => Object.getOwnPropertyNames(prototype).join())
    .join('\n');
const untouched = everyObject();

const slow = 100;

const inputsEach = Math.ceil((isDeep ? 100_000 : 8000) / doors.length);

test.for(doors.map((one) => [one.name, one] as const))(
  'whatever comes through %s ends in an answer or a plain refusal (I1, I2)',
  async ([, { inputs, take }]) => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const { answer: result, milliseconds } = await workOf<unknown>(slow, () => take(input as never));
        expect(milliseconds).toBeLessThan(slow);
        expect(result).toBeDefined();
        if (typeof result === 'string') expect(result).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
        expect(everyObject()).toBe(untouched);
        expect('polluted' in {}).toBe(false);
      }),
      { numRuns: inputsEach, ...told('Inputs from outside', 'tried', 'not handled') },
    );
  },
);

test('every known payload comes through the file, the link, the device and the import as the text that it is (I3)', async () => {
  expect(scriptPayloads.length + prototypePayloads.length).toBeGreaterThanOrEqual(60);
  for (const payload of [...scriptPayloads, ...prototypePayloads]) {
    const plan = {
      ...examplePlan,
      id: 'shared',
      revision: 0,
      name: payload,
      credits: examplePlan.credits.map((one) =>
        one.typed ? { ...one, typed: { ...one.typed, title: payload } } : one,
      ),
    };
    expect(openPlanFile(planToText(plan))).toEqual({ plan, notices: [] });
    expect(readLinked(planToLink(plan, exampleNames) ?? '')).toMatchObject({ name: payload.toWellFormed() });
    expect((await openRecord({ text: planToText(plan) })).opened.plan).toEqual(plan);
    expect(await imported(readText(`Courses\n${payload.replace(/^[[{]/, '')}`))).toBeInstanceOf(Array);
    expect('polluted' in {}).toBe(false);
  }
  addFigures('Payloads', { read: scriptPayloads.length + prototypePayloads.length });
});

test('a link that was encoded twice by a mail program is refused, not taken for another plan (I2)', () => {
  const twice = encodeURIComponent(encodeURIComponent(`${link}==`));
  expect(readLinked(twice.replace(link, `${link.slice(0, 20)}%2525${link.slice(20)}`))).toMatch(/^(?:cut|altered)$/);
});

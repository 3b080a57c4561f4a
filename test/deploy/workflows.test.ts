/** The workflows can be read, run what there is, may do no more than they need, and end. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

type Step = { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> };
type Workflow = {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly 'runs-on': string; readonly 'timeout-minutes': number; readonly steps: readonly Step[] }>
  >;
};

const files = globSync('.github/workflows/*.yml').map((file) => file.replaceAll('\\', '/'));
const workflows = files.map((file) => ({
  file,
  flow: parse(readFileSync(file, 'utf8'), { strict: true }) as Workflow,
}));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };

test('there is one for every change, and one for each thing that has to be looked at now and then', () => {
  expect(files.map((file) => file.replace('.github/workflows/', '')).sort()).toEqual([
    'ci.yml',
    'deep.yml',
    'pages.yml',
    'release.yml',
    'sources.yml',
  ]);
});

test.for(workflows)('$file has a name, a reason to start, rights, and steps that end', ({ flow }) => {
  expect(flow.name).toBeTruthy();
  const starts = ['pull_request', 'push', 'schedule', 'workflow_dispatch'];
  expect(Object.keys(flow.on).filter((event) => !starts.includes(event))).toEqual([]);
  expect(flow.permissions['contents']).toMatch(/^(?:read|write)$/);
  for (const job of Object.values(flow.jobs)) {
    expect(job['runs-on']).toBe('ubuntu-latest');
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    for (const step of job.steps) {
      expect([step.uses, step.run].filter(Boolean)).toHaveLength(1);
      if (step.uses) expect(step.uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
    }
  }
});

test('every command of a workflow is one of package.json', () => {
  const wrong = workflows.flatMap(({ file, flow }) =>
    Object.values(flow.jobs)
      .flatMap(({ steps }) => steps.map(({ run = '' }) => run))
      .flatMap((run) => [...run.matchAll(/npm (?:run )?(?:--silent )?([a-z:-]+)/g)].map(([, name = '']) => name))
      .filter((name) => !['ci', 'audit'].includes(name) && !(name in scripts))
      .map((name) => `${file}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('no text of an issue, a branch or a title is put into a command', () => {
  const wrong = workflows.flatMap(({ file, flow }) =>
    Object.values(flow.jobs)
      .flatMap(({ steps }) => steps.map(({ run = '' }) => run))
      .filter((run) => run.includes('${{'))
      .map((run) => `${file}: ${run}`),
  );
  expect(wrong).toEqual([]);
});

test('updates are asked for weekly, of packages and of actions', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: readonly { readonly 'package-ecosystem': string; readonly schedule: { readonly interval: string } }[];
  };
  expect(updates.map((one) => [one['package-ecosystem'], one.schedule.interval])).toEqual([
    ['npm', 'weekly'],
    ['github-actions', 'weekly'],
  ]);
});

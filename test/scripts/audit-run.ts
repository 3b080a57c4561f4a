/** Runs the audit command on a made-up school, with any of its files changed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAudit, type Run } from '../../scripts/audit.ts';

const folder = join(import.meta.dirname, 'hillside');
const names = ['plan', 'degree', 'school', 'equivalencies', 'courses'] as const;
export type FileName = (typeof names)[number];

/** The files as they are, parsed anew. */
export function hillside(): Record<FileName, unknown> {
  const read = (name: FileName): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<FileName, unknown>;
}

/** One of the files with a value put at a path like `blocks[0].id`; `undefined` takes the field away. */
export function changed(name: FileName, path: string, value: unknown): unknown {
  const file = hillside()[name];
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop() ?? '';
  let place = file as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return file;
}

/** A run on the school's files, some of them changed (text stays as it is), and with these flags besides. */
export function run(changes: Partial<Record<FileName, unknown>> = {}, flags: readonly string[] = []): Run {
  const from = mkdtempSync(join(tmpdir(), 'credit-map-audit-'));
  try {
    for (const [name, content] of Object.entries({ ...hillside(), ...changes })) {
      writeFileSync(join(from, `${name}.json`), typeof content === 'string' ? content : JSON.stringify(content));
    }
    const given = names.slice(1).flatMap((name) => [`--${name}`, `${name}.json`]);
    return runAudit(['plan.json', ...given, ...flags], { from, clock: '2026-11-22' });
  } finally {
    rmSync(from, { recursive: true });
  }
}

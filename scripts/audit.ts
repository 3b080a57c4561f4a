/**
 * A degree audit from the shell: `npm run audit -- plan.json`, as text, or with `--json` whole.
 *
 * It works on a plan saved from the planner and the catalog, or on files of the same shapes about any school.
 */
import { auditDegree, type AuditInput } from '../src/engine/index.ts';
import { noticeWords } from '../src/planner/plan/wording-problems.ts';
import { readCommand, usage } from './audit-command.ts';
import { explainAudit } from './audit-explained.ts';
import { readAudit, type AuditNotice } from './audit-input.ts';
import { auditInWords, titleOf } from './audit-words.ts';
import { formatProblems } from './load-data.ts';

/** What a run says, and its exit code: 0 audited, 2 nothing audited because the input has problems. */
export type Run = { code: 0 | 2; stdout: string; stderr: string };

/** Audits as the command line asks. Names of files begin at `from`; `clock` is today unless the command says otherwise. */
export function runAudit(args: readonly string[], { from, clock }: { from: string; clock: string }): Run {
  const { command, problems } = readCommand(args);
  if (command.help) return { code: 0, stdout: usage, stderr: '' };
  const { read, problems: inFiles } = readAudit(command, from, command.today ?? clock);
  const all = [...problems, ...inFiles];
  if (!read || all.length > 0) return { code: 2, stdout: '', stderr: formatProblems(all) };

  const audit = auditDegree(read.input);
  const notices = read.notices.map((notice) => ({ ...notice, says: inWords(notice, read.input) }));
  const explanations = explainAudit(read.input, audit);
  if (command.json)
    return { code: 0, stdout: JSON.stringify({ ...audit, explanations, notices }, null, 2), stderr: '' };
  return {
    code: 0,
    stdout: auditInWords(read.input, audit, explanations),
    stderr: notices.map(({ says }) => says).join('\n'),
  };
}

function inWords(notice: AuditNotice, input: AuditInput): string {
  if (notice.kind === 'waiver-of-no-block') {
    return `The waiver of ${notice.block} changes nothing: the degree has no such requirement.`;
  }
  return noticeWords(notice, (id) => titleOf(input, id));
}

if (import.meta.main) {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  // npm starts scripts in the package's folder and notes where it was called.
  const from = (script === 'audit' ? INIT_CWD : undefined) ?? process.cwd();
  const { code, stdout, stderr } = runAudit(process.argv.slice(2), {
    from,
    clock: new Date().toISOString().slice(0, 10),
  });
  if (stderr !== '') console.error(stderr);
  if (stdout !== '') console.log(stdout);
  process.exitCode = code;
}

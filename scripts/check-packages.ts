/**
 * Asks npm's registry for known faults in the packages that ship: `npm run check:packages`. Ends with 1 where one is
 * high or critical. Without a network, or with a registry that does not tell, nothing is known, and that is said.
 */
import { spawnSync } from 'node:child_process';

type Vulnerability = { readonly name: string; readonly severity: string; readonly range: string };

const { npm_execpath: npm } = process.env;
const ask = ['audit', '--omit=dev', '--audit-level=high', '--json'];
const { stdout } = npm
  ? spawnSync(process.execPath, [npm, ...ask], { encoding: 'utf8', timeout: 60_000 })
  : spawnSync('npm', ask, { encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' });

const answer = readAnswer(stdout);
if (!answer) {
  console.log('The registry did not answer. Known faults in packages were not looked for.');
} else {
  const grave = answer.filter(({ severity }) => severity === 'high' || severity === 'critical');
  for (const { name, severity, range } of grave)
    console.log(`${name} ${range}: ${severity}. Run "npm audit" for more.`);
  console.log(`${grave.length} packages that ship have a known fault that is high or critical.`);
  process.exitCode = grave.length === 0 ? 0 : 1;
}

/** The faults that the registry knows, or nothing where it gave no answer. */
function readAnswer(text: string | null): readonly Vulnerability[] | undefined {
  try {
    const { vulnerabilities } = JSON.parse(text ?? '') as { vulnerabilities?: Record<string, Vulnerability> };
    return vulnerabilities && Object.values(vulnerabilities);
  } catch {
    return undefined;
  }
}

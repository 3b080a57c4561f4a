/** Marks the facts as released: from now on the changelog has to name what differs from today. `npm run release:data` */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { recordDigests, readDataFiles } from './load-data.ts';

const on = new Date().toISOString().slice(0, 10);
const file = 'data/last-release.json';
const release = { on, records: Object.fromEntries(recordDigests(readDataFiles())) };
writeFileSync(file, await format(JSON.stringify(release), { ...(await resolveConfig(file)), filepath: file }));
console.log(`${file}: ${Object.keys(release.records).length} records, released ${on}`);

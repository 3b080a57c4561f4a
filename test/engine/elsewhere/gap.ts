/** The generalised assignment problems of the OR-Library: every job goes to exactly one agent, each with a capacity. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainModel, Row } from './plain-model.ts';

export type GapInstance = { readonly name: string; readonly minimum: number; readonly maximum: number };

/** The instances with their proven optima. */
export function gapInstances(folder: string): GapInstance[] {
  const lines = (file: string): string[][] =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
  const minima = new Map(lines('optima-minimum.csv').map((cells) => [cells[0]!.split('/').at(-1)!, Number(cells[6])]));
  return lines('optima-maximum.csv').map(([name = '', maximum]) => {
    const minimum = minima.get(name);
    if (minimum === undefined) throw new Error(`${folder}/optima-minimum.csv has no line for ${name}.`);
    return { name, minimum, maximum: Number(maximum) };
  });
}

/** One instance: `m n`, then m rows of n costs, m rows of n uses, m capacities. */
export function gapModel(folder: string, name: string, sense: PlainModel['sense']): PlainModel {
  const numbers = readFileSync(join(folder, name), 'utf8').trim().split(/\s+/).map(Number);
  const [agents = 0, jobs = 0] = numbers;
  const size = agents * jobs;
  const obj = numbers.slice(2, 2 + size);
  const uses = numbers.slice(2 + size, 2 + 2 * size);
  const capacities = numbers.slice(2 + 2 * size);
  if (capacities.length !== agents) throw new Error(`${folder}/${name} has ${numbers.length} numbers.`);
  const span = (length: number): number[] => Array.from({ length }, (_, index) => index);
  const ofJob = span(jobs).map((job): Row => {
    const idx = span(agents).map((agent) => agent * jobs + job);
    return { lb: 1, ub: 1, idx, coef: idx.map(() => 1) };
  });
  const ofAgent = span(agents).map((agent): Row => {
    const idx = span(jobs).map((job) => agent * jobs + job);
    return { lb: -Infinity, ub: capacities[agent]!, idx, coef: idx.map((index) => uses[index]!) };
  });
  return { name, sense, nvars: size, obj, rows: [...ofJob, ...ofAgent] };
}

/**
 * All that the planner needs before its first answer, in one file: without this the bundler cuts it into five, because
 * parts that come later share some of it. One file is 3 kB smaller (gzipped), and one request.
 */
import { join } from 'node:path';

type Graph = {
  readonly getModuleInfo: (id: string) => {
    readonly importedIds: readonly string[];
    readonly importers: readonly string[];
  } | null;
};

const planner = join(import.meta.dirname, '../src/components/planner/Planner.tsx');
const ofPlanner = /[\\/]src[\\/](?:engine|planner|components[\\/]planner)[\\/]/;
/** Tools on other pages, and what they alone use of the planner's folder. */
const otherTool = /[\\/]src[\\/](?:components[\\/](?:catalog|site)|planner[\\/]course-list)/;
/** Tools that work with plans. */
const plansTool = /[\\/]src[\\/]components[\\/]tools[\\/]/;
let needed: Set<string> | undefined;

/** For the bundler: the name of the chunk a module goes into, or null to leave it to the bundler. */
export function plannerChunk(id: string, graph: Graph): string | null {
  if (!ofPlanner.test(id)) return null;
  needed ??= importedBy(planner, graph, new Set());
  return needed.has(id) ? 'planner' : null;
}

/** The same for what the planner shares with tools on other pages. It has to be asked first. */
export function sharedChunk(id: string, graph: Graph): string | null {
  return ofPlanner.test(id) && plannerChunk(id, graph) !== null && isSharedOutside(id, graph) ? 'shared' : null;
}

/** What the planner shares with pages that list or read plans: they load it without the rest of the planner. */
export function plansChunk(id: string, graph: Graph): string | null {
  if (!ofPlanner.test(id) || plannerChunk(id, graph) === null) return null;
  return isBelow(plansTool, id, graph, new Set()) ? 'plans' : null;
}

/** True where a module of that kind imports this one, at once or by others. */
function isBelow(kind: RegExp, id: string, graph: Graph, seen: Set<string>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  return graph.getModuleInfo(id)?.importers.some((by) => kind.test(by) || isBelow(kind, by, graph, seen)) ?? false;
}

/** True for what other pages use too: they must not load the planner for it. */
function isSharedOutside(id: string, graph: Graph): boolean {
  return graph.getModuleInfo(id)?.importers.some((by) => otherTool.test(by)) ?? false;
}

/** The module and all that it imports at once. */
function importedBy(id: string, graph: Graph, found: Set<string>): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) importedBy(imported, graph, found);
  return found;
}

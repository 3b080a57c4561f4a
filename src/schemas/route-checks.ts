import type { Entry } from './cross-checks.ts';
import { checkKnown, checkUnique, join, type Known, type Report } from './problem.ts';
import type { Receives } from './receives.ts';
import type { Claim, Route, RouteStep } from './route.ts';
import { stageSchema, type UsualTime } from './steps.ts';

/** What a route cannot say of itself: that its steps follow one another, and that no other route claims the same. */

/** Every problem inside one route. */
export function checkRoute(route: Route, known: Known, report: Report) {
  for (const name of ['carries', 'mayCarry'] as const) {
    const claim = route[name];
    claim?.courses.forEach((id, at) => checkKnown(`${name}.courses[${at}]`, id, 'courses', known, report));
    claim?.providers.forEach((id, at) => checkKnown(`${name}.providers[${at}]`, id, 'providers', known, report));
  }
  if (!route.fallback && [route.carries, route.mayCarry].every((claim) => !claim || claimed(claim).length === 0)) {
    report('carries', 'nothing', 'some credit, here or under mayCarry', 'Say which credit goes this way.');
  }
  route.services.forEach((id, at) => checkKnown(`services[${at}]`, id, 'services', known, report));
  route.organisations.forEach(({ school }, at) => {
    if (school) checkKnown(`organisations[${at}].school`, school, 'schools', known, report);
  });
  for (const name of ['steps', 'requirements', 'windows', 'organisations'] as const) {
    checkUnique(
      route[name].map(({ id }) => id),
      (at) => `${name}[${at}].id`,
      report,
    );
  }
  checkSteps(route.steps, report);
  const ids = route.steps.map(({ id }) => id);
  route.requirements.forEach((requirement, at) => {
    checkBasis(`requirements[${at}]`, requirement, report);
    if (requirement.shownBy) checkStep(`requirements[${at}].shownBy`, requirement.shownBy, ids, report);
  });
  route.windows.forEach(({ opensAfter, step, months, days }, at) => {
    checkStep(`windows[${at}].step`, step, ids, report);
    if (months === undefined && days === undefined) {
      report(`windows[${at}]`, 'no length', 'months or days', 'Say how long it lasts, or leave the window out.');
    }
    if (opensAfter === 'course-ends') return;
    const field = `windows[${at}].opensAfter.step`;
    checkStep(field, opensAfter.step, ids, report);
    if (ids.indexOf(opensAfter.step) < ids.indexOf(step)) return;
    report(field, opensAfter.step, `a step before ${step}`, 'A window opens before what has to be done in it.');
  });
}

/** Every problem between routes: two that carry the same, and not one for everything else. */
export function checkClaims(routes: readonly Entry<Route>[], reportIn: (file: string) => Report) {
  const carriedBy = new Map<string, string>();
  for (const { id, file, record } of routes) {
    for (const { what, field } of claimed(record.carries)) {
      const other = carriedBy.get(what);
      const fix = 'Leave it to one of them, and put it under "mayCarry" of the other.';
      if (other) reportIn(file)(field, what, `something that data/routes/${other}.json does not carry`, fix);
      else carriedBy.set(what, id);
    }
  }
  const [first, ...more] = routes.filter(({ record }) => record.fallback);
  for (const { file } of more) {
    const fix = 'Leave it to one route.';
    reportIn(file)('fallback', 'true', `nothing: data/routes/${first?.id}.json carries everything else`, fix);
  }
}

/** Every problem of what a school adds to routes. */
export function checkReceives(receives: Receives, known: Known, report: Report) {
  for (const name of ['receivers', 'notTaken', 'steps', 'fees', 'evaluation', 'deadlines'] as const) {
    receives[name].forEach(({ routes = [] }, at) =>
      routes.forEach((id, place) =>
        checkKnown(`receives.${name}[${at}].routes[${place}]`, id, 'routes', known, report),
      ),
    );
  }
  receives.receivers.forEach(({ services = [] }, at) =>
    services.forEach((id, place) =>
      checkKnown(`receives.receivers[${at}].services[${place}]`, id, 'services', known, report),
    ),
  );
  for (const name of ['steps', 'deadlines'] as const) {
    checkUnique(
      receives[name].map(({ id }) => id),
      (at) => `receives.${name}[${at}].id`,
      report,
    );
  }
  receives.steps.forEach(({ takes }, at) => checkTime(`receives.steps[${at}].takes`, takes, report));
  receives.evaluation.forEach(({ takes }, at) => checkTime(`receives.evaluation[${at}].takes`, takes, report));
}

function checkSteps(steps: readonly RouteStep[], report: Report) {
  const ids = steps.map(({ id }) => id);
  const order = stageSchema.options;
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    checkBasis(`steps[${at}]`, step, report);
    checkTime(`steps[${at}].takes`, step.takes, report);
    if (before && order.indexOf(step.stage) < order.indexOf(before.stage)) {
      const fix = 'Move the step up, or correct its stage.';
      report(`steps[${at}].stage`, step.stage, `${before.stage} or a stage after it`, fix);
    }
    step.after?.forEach((id, place) => {
      const field = `steps[${at}].after[${place}]`;
      if (!ids.includes(id)) return checkStep(field, id, ids, report);
      if (ids.indexOf(id) < at) return;
      const way = wayTo(step.id, id, steps);
      const fix = way ? 'Take out one of them: no step can wait for itself.' : 'Move that step up.';
      report(field, way ? [step.id, ...way].join(' → ') : id, 'a step that stands before this one', fix);
    });
  });
}

/** The steps from one back to another by what they follow, or `undefined` where none leads there. */
function wayTo(goal: string, from: string, steps: readonly RouteStep[], seen: string[] = []): string[] | undefined {
  if (from === goal) return [from];
  const at = steps.findIndex(({ id }) => id === from);
  const before = steps[at]?.after ?? steps.slice(at - 1, at).map(({ id }) => id);
  for (const id of before) {
    const rest = seen.includes(id) ? undefined : wayTo(goal, id, steps, [...seen, from]);
    if (rest) return [from, ...rest];
  }
  return undefined;
}

function checkStep(field: string, id: string, ids: readonly string[], report: Report) {
  if (!ids.includes(id)) report(field, id, 'the id of a step of this route', 'Correct the id, or add the step.');
}

/** Pages, or plain advice of ours, which then names no figure. */
function checkBasis(
  field: string,
  { sources, ownAdvice, text }: Pick<RouteStep, 'sources' | 'ownAdvice' | 'text'>,
  report: Report,
) {
  if (Boolean(sources) === Boolean(ownAdvice)) {
    const found = sources ? 'sources and ownAdvice' : 'neither sources nor ownAdvice';
    report(field, found, 'one of the two', 'Give the pages that say it, or mark it as our own advice.');
  }
  const figure = ownAdvice ? /\d+/.exec(text)?.[0] : undefined;
  if (figure) {
    report(join(field, 'text'), figure, 'no figure in advice of our own', 'Find a page that says it, or leave it out.');
  }
}

function checkTime(field: string, takes: UsualTime | undefined, report: Report) {
  if (takes?.least === undefined || takes.least <= takes.most) return;
  report(`${field}.least`, takes.least, `at most ${takes.most}, the most`, 'Correct the days; they may be swapped.');
}

/** What a claim names, each with its field. */
function claimed({ courses, providers, recommenders, from }: Claim): { what: string; field: string }[] {
  const all = { courses, providers, recommenders, from };
  return Object.entries(all).flatMap(([name, ids]) =>
    ids.map((id, at) => ({ what: `${name} ${id}`, field: `carries.${name}[${at}]` })),
  );
}

import { expect, test } from 'vitest';
import { auditDegree } from '../../../src/engine/index.ts';
import { blocksById } from '../../../src/planner/audit/degree-view.ts';
import { hasNoEquivalency, landingSentence, landingsOf } from '../../../src/planner/audit/landing.ts';
import { courses, degree, equivalencies, school } from '../../engine/example-university.ts';

function landing(course: string) {
  const credits = [{ id: 'c1', course, status: 'considering' } as const];
  const audit = auditDegree({ degree, school, equivalencies, courses, credits, today: '2026-11-22' });
  return landingsOf(audit, credits, equivalencies).get('c1');
}

test.for(['example/exam-a', 'example/certificate', 'example/nobody', 'example/unmeasured', 'ask-first/course'])(
  'the plan says of %s that no equivalency is known',
  (course) => {
    expect(hasNoEquivalency(landing(course))).toBe(true);
    expect(landingSentence(landing(course), blocksById(degree))).toMatch(/No equivalency at this school is known/);
  },
);

test.for(['example/english-1', 'example/biology', 'example/known-refusal'])(
  'the plan does not say so of %s, on which the school or someone else has answered',
  (course) => {
    expect(hasNoEquivalency(landing(course))).toBe(false);
    expect(landingSentence(landing(course), blocksById(degree))).not.toMatch(/No equivalency/);
  },
);

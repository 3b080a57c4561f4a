/** Everything that a student can do to a plan, as data, and the one function that does it. */
import type { AppliedHere, Change, Decision, Substitution, TypedCourse, Waiver } from '../../engine/index.ts';
import * as changes from './plan-changes.ts';
import type { Plan } from './plan.ts';
import type { Identity, TrailNotes } from '../trail/trail-notes.ts';

/** One thing done to the plan. `part` counts the accepted credits that one course becomes, from 0. */
export type Edit =
  | { readonly kind: 'choose-degree'; readonly school: string; readonly degree: string }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'add-course'; readonly course: string }
  | { readonly kind: 'add-typed'; readonly typed: TypedCourse }
  | { readonly kind: 'add-many'; readonly credits: readonly changes.NewCredit[] }
  /** The school's answers about several credits. */
  | {
      readonly kind: 'record-answers';
      readonly answers: readonly { readonly credit: string; readonly decision: Decision }[];
    }
  /** The school waives a requirement; without an answer the waiver is taken back. */
  | { readonly kind: 'waive'; readonly block: string; readonly answered: Omit<Waiver, 'block'> | undefined }
  /** The ID that the student shows; without one it is forgotten. */
  | { readonly kind: 'set-identity'; readonly identity: Identity | undefined }
  /** When the student starts at the school; without a day it is not known. */
  | { readonly kind: 'set-start'; readonly startsOn: string | undefined }
  | EditOfCredit;

/** One thing done to a credit that is in the plan. */
export type EditOfCredit = { readonly credit: string } & (
  | { readonly kind: 'remove' }
  | { readonly kind: 'set-progress'; readonly progress: changes.Progress }
  /** What the student typed of a course that the catalog does not have. */
  | { readonly kind: 'set-typed'; readonly typed: TypedCourse }
  | { readonly kind: 'use-here'; readonly part: number; readonly block: string }
  | { readonly kind: 'keep-out'; readonly part: number; readonly blocks: readonly string[] }
  | { readonly kind: 'release'; readonly part: number }
  /** The school's answer; without one it is taken back. */
  | { readonly kind: 'decide'; readonly decision: Decision | undefined }
  /** The school's exceptions; without one it is taken back. */
  | { readonly kind: 'substitute'; readonly part: number; readonly made: Omit<Substitution, 'part'> | undefined }
  | { readonly kind: 'apply-here'; readonly part: number; readonly made: Omit<AppliedHere, 'part'> | undefined }
  /** Steps to posted credit, and what else is noted on the way. */
  | { readonly kind: 'note-trail'; readonly notes: TrailNotes }
  /** What the engine found, for the sake of this credit. */
  | { readonly kind: 'make-change'; readonly change: Change }
);

/** An edit that says where credit goes. */
export type Move = Extract<EditOfCredit, { readonly kind: 'use-here' | 'keep-out' | 'release' | 'make-change' }>;

/** True of edits that say where credit goes. */
export function isMove(edit: Edit): edit is Move {
  return ['use-here', 'keep-out', 'release', 'make-change'].includes(edit.kind);
}

/** What a view calls for every edit. */
export type OnEdit = (edit: Edit) => void;

/** The edit with the school's own courses that were typed by their codes as the school prints them. */
export function editAsPrinted(edit: Edit, courses: readonly { readonly code: string }[]): Edit {
  const printed = (typed: TypedCourse) => changes.asPrinted(typed, courses);
  if (edit.kind === 'add-typed' || edit.kind === 'set-typed') return { ...edit, typed: printed(edit.typed) };
  if (edit.kind !== 'add-many') return edit;
  return {
    ...edit,
    credits: edit.credits.map((credit) => (credit.typed ? { ...credit, typed: printed(credit.typed) } : credit)),
  };
}

/** The plan after the edit: the same plan where the edit does nothing or is refused. */
export function editPlan(plan: Plan, edit: Edit): Plan {
  switch (edit.kind) {
    case 'choose-degree':
      return changes.chooseDegree(plan, edit.school, edit.degree);
    case 'rename':
      return changes.renamePlan(plan, edit.name);
    case 'add-course':
      return addedOr(plan, changes.addCatalogCredit(plan, edit.course));
    case 'add-typed':
      return addedOr(plan, changes.addTypedCredit(plan, edit.typed));
    case 'add-many':
      return addedOr(plan, changes.addMany(plan, edit.credits));
    case 'record-answers':
      return changes.recordDecisions(plan, edit.answers);
    case 'waive':
      return changes.waive(plan, edit.block, edit.answered);
    case 'remove':
      return changes.removeCredit(plan, edit.credit);
    case 'set-progress':
      return changes.setProgress(plan, edit.credit, edit.progress);
    case 'use-here':
      return changes.pinCredit(plan, edit.credit, edit.part, edit.block);
    case 'keep-out':
      return changes.avoidBlocks(plan, edit.credit, edit.part, edit.blocks);
    case 'release':
      return changes.releaseCredit(plan, edit.credit, edit.part);
    case 'decide':
      return changes.recordDecision(plan, edit.credit, edit.decision);
    case 'substitute':
      return changes.substitute(plan, edit.credit, edit.part, edit.made);
    case 'apply-here':
      return changes.applyHere(plan, edit.credit, edit.part, edit.made);
    case 'set-typed':
      return changes.setTyped(plan, edit.credit, edit.typed);
    case 'set-identity':
      return changes.setIdentity(plan, edit.identity);
    case 'set-start':
      return changes.setStart(plan, edit.startsOn);
    case 'note-trail':
      return changes.noteTrail(plan, edit.credit, edit.notes);
    case 'make-change':
      return changes.makeChange(plan, edit.change);
  }
}

/** Why the plan would not take this, or `undefined` where it would. */
export function refusalOf(plan: Plan, edit: Edit): changes.AddRefusal | undefined {
  const added =
    edit.kind === 'add-course'
      ? changes.addCatalogCredit(plan, edit.course)
      : edit.kind === 'add-typed'
        ? changes.addTypedCredit(plan, edit.typed)
        : edit.kind === 'add-many'
          ? changes.addMany(plan, edit.credits)
          : undefined;
  return added && 'refused' in added ? added : undefined;
}

/** The credit that an edit was about, as it stands in the plan after it. */
export function creditAfter(edit: Edit, after: Plan): string | undefined {
  if (edit.kind === 'add-course' || edit.kind === 'add-typed') return after.credits.at(-1)?.id;
  if (!('credit' in edit)) return undefined;
  return after.credits.some(({ id }) => id === edit.credit) ? edit.credit : undefined;
}

function addedOr(plan: Plan, added: { readonly plan: Plan } | changes.AddRefusal): Plan {
  return 'plan' in added ? added.plan : plan;
}

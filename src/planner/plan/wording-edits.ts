/** What is said of an edit once it is made. */
import type { Edit } from './edits.ts';
import type { AddRefusal } from './plan-changes.ts';
import { mostCredits } from './plan.ts';

/** The edit in words. `titleOf` names a credit of the plan, `titleOfCourse` a course of the catalog. */
export function editWords(edit: Edit, titleOf: (credit: string) => string, titleOfCourse: (id: string) => string) {
  switch (edit.kind) {
    case 'choose-degree':
      return 'Your plan is ready.';
    case 'rename':
      return 'Renamed.';
    case 'add-course':
      return `${titleOfCourse(edit.course)} added.`;
    case 'add-typed':
      return `${edit.typed.title} added.`;
    case 'add-many':
      return edit.credits.length === 1 ? '1 course added.' : `${edit.credits.length} courses added.`;
    case 'remove':
      return `${titleOf(edit.credit)} removed.`;
    case 'set-progress':
    case 'set-typed':
      return `${titleOf(edit.credit)} saved.`;
    case 'use-here':
    case 'keep-out':
    case 'release':
      return `${titleOf(edit.credit)} moved.`;
    case 'decide':
      return edit.decision ? 'The school’s answer is saved.' : 'The school’s answer is taken back.';
    case 'substitute':
      return edit.made ? 'The substitution is saved.' : 'The substitution is taken back.';
    case 'apply-here':
      return edit.made ? 'The school’s choice of requirement is saved.' : 'The school’s choice is taken back.';
    case 'waive':
      return edit.answered ? 'The waiver is saved.' : 'The waiver is taken back.';
    case 'record-answers':
      return 'The school’s answers are saved.';
    case 'note-trail':
      return `${titleOf(edit.credit)}: noted.`;
    case 'set-identity':
      return edit.identity ? 'Your ID is noted.' : 'What you noted of your ID is forgotten.';
    case 'set-start':
      return edit.startsOn === undefined ? 'The start is forgotten.' : 'The start is noted.';
    case 'make-change':
      return 'Changed.';
  }
}

/** Why the plan did not take it. */
export function refusalWords(refusal: AddRefusal, edit: Edit, titleOfCourse: (id: string) => string): string {
  if (refusal.refused === 'plan-full') return `A plan can have ${mostCredits} courses. Remove one first.`;
  const title = edit.kind === 'add-course' ? titleOfCourse(edit.course) : 'This course';
  return `${title} is already in your plan.`;
}

/** What is said of an edit that changes nothing. */
export function unchangedWords(edit: Edit): string {
  return edit.kind === 'release' ? 'Nothing to change: the planner chooses already.' : 'Nothing to change.';
}

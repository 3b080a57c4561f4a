/** An answer of the school that was recorded, back in the fields of its form, so that one part of it can be changed. */
import type { Decision } from '../../engine/index.ts';
import { noAnswer, type AnswerFields, type PartFields } from './decision-entry.ts';
import { sameValue } from './same-value.ts';

type Part = Decision['becomes'][number];

/** What stands in the form for this answer. */
export function answerFieldsOf({ becomes }: Pick<Decision, 'becomes'>): AnswerFields {
  return becomes.length > 0 ? { answer: 'as', parts: becomes.map(partFieldsOf) } : { ...noAnswer, answer: 'no' };
}

function partFieldsOf(part: Part): PartFields {
  const { semesterHours, schoolCourse, subject, level } = part;
  return { hours: String(semesterHours), as: asOf(part), code: schoolCourse ?? subject ?? '', level };
}

function asOf({ schoolCourse, subject, areas = [] }: Part): string {
  if (areas[0] !== undefined) return `area ${areas[0]}`;
  return schoolCourse !== undefined ? 'course' : subject !== undefined ? 'subject' : 'elective';
}

/**
 * The answer as it is after the form: a part whose fields nobody touched stays as it was recorded, with the title and the
 * areas that no field shows.
 */
export function keepUntouched(
  becomes: Decision['becomes'],
  fields: AnswerFields,
  recorded: Decision | undefined,
): Decision['becomes'] {
  return becomes.map((part, index) => {
    const before = recorded?.becomes[index];
    return before && sameValue(fields.parts[index], partFieldsOf(before)) ? before : part;
  });
}

/** What stands in a link, in its order. Every order here is part of the format: what is changed needs a new version. */
import type { CreditStatus, Grade, TypedCourse } from '../../engine/index.ts';
import type { FixedBits } from './fixed-bits.ts';
import { letterBits } from './letters.ts';
import { blockBits, checkBits, courseBits, type Reference } from './link-names.ts';
import {
  amount,
  anyNumber,
  count,
  day,
  listOf,
  oneOf,
  record,
  text,
  yesOrNo,
  type Coder,
  type Packing,
} from './packing.ts';
import { longNameBits } from './short-names.ts';

/** An id, or its short name of so many bits. */
function reference(bits: number): Packing<Reference> {
  const [short, name, whole] = [yesOrNo(), anyNumber(bits), text()];
  return (coder, value) => {
    const isShort = short(coder, value === undefined ? undefined : typeof value === 'number');
    return isShort ? name(coder, value as number | undefined) : whole(coder, value as string | undefined);
  };
}

/** A letter, or a sign and then its letter: links had letters alone first. */
function grade(): Packing<Grade> {
  const first = oneOf(['A', 'B', 'C', 'D', 'F', '-', '+']);
  const signed = oneOf(['A', 'B', 'C', 'D']);
  return (coder, value) => {
    const sign = value?.[1] as '-' | '+' | undefined;
    const read = first(coder, sign ?? (value as Exclude<Grade, `${string}${'-' | '+'}`> | undefined));
    return read === '-' || read === '+' ? `${signed(coder, value?.[0] as 'A' | undefined)}${read}` : read;
  };
}

const block = reference(blockBits);
const level = oneOf<TypedCourse['level']>(['lower-division', 'upper-division', 'graduate', 'vocational']);
const source = oneOf<TypedCourse['source']>(['school', 'college', 'exam', 'alternative', 'foreign']);
const status = oneOf<CreditStatus>([
  'considering',
  'planned',
  'in-progress',
  'completed',
  'transcript-sent',
  'evaluated',
]);

const answered = { decidedOn: day(), by: text() };

const decided = record(
  { semesterHours: amount(), level, title: text() },
  { schoolCourse: text(), subject: text(), areas: listOf(text()) },
);

/** What most credits of most plans don't have. */
const more = record(
  {},
  {
    score: amount(),
    grade: grade(),
    completedOn: day(),
    pins: listOf(record({ part: count(), block, use: yesOrNo() })),
    decision: record({ becomes: listOf(decided), ...answered }),
  },
);

const plan = record(
  {
    degree: reference(longNameBits),
    credits: listOf(
      record(
        { status },
        {
          course: reference(courseBits),
          typed: record(
            { title: text(), semesterHours: amount(), level, source },
            { subject: text(), schoolCourse: text() },
          ),
          more,
        },
      ),
    ),
  },
  // Left out where they go without saying.
  { name: text(), school: text() },
);

/** What few plans have. */
const exceptions = record(
  {
    credits: listOf(
      record(
        { index: count() },
        {
          substitutions: listOf(record({ part: count(), schoolCourse: text(), ...answered })),
          appliedHere: listOf(record({ part: count(), block, ...answered })),
        },
      ),
    ),
  },
  { waivers: listOf(record({ block, ...answered })) },
);

const inSecondVersion = { exceptions, check: anyNumber(checkBits) };

/** A plan as it stands in a link: with short names that only the catalog can tell, and the check on those of courses. */
export const packedPlan = record({ plan }, { ...inSecondVersion, factsSeenOn: day() });

export type PackedPlan = ReturnType<typeof packedPlan>;

/** The plan in a link of version 2. */
export const readSecondVersion: (coder: Coder) => PackedPlan = record({ plan }, inSecondVersion);

/** The plan in a link of version 1. What few plans have is left out there where the letters end before it. */
export function readFirstVersion(bits: FixedBits): PackedPlan {
  const packed = { plan: plan(bits) };
  return bits.left < letterBits ? packed : { ...packed, exceptions: exceptions(bits) };
}

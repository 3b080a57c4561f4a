/** What is said while credit is moved, and of what the move did. */
import type { BrokenPin, HoursRange, NotAppliedReason, PlannedCredit } from '../../engine/types.ts';
import { titleOfBlock, type Blocks } from './landing.ts';
import type { Move } from '../plan/edits.ts';
import type { MoveEffect } from './move-effect.ts';
import type { Target } from './moves.ts';
import { hoursNumber, hoursWords, listWords, notAppliedSentences } from '../wording.ts';
import { brokenPinSentences } from '../wording-beside.ts';

/** Gives the names that sentences are made with. */
export type MoveNames = { readonly title: (credit: string) => string; readonly blocks: Blocks };

/** How credit is moved, for those who are about to. */
export const moveHelp =
  'To move a course, drag its handle. Or press the handle (or M on a course), choose with the arrow keys, and press Enter. Escape stops.';

/** Said when a course is picked up by key or press. */
export function pickedUpWords(title: string, targets: number): string {
  if (targets === 0) return `${title} fits no requirement of this degree.`;
  const fits = targets === 1 ? 'One block fits.' : `${targets} blocks fit.`;
  return `Moving ${title}. ${fits} Arrow keys choose, Enter drops it, Escape stops.`;
}

/** "Block 3 of 7: History. 3 hours still needed." */
export function targetWords(targets: readonly Target[], at: number): string {
  const target = targets[at];
  if (!target) return '';
  const { title, needed, here } = target;
  const now = here ? 'It is here now.' : needed > 0 ? `${hoursWords(needed)} still needed.` : 'Full.';
  return `Block ${at + 1} of ${targets.length}: ${title}. ${now}`;
}

/** Why credit does not fit one requirement. The other reasons are about more than one. */
const notHereSentences: Partial<Readonly<Record<NotAppliedReason, string>>> = {
  'no-block-fits': 'This requirement asks for another kind of credit.',
  'wrong-level': 'This requirement asks for another level.',
  'in-residence-only': 'This requirement is for courses taken at the school.',
  'below-minimum-grade': 'Your grade is below the grade this requirement asks for.',
  'too-old': 'You finished it longer ago than this requirement allows.',
  'age-not-known': 'This requirement takes only newer credit, and the date you finished is missing.',
};

/** Why credit does not fit one requirement. */
export function notHereWords(reason: NotAppliedReason | undefined): string {
  return (reason && notHereSentences[reason]) ?? '';
}

/** "+3 sure, −6 likely"; "the same hours" where none changed. */
export function hoursChangeWords({ least, likely, most }: HoursRange): string {
  const parts = [
    least === 0 ? '' : `${signed(least)} sure`,
    likely === 0 ? '' : `${signed(likely)} likely`,
    most === 0 || most === likely ? '' : `${signed(most)} at best`,
  ].filter(Boolean);
  return parts.length === 0 ? 'The hours stay the same.' : `Hours: ${parts.join(', ')}.`;
}

function signed(hours: number): string {
  return hours > 0 ? `+${hoursNumber(hours)}` : `−${hoursNumber(-hours)}`;
}

const told = 3;

/** Why a move cost hours: what it pushed out, and where hours are missing now. A sentence each. */
export function costSentences({ pushedOut, short, rules, hours }: MoveEffect, of: MoveNames): readonly string[] {
  const out = pushedOut
    .slice(0, told)
    .map(({ accepted, notApplied }) =>
      [
        `${of.title(accepted.credit)} is no longer used.`,
        notApplied && notAppliedSentences[notApplied.reason],
        notApplied?.rule?.says,
      ]
        .filter(Boolean)
        .join(' '),
    );
  const missing = short.slice(0, told).map((one) => `${titleOfBlock(of.blocks, one.block)} (${hoursWords(one.hours)})`);
  return [
    ...out,
    ...(pushedOut.length > told ? [`${pushedOut.length - told} more courses are no longer used.`] : []),
    ...(hours.likely < 0 && missing.length > 0 ? [`Hours are missing now in ${listWords(missing)}.`] : []),
    ...rules.slice(0, told).map(({ says }) => `This rule is no longer met: ${says}`),
  ];
}

/** A choice that can't be kept: which, and why. */
export function brokenSentence({ credit, block, reason }: BrokenPin, of: MoveNames): string {
  return `${of.title(credit)} can’t be used in ${titleOfBlock(of.blocks, block)}. ${brokenPinSentences[reason]}`;
}

/** What a move did, in one breath. */
export function effectWords(effect: MoveEffect, of: MoveNames): string {
  return [
    ...effect.broken.map((pin) => brokenSentence(pin, of)),
    hoursChangeWords(effect.hours),
    ...costSentences(effect, of).slice(0, 1),
  ].join(' ');
}

/** The move itself. */
export function moveWords(move: Move, of: MoveNames): string {
  const title = of.title(move.credit);
  switch (move.kind) {
    case 'use-here':
      return `${title}: you chose ${titleOfBlock(of.blocks, move.block)}.`;
    case 'keep-out':
      return move.blocks.length === 1
        ? `${title}: kept out of ${titleOfBlock(of.blocks, move.blocks[0] ?? '')}.`
        : `${title}: kept out of ${move.blocks.length} requirements.`;
    case 'release':
      return `${title}: the planner chooses its place again.`;
    case 'make-change':
      return 'Changed.';
  }
}

/** What the student's pins on one part of a credit say; `undefined` where there are none. */
export function pinWords(pins: NonNullable<PlannedCredit['pins']>, blocks: Blocks): string | undefined {
  const used = pins.find((pin) => pin.use);
  if (used) return `You chose ${titleOfBlock(blocks, used.block)}`;
  if (pins.length === 0) return undefined;
  return pins.length > 2
    ? `You keep it out of ${pins.length} requirements`
    : `You keep it out of ${pins.map((pin) => titleOfBlock(blocks, pin.block)).join(' and ')}`;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { BrokenPin, Change, DegreeAudit } from '../../../engine/types.ts';
import type { Move } from '../../../planner/plan/edits.ts';
import { isCostly, type MoveEffect } from '../../../planner/audit/move-effect.ts';
import { findMoveRepair, sourcesOfRule, whyNotHere, type MoveRepair } from '../../../planner/audit/move-repair.ts';
import type { PlanCatalog } from '../../../planner/audit/plan-audit.ts';
import { sourcesOfBlock } from '../../../planner/audit/sources-of-block.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { hoursNumber, hoursWords, linkTo } from '../../../planner/wording.ts';
import {
  brokenSentence,
  costSentences,
  hoursChangeWords,
  moveWords,
  notHereWords,
  type MoveNames,
} from '../../../planner/audit/wording-moves.ts';
import { ruleInWords } from '../../catalog/rules.ts';
import { inPieces } from '../in-pieces.ts';
import { SourceList } from '../credit/SourceList.tsx';

/** The last move and what it did. */
export type LastMove = { readonly move: Move; readonly effect: MoveEffect };

type Props = LastMove & {
  readonly plan: Plan;
  readonly audit: DegreeAudit;
  readonly catalog: PlanCatalog;
  readonly today: string;
  readonly names: MoveNames;
  readonly onMake: (change: Change) => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

const mostSources = 2;

/**
 * What the last move did to the hours. Of a move that breaks a rule or costs hours it says why, where that was read, and
 * offers the smallest change that makes it good; such a note takes the focus, as a mistake in a form does.
 */
export function MoveNote({ move, effect, plan, audit, catalog, today, names, onMake, onUndo, onClose }: Props) {
  const note = useRef<HTMLElement>(null);
  const from = useRef<Element | null>(null);
  const [repair, setRepair] = useState<MoveRepair>();
  const costly = isCostly(effect);
  const { degree } = catalog.degree;
  const { school } = catalog.school;

  useEffect(() => {
    setRepair(undefined);
    if (!costly) return;
    from.current = document.activeElement;
    note.current?.focus({ preventScroll: true });
    return inPieces(findMoveRepair(plan, catalog, today, { credit: move.credit, effect, audit }), setRepair);
  }, [effect]);

  /** The focus goes back to where it was, before what is pressed here is gone. */
  const leave = (act: () => void) => {
    const before = from.current !== document.body && from.current?.isConnected ? from.current : undefined;
    const place = before ?? document.getElementById(`credit-${move.credit}`);
    if (place instanceof HTMLElement || place instanceof SVGElement) place.focus({ preventScroll: true });
    act();
  };
  const read = [
    ...effect.broken.flatMap(({ block, reason }) => (reason === 'no-such-block' ? [] : sourcesOfBlock(block, degree))),
    ...effect.pushedOut.flatMap(({ notApplied }) =>
      notApplied?.rule ? sourcesOfRule(notApplied.rule.id, degree, school) : [],
    ),
    ...effect.rules.flatMap(({ id }) => sourcesOfRule(id, degree, school)),
  ];
  const sources = [...new Map(read.map((source) => [linkTo(source) ?? source.says, source])).values()];
  return (
    <section
      ref={note}
      class={costly ? 'move-note move-note-costly no-print' : 'move-note no-print'}
      tabIndex={-1}
      aria-label="What your move did"
      onKeyDown={(event) => event.key === 'Escape' && leave(onClose)}
    >
      <p>
        {moveWords(move, names)} <strong>{hoursChangeWords(effect.hours)}</strong>
      </p>
      {effect.broken.map((pin) => (
        <p key={`${pin.credit} ${pin.part} ${pin.block}`}>
          {brokenSentence(pin, names)} {ruleOf(pin)}
        </p>
      ))}
      {costSentences(effect, names).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <SourceList sources={sources.slice(0, mostSources)} />
      <div class="actions">
        {repair && (
          <button
            class="button"
            type="button"
            onClick={() => leave(() => onMake({ kind: 'release-pins', credit: repair.release }))}
          >
            {repairWords(repair)}
          </button>
        )}
        <button class="button button-quiet" type="button" onClick={() => leave(onUndo)}>
          Undo this move
        </button>
        <button class="button button-quiet" type="button" onClick={() => leave(onClose)}>
          Close
        </button>
      </div>
    </section>
  );

  /** Why the pin's credit does not fit, and what the requirement asks for. */
  function ruleOf({ credit, part, block: id, reason }: BrokenPin): string {
    const outcome = audit.outcomes.find(({ accepted }) => accepted.credit === credit && accepted.part === part);
    const block = names.blocks.get(id);
    if (!outcome || !block || reason !== 'does-not-fit') return '';
    const says = block.says ?? (block.inResidence ? '' : ruleInWords(block.fits, school));
    return `${notHereWords(whyNotHere(outcome, id, degree))} ${says}`;
  }

  function repairWords({ release, met }: MoveRepair): string {
    const now = audit.met.likely;
    const gain = met > now ? ` (${hoursNumber(met)} instead of ${hoursWords(now)} likely)` : '';
    return `Let the planner choose the place of ${names.title(release)}${gain}`;
  }
}

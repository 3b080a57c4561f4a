import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DegreeAudit } from '../../engine/types.ts';
import type { CatalogCourse, CatalogDegree, CatalogSchool } from '../../planner/catalog/catalog.ts';
import { creditAfter, editAsPrinted, editPlan, isMove, refusalOf, type Edit } from '../../planner/plan/edits.ts';
import { landingSentence, landingsOf, titleOfCredit, type Blocks } from '../../planner/audit/landing.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import type { SavedPlan } from './keep/use-saved-plan.ts';
import type { LastMove } from './move/MoveNote.tsx';
import { useLatest } from './use-kept.ts';
import { useLater, whenLater, type Later } from './use-later.ts';
import { useUndoKeys } from './use-undo-keys.ts';

/** What to say of an edit once its audit is there, and of which credit to say where it lands. */
type AfterEdit = { readonly words: (parts: Later) => string; readonly credit: string | undefined };

/** A move, the answer before it, and the credits that it led to. */
type Moved = {
  readonly move: LastMove['move'];
  readonly before: DegreeAudit;
  readonly credits: Plan['credits'];
};

/** The plan on the screen with its answer, and who says and shows what came of an edit. */
type Edited = {
  readonly saved: SavedPlan;
  readonly audit: DegreeAudit | undefined;
  readonly school: CatalogSchool | undefined;
  readonly degree: CatalogDegree | undefined;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  readonly blocks: Blocks;
  readonly say: (words: string) => void;
  readonly focusOn: (id: string) => void;
};

/** Changes of the plan by its student: each made or refused, said with what came of it, and taken back. */
export function usePlanEdits({ saved, audit, school, degree, courses, blocks, say, focusOn }: Edited) {
  const { plan } = saved;
  const later = useLater();
  const [moved, setMoved] = useState<Moved>();
  const after = useRef<AfterEdit>();
  const titleOf = (id: string, of = plan) => {
    const credit = of?.credits.find((known) => known.id === id);
    return credit ? titleOfCredit(credit, courses) : id;
  };
  const titleOfCourse = (id: string) => courses.get(id)?.title ?? id;

  // What a move did is shown and said as long as nothing else has changed.
  const lastMove = useMemo((): LastMove | undefined => {
    if (!moved || !audit || !degree || typeof later === 'string') return undefined;
    if (moved.credits !== plan?.credits || moved.before === audit) return undefined;
    return { move: moved.move, effect: later.effectBetween(moved.before, audit, moved.move.credit, degree.degree) };
  }, [moved, audit]);

  useEffect(() => {
    const done = after.current;
    if (!done || !audit) return;
    after.current = undefined;
    const landings = landingsOf(audit, plan?.credits ?? [], school?.equivalencies ?? []);
    const lands = done.credit === undefined ? '' : landingSentence(landings.get(done.credit), blocks);
    const effect =
      lastMove && typeof later === 'object' && later.effectWords(lastMove.effect, { title: titleOf, blocks });
    whenLater((parts) => say([done.words(parts), lands, effect].filter(Boolean).join(' ')));
  }, [audit]);

  /** What stood beside a credit gets the focus when the credit goes. */
  const keepFocusNear = (credit: string, { credits }: Plan) => {
    if (!document.activeElement?.closest('.credit-list')) return;
    const place = credits.findIndex(({ id }) => id === credit);
    const next = credits[place + 1] ?? credits[place - 1];
    focusOn(next ? `credit-${next.id}` : 'credits-title');
  };

  const edit = useLatest((asked: Edit) => {
    if (!plan) return;
    const made = editAsPrinted(asked, school?.school.courses ?? []);
    const refused = refusalOf(plan, made);
    if (refused) {
      whenLater(({ refusalWords }) => say(refusalWords(refused, made, titleOfCourse)));
      if ('credit' in refused) focusOn(`credit-${refused.credit}`);
      return;
    }
    const next = editPlan(plan, made);
    if (next === plan) return whenLater(({ unchangedWords }) => say(unchangedWords(made)));
    if (made.kind === 'remove') keepFocusNear(made.credit, plan);
    if (made.kind === 'add-many') focusOn('credits-title');
    after.current = {
      words: ({ editWords }) => editWords(made, titleOf, titleOfCourse),
      credit: creditAfter(made, next),
    };
    setMoved(audit && isMove(made) ? { move: made, before: audit, credits: next.credits } : undefined);
    saved.change(next);
  });

  /** Says this in place of what was to be said of the last edit. */
  const sayInstead = (words: string) => {
    after.current = undefined;
    say(words);
  };
  const undo = useLatest(() => {
    if (!saved.canUndo) return say('Nothing to undo.');
    saved.undo();
    sayInstead('Undone.');
  });
  const redo = useLatest(() => {
    if (!saved.canRedo) return say('Nothing to redo.');
    saved.redo();
    sayInstead('Done again.');
  });
  useUndoKeys(undo, redo);
  const closeMove = useLatest(() => setMoved(undefined));
  return { edit, undo, redo, sayInstead, lastMove, closeMove, titleOf };
}

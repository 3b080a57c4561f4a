/** The plans that finish the degree: cheapest, fastest, safest. This component holds the state. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Aim, Completion } from '../../../engine/completion.ts';
import { withWaivers } from '../../../engine/index.ts';
import { bestOfEach } from '../../../planner/finish/best-plans.ts';
import { completionInput } from '../../../planner/finish/completion.ts';
import type { CatalogOffers } from '../../../planner/finish/completion-offers.ts';
import { blocksById } from '../../../planner/audit/degree-view.ts';
import { titleOfBlock } from '../../../planner/audit/landing.ts';
import { addMany } from '../../../planner/plan/plan-changes.ts';
import { tryAudit, type PlanCatalog } from '../../../planner/audit/plan-audit.ts';
import type { Plan } from '../../../planner/plan/plan.ts';
import { plannedCourse, takePlan } from '../../../planner/finish/take-plan.ts';
import { hashOfWishes, wishesIn, type CommonWishes } from '../../../planner/finish/wishes.ts';
import {
  aimWords,
  plansNote,
  plansSentence,
  wishesSentence,
  withoutSolverWords,
} from '../../../planner/finish/wording-completion.ts';
import { editWords, refusalWords } from '../../../planner/plan/wording-edits.ts';
import { saveStateWords } from '../../../planner/keeping/wording-saving.ts';
import { Announcer, type Said } from '../Announcer.tsx';
import { coursesWords } from '../../../planner/wording.ts';
import type { FinishNames } from './FinishNumbers.tsx';
import { FinishPlan } from './FinishPlan.tsx';
import { FinishState } from './FinishState.tsx';
import { FinishTable } from './FinishTable.tsx';
import { CatalogMissing } from '../CatalogMissing.tsx';
import { WishForm } from './WishForm.tsx';
import { todayHere } from '../device.ts';
import { useAddress } from '../use-address.ts';
import { siteAddress, useCatalog, useFetched, valueOf } from '../use-catalog.ts';
import { aims, useCompletions } from './use-completions.ts';
import { useSavedPlan, type SavedPlan } from '../keep/use-saved-plan.ts';

/** The page's island: waits for the plan and the catalog. */
export function Finish() {
  const [said, setSaid] = useState<Said>({ words: '', number: 0 });
  const say = (words: string) => setSaid(({ number }) => ({ words, number: number + 1 }));
  const saved = useSavedPlan(() => say('This is the newer plan from another tab.'));
  const { plan, opened, saveState } = saved;
  const catalog = useCatalog(plan);
  const offersFile = useFetched<CatalogOffers>('catalog/offers.json');
  const { index, courses, courseById, school, degree } = catalog;
  const today = useMemo(todayHere, []);
  const known = plan && index?.schools.some(({ degrees }) => degrees.some(({ id }) => id === plan.degree));
  const offers = valueOf(offersFile);
  const ready = plan && courses && school && degree && school.id === plan.school && degree.id === plan.degree;
  const retry =
    catalog.retry || offersFile.state === 'failed'
      ? () => {
          catalog.retry?.();
          if (offersFile.state === 'failed') offersFile.retry();
        }
      : undefined;
  const trouble = saveState.kind === 'cannot-save' || saveState.kind === 'changed-elsewhere';
  return (
    <div class="finish">
      <Announcer said={said} />
      {retry && <CatalogMissing planIsSafe onRetry={retry} />}
      {!retry && (!opened || !index || (known && !(ready && offers))) && (
        <p class="quiet needs-script">Opening your plan…</p>
      )}
      {opened && index && !known && (
        <p class="note">
          There is no plan on this device yet. <a href={siteAddress('planner/')}>Choose a degree in the planner</a>,
          then come back. Or <a href={siteAddress('compare/degrees/')}>see which degree is nearest</a>.
        </p>
      )}
      {trouble && (
        <p class="note" role="alert">
          {saveStateWords(saveState)}
        </p>
      )}
      {ready && offers && (
        <Finishing
          key={`${plan.id} ${plan.degree}`}
          plan={plan}
          catalog={{ school, degree, courses: courseById }}
          offers={offers}
          providerName={(id) => courses.providers[id]?.name ?? id}
          today={today}
          saved={saved}
          onSay={say}
        />
      )}
    </div>
  );
}

type Props = {
  readonly plan: Plan;
  readonly catalog: PlanCatalog;
  readonly offers: CatalogOffers;
  readonly providerName: (id: string) => string;
  readonly today: string;
  readonly saved: SavedPlan;
  readonly onSay: (words: string) => void;
};

function Finishing({ plan, catalog, offers, providerName, today, saved, onSay }: Props) {
  const [wishes, setWishes] = useAddress<CommonWishes | undefined>(wishesIn, (given) =>
    hashOfWishes(given ?? wishesIn('')),
  );
  const [taken, setTaken] = useState<{ readonly aim: Aim; readonly after: Plan }>();
  // The button that was pressed goes: what stands above it gets the focus.
  const [focus, setFocus] = useState<string>();
  useEffect(() => {
    if (focus === undefined) return;
    document.getElementById(focus)?.focus();
    setFocus(undefined);
  }, [focus]);
  const { completions, begin, lookLonger, cancel } = useCompletions({
    onDone: (all) => onSay(plansSentence(bestOfEach(all))),
    onWithoutSolver: (why) => onSay(withoutSolverWords[why]),
  });
  const found = useMemo(() => bestOfEach(completions.found), [completions.found]);
  const inputFor = (aim: Aim) => completionInput(plan, catalog, offers, { ...(wishes ?? wishesIn('')), aim }, today);
  const begunWith = useRef(plan.credits);
  const lookAgain = () => {
    begunWith.current = plan.credits;
    if (wishes) begin(inputFor);
  };
  useEffect(() => {
    // The address is read in the same turn: then the wishes change once more.
    const timer = setTimeout(lookAgain);
    return () => clearTimeout(timer);
  }, [wishes]);

  const degree = useMemo(() => withWaivers(catalog.degree.degree, plan.waivers), [catalog.degree, plan.waivers]);
  const blocks = useMemo(() => blocksById(degree), [degree]);
  const titleOfCourse = (id: string) => catalog.courses.get(id)?.title ?? id;
  const names: FinishNames = {
    course: titleOfCourse,
    provider: providerName,
    block: (id) => titleOfBlock(blocks, id),
    blocks,
    school: catalog.school.school.shortName,
  };
  const providers = useMemo(
    () =>
      [...new Set(Object.keys(offers.waysOf).map((id) => catalog.courses.get(id)?.provider ?? ''))]
        .filter(Boolean)
        .map((id) => ({ id, name: providerName(id) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    [offers, catalog.courses],
  );
  const add = (aim: Aim, completion: Completion, course: string) => {
    const credits = completion.courses.filter((one) => one.course === course).map(plannedCourse);
    const added = addMany(plan, credits);
    const edit = { kind: 'add-many', credits } as const;
    if ('refused' in added) return onSay(refusalWords(added, edit, titleOfCourse));
    saved.change(added.plan);
    setFocus(`${aim}-${course}`);
    onSay(`${titleOfCourse(course)} added.`);
  };
  const take = (aim: Aim, completion: Completion) => {
    if (!wishes) return;
    const after = takePlan(plan, completion, wishes);
    const edit = { kind: 'add-many', credits: completion.courses.map(plannedCourse) } as const;
    if ('refused' in after) return onSay(refusalWords(after, edit, titleOfCourse));
    saved.change(after.plan);
    setTaken({ aim, after: after.plan });
    setFocus(`plan-${aim}`);
    onSay(`${editWords(edit, (id) => id, titleOfCourse)} They are in your plan.`);
  };
  const undo = (aim: Aim) => {
    saved.undo();
    setTaken(undefined);
    onSay('Undone.');
    setFocus(`plan-${aim}`);
  };
  const allProven = [...completions.found.values()].every(({ proven }) => proven);
  const asksToReplace = plan.credits.some(
    ({ status, typed }) => !typed && (status === 'planned' || status === 'considering'),
  );
  return (
    <>
      <p class="measure">
        <strong>{degree.title}</strong>, {names.school}, catalog year {degree.catalogYear}. Your plan has{' '}
        {coursesWords(plan.credits.length)}.
      </p>
      {wishes && (
        <details class="wishes no-print">
          <summary>Your wishes: {wishesSentence(wishes)}</summary>
          <WishForm
            wishes={wishes}
            today={today}
            providers={providers}
            asksToReplace={asksToReplace}
            onWishes={(next) => {
              setTaken(undefined);
              setWishes(next);
            }}
          />
        </details>
      )}
      <FinishState
        completions={completions}
        allProven={allProven}
        mayBeBetter={begunWith.current === plan.credits && !completions.lookedLonger && !allProven}
        onStop={cancel}
        onLonger={() => lookLonger(inputFor)}
        onAgain={lookAgain}
        onSay={onSay}
      />
      {found.size > 0 && wishes && (
        <>
          <p class="quiet small measure">{plansNote}</p>
          <FinishTable found={found} />
          <div class="finish-plans">
            {aims.flatMap((aim) => {
              const completion = found.get(aim);
              if (!completion) return [];
              const after = takePlan(plan, completion, wishes);
              const next = 'plan' in after ? after.plan : plan;
              return [
                <FinishPlan
                  key={aim}
                  aim={aim}
                  completion={completion}
                  sameAs={sameAs(aim, found)}
                  degree={degree}
                  audit={tryAudit(next, catalog, today).audit}
                  inPlan={new Set(plan.credits.flatMap(({ course }) => course ?? []))}
                  school={catalog.school}
                  wishes={wishes}
                  names={names}
                  today={today}
                  canUndo={taken?.aim === aim && taken.after.credits === plan.credits}
                  onTake={() => take(aim, completion)}
                  onAdd={(course) => add(aim, completion, course)}
                  onUndo={() => undo(aim)}
                />,
              ];
            })}
          </div>
        </>
      )}
    </>
  );
}

/** The plan before this one that has the same courses, by its name. */
function sameAs(aim: Aim, found: ReadonlyMap<Aim, Completion>): string | undefined {
  const coursesOf = (one: Aim) =>
    found
      .get(one)
      ?.courses.map(({ course }) => course)
      .sort()
      .join();
  const before = aims.slice(0, aims.indexOf(aim)).find((one) => coursesOf(one) === coursesOf(aim));
  return before && aimWords[before].toLowerCase();
}

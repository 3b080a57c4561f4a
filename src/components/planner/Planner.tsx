/** The planner. This component holds the state; what it shows is made of parts that hold none of the plan. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { withWaivers } from '../../engine/index.ts';
import { blocksById } from '../../planner/audit/degree-view.ts';
import { editPlan } from '../../planner/plan/edits.ts';
import * as changes from '../../planner/plan/plan-changes.ts';
import { missingFromCatalog, type FileNotice } from '../../planner/keeping/plan-file.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import type { Opened } from '../../planner/keeping/decide-open.ts';
import { SpokenAnnouncer, type Voice } from './Announcer.tsx';
import { DegreeChoice } from './DegreeChoice.tsx';
import type { OpenedPlan } from './keep/OpenFile.tsx';
import { NotHere } from './NotHere.tsx';
import { PlanScreen } from './PlanScreen.tsx';
import { CatalogMissing } from './CatalogMissing.tsx';
import { Guard, Trouble } from './Trouble.tsx';
import { newPlanId, todayHere } from './device.ts';
import { takeSharedPlan } from './keep/keep-shared-plan.ts';
import { useAnswer } from './answer/use-answer.ts';
import { siteAddress, useCatalog } from './use-catalog.ts';
import { useFocusSoon } from './use-focus-soon.ts';
import { bringLater, useLater } from './use-later.ts';
import { usePlanEdits } from './use-plan-edits.ts';
import { useStartRequest } from './use-start-request.ts';
import { useSavedPlan } from './keep/use-saved-plan.ts';
import { useLatest } from './use-kept.ts';

const noCopies: Opened['copies'] = [];

/** The whole planner: choosing a degree, then the plan. */
export function Planner() {
  const voice: Voice = useRef(null);
  const say = useLatest((words: string) => voice.current?.(words));
  const saved = useSavedPlan(() => say('Changes from another tab are in your plan.'));
  const { plan, opened, saveState } = saved;
  const [request, forget] = useStartRequest();
  const [choosing, setChoosing] = useState(false);
  const [offered, setOffered] = useState<OpenedPlan>();
  const [notices, setNotices] = useState<readonly FileNotice[]>([]);
  const today = useMemo(todayHere, []);

  const catalog = useCatalog(plan);
  const later = useLater();
  const { index, courses, courseById, school, degree } = catalog;
  const schoolOf = (id: string) => index?.schools.find(({ degrees }) => degrees.some((known) => known.id === id))?.id;
  const ready = plan && courses && school && degree && school.id === plan.school && degree.id === plan.degree;
  const answer = useAnswer(plan, ready ? { school, degree, courses: courseById } : undefined, today);
  const audit = answer?.audit;
  const chooseAgain = useLatest(() => setChoosing(true));
  const blocks = useMemo(
    () => (degree ? blocksById(withWaivers(degree.degree, plan?.waivers)) : new Map()),
    [degree, plan?.waivers],
  );
  const focusOn = useFocusSoon(audit);
  const edits = usePlanEdits({ saved, audit, school, degree, courses: courseById, blocks, say, focusOn });
  const { edit, undo, redo, sayInstead, titleOf } = edits;

  // Ids are permanent; the few that could not stay lead on to what took their place.
  useEffect(() => {
    const today = plan && index ? changes.followMoves(plan, index.moved) : plan;
    if (today && today !== plan) saved.change(today);
  }, [plan, index]);

  const choose = (schoolId: string, degreeId: string) => {
    setChoosing(false);
    setNotices([]);
    saved.change(
      plan
        ? editPlan(plan, { kind: 'choose-degree', school: schoolId, degree: degreeId })
        : changes.newPlan(newPlanId(), schoolId, degreeId, index?.factsOn),
    );
    say('Your plan is ready.');
    focusOn('plan-degree');
  };

  const versions = useLatest(() => saved.versions());
  const takePlan = useLatest((next: Plan, words: string) => {
    saved.change(next);
    sayInstead(words);
    focusOn('plan-degree');
  });
  const openFile = useLatest((file: OpenedPlan) => {
    if (plan && plan.credits.length > 0) return setOffered(file);
    replaceWith(file);
  });
  const replaceWith = (file: OpenedPlan) => {
    const knows = { course: (id: string) => courseById.has(id), degree: (id: string) => schoolOf(id) !== undefined };
    setOffered(undefined);
    setNotices([...file.notices, ...missingFromCatalog(file.plan, knows)]);
    saved.replace(file.plan);
    say(`Plan opened, with ${file.plan.credits.length} courses.`);
    focusOn('plan-degree');
  };

  const dropCopy = useLatest((key: string) => saved.dropCopy(key));
  const forgetAll = useLatest(async () => {
    const done = await saved.forgetEverything();
    if (done) {
      setNotices([]);
      say('Everything is forgotten.');
      focusOn('degree-choice');
    }
    return done;
  });

  const keepBeside = async (other: Plan) => {
    const kept = await saved.keepBeside(other);
    say(kept ? 'The other plan is now among your plans.' : 'The other plan could not be kept on this device.');
    focusOn('plan-degree');
  };

  // A copy of a shared plan is opened as a file is.
  useEffect(() => {
    const shared = opened && index && courses ? takeSharedPlan() : undefined;
    if (shared) openFile(shared);
  }, [opened, index, courses]);

  // A link asked for a degree or a course. Without a plan it begins one; a plan is never changed without asking.
  const wanted = request.degree !== undefined && index ? schoolOf(request.degree) : undefined;
  useEffect(() => {
    if (!opened || !index) return;
    if (request.degree !== undefined && (wanted === undefined || request.degree === plan?.degree)) forget('degree');
    else if (request.degree !== undefined && wanted !== undefined && !plan) {
      forget('degree');
      choose(wanted, request.degree);
    } else if (request.degree === undefined && request.add !== undefined && audit && plan) {
      forget('add');
      if (courseById.has(request.add)) edit({ kind: 'add-course', course: request.add });
      else say('The course of this link is not in our catalog.');
    }
  }, [opened, index, request, plan, audit]);

  const knownDegree = plan && schoolOf(plan.degree) !== undefined;
  const isChoosing = opened && index && (plan ? !knownDegree : request.degree === undefined);
  useLayoutEffect(() => {
    if (answer || isChoosing || catalog.retry) bringLater();
  });
  return (
    <div class="planner">
      <SpokenAnnouncer voice={voice} />
      <div class="plan-top">
        {typeof later === 'object' && (
          <later.Questions
            plan={plan}
            saveState={saveState}
            offered={offered?.plan}
            otherDegree={plan && wanted !== undefined && request.degree !== plan.degree}
            onKeepThis={saved.keepThis}
            onUseOther={() => void saved.useOther()}
            onReplace={(replace) => {
              if (replace === 'yes' && offered) return replaceWith(offered);
              if (replace === 'keep-both' && offered) void keepBeside(offered.plan);
              setOffered(undefined);
            }}
            onSwitch={(toNew) => {
              forget('degree');
              if (toNew && wanted !== undefined && request.degree !== undefined) choose(wanted, request.degree);
            }}
          />
        )}
        {later === 'failed' && saveState.kind === 'changed-elsewhere' && <NotHere state={later} />}
        {typeof later === 'object' && (
          <later.Notices
            fromBefore={opened?.fromBefore ?? false}
            notices={[...(opened?.notices ?? []), ...notices]}
            titleOf={titleOf}
            onHide={() => {
              setNotices([]);
              saved.hideNotices();
              say('Hidden.');
              focusOn('plan-degree');
            }}
          />
        )}
      </div>
      {opened && !plan && typeof later === 'object' && (
        <later.NoPlan
          saveState={saveState}
          copies={opened.copies}
          today={today}
          onDropCopy={(key) => {
            saved.dropCopy(key);
            focusOn('have-plan');
          }}
        />
      )}
      {catalog.retry && <CatalogMissing planIsSafe onRetry={catalog.retry} />}
      {!catalog.retry && (!opened || !index || (plan && knownDegree && !choosing && !answer)) && (
        <div class="opening needs-script">
          <p class="lead">
            Choose a degree, add the credit you have or think of, and see what is sure, what is likely and what is still
            needed.
          </p>
          <p class="quiet">Opening the planner…</p>
        </div>
      )}
      {opened && index && (!plan || !knownDegree || choosing) && (
        <DegreeChoice
          index={index}
          onCancel={plan && knownDegree ? () => setChoosing(false) : undefined}
          onChoose={choose}
        />
      )}
      {answer && !audit && !choosing && <Trouble onUndo={undo} onChangeDegree={chooseAgain} />}
      {plan && audit && courses && school && degree && !choosing && (
        <Guard since={plan} onUndo={undo} onChangeDegree={chooseAgain}>
          <PlanScreen
            plan={plan}
            audit={audit}
            catalog={courses}
            courses={courseById}
            school={school}
            degree={degree}
            saveState={saveState}
            today={today}
            lastMove={edits.lastMove}
            onEdit={edit}
            onSay={say}
            onCloseMove={edits.closeMove}
            onUndo={undo}
            onRedo={redo}
            onChangeDegree={chooseAgain}
            versions={versions}
            onPlan={takePlan}
          />
        </Guard>
      )}
      {opened && index && !plan && (
        <section class="keep" aria-labelledby="have-plan">
          <h2 id="have-plan" tabIndex={-1}>
            Have a plan already?
          </h2>
          <p>
            <a href={siteAddress('planner/plans/')}>Your plans on this device</a>
          </p>
          {typeof later === 'string' ? <NotHere state={later} /> : <later.OpenFile onOpen={openFile} />}
        </section>
      )}
      {plan &&
        (typeof later === 'string' ? (
          <NotHere state={later} />
        ) : (
          <later.Keep
            plan={plan}
            today={today}
            catalog={catalog}
            audit={audit}
            copies={opened?.copies ?? noCopies}
            onOpen={openFile}
            onForget={forgetAll}
            onDropCopy={dropCopy}
          />
        ))}
    </div>
  );
}

import { useMemo, useState } from 'preact/hooks';
import type { PlannedCredit } from '../../engine/types.ts';
import type {
  CatalogCourse,
  CatalogCourses,
  CatalogDegree,
  CatalogIndex,
  CatalogSchool,
} from '../../planner/catalog/catalog.ts';
import {
  creditsAt,
  creditsOf,
  degreeFor,
  differenceWords,
  hashOfPlans,
  planComparisonIn,
  rowsOfPlan,
} from '../../planner/compare/compared-plan.ts';
import { tryAudit } from '../../planner/audit/plan-audit.ts';
import type { Plan } from '../../planner/plan/plan.ts';
import { sideBySide } from '../../planner/compare/side-by-side.ts';
import { Announcer, type Said } from '../planner/Announcer.tsx';
import { DegreeMap } from '../planner/map/DegreeMap.tsx';
import { todayHere } from '../planner/device.ts';
import { SelectField } from '../planner/form/Fields.tsx';
import { siteAddress, useFetched, valueOf, type Fetched } from '../planner/use-catalog.ts';
import { ComparisonState } from './ComparisonState.tsx';
import { CreditsToCompare } from './CreditsToCompare.tsx';
import { useReadPlan } from './saved-plan.ts';
import { SideBySide } from './SideBySide.tsx';
import { useLastWhole } from './use-last-whole.ts';
import { useAddress } from '../planner/use-address.ts';
import { CatalogMissing } from '../planner/CatalogMissing.tsx';

/** The same credits against two degrees: those of the saved plan, or courses chosen here. */
export function ComparePlan() {
  const [asked, change] = useAddress(planComparisonIn, hashOfPlans);
  const [said, setSaid] = useState<Said>({ words: '', number: 0 });
  const say = (words: string) => setSaid(({ number }) => ({ words, number: number + 1 }));
  const today = useMemo(todayHere, []);
  const saved = useReadPlan();
  const plan = saved === 'looking' ? undefined : saved;

  const indexFile = useFetched<CatalogIndex>('catalog/index.json');
  const coursesFile = useFetched<CatalogCourses>('catalog/courses.json');
  const index = valueOf(indexFile);
  const list = valueOf(coursesFile);
  const byId = useMemo(() => new Map(list?.courses.map((course) => [course.id, course])), [list]);

  const current = (kind: string, id: string) => index?.moved[`${kind}/${id}`]?.slice(kind.length + 1) ?? id;
  const wanted = asked.degrees.length === 0 && plan ? [plan.degree] : asked.degrees;
  const degrees = wanted.map((id) => current('degrees', id)).filter((id) => index && schoolOf(index, id) !== undefined);
  const chosen = asked.courses?.map((id) => current('courses', id)).filter((id) => byId.has(id));
  const lost = degrees.length < wanted.length || chosen?.length !== asked.courses?.length;
  const fromPlan = plan !== undefined && chosen === undefined;
  const ids = chosen ?? [];
  const credits = useMemo(
    () => (fromPlan ? (school: string, degree: string) => creditsAt(plan, school, degree) : () => creditsOf(ids)),
    [fromPlan, plan, ids.join()],
  );
  const given = { index, courses: byId, credits, plan: fromPlan ? plan : undefined, today };
  const sides = [useSide(degrees[0], given), useSide(degrees[1], given)];

  const files = [indexFile, coursesFile, ...sides.flatMap((side) => side.files)];
  const failed = files.filter((file) => file.state === 'failed');
  const waiting = saved === 'looking' || files.some(({ state }) => state === 'waiting');
  const ready = sides.flatMap(({ ready }) => ready ?? []);
  const shown = useLastWhole(ready, !waiting) ?? [];
  const [first, second] = ready;
  const many = fromPlan ? plan.credits.length : ids.length;

  const chooseDegree = (place: number, id: string) => {
    const next = [...degrees];
    if (id === '') next.splice(place, 1);
    else next[place] = id;
    change({ ...asked, degrees: [...new Set(next.filter(Boolean))] });
  };
  const missing = failed.length > 0 && <CatalogMissing onRetry={() => failed.forEach((file) => file.retry())} />;
  if (!index || !list || saved === 'looking') return missing || <p class="quiet needs-script">Getting ready…</p>;
  return (
    <div class="stack compare-tool">
      <Announcer said={said} />
      {missing}
      {lost && <p class="note">Of this link or plan, a degree or a course is not in our catalog. It is left out.</p>}
      <fieldset class="filter-grid no-print">
        <legend>Degrees to compare</legend>
        {['First degree', 'Second degree'].map((label, place) => (
          <DegreeField
            key={label}
            id={`degree-${place}`}
            label={label}
            index={index}
            value={degrees[place] ?? ''}
            onChange={(id) => chooseDegree(place, id)}
          />
        ))}
      </fieldset>
      <CreditsToCompare
        plan={plan}
        list={list}
        courses={byId}
        chosen={fromPlan ? undefined : ids}
        onChange={(courses) => change({ degrees, ...(courses ? { courses } : {}) })}
        onSay={say}
      />
      <section class="stack" aria-labelledby="comparison-title">
        <h2 id="comparison-title">Side by side</h2>
        <ComparisonState
          isWaiting={waiting}
          words={
            failed.length > 0
              ? 'Not all of it could be loaded.'
              : degrees.length < 2
                ? 'Choose two degrees.'
                : first && second
                  ? `${many === 1 ? '1 course' : `${many} courses`}. ${differenceWords([first.audit, second.audit], [first.name, second.name])}`
                  : 'This page could not work out one of the degrees. The mistake is in this page, not in your plan.'
          }
        />
        {shown.length > 0 && (
          <>
            <div class="compare-maps">
              {shown.map(({ id, degree, audit, name }) => (
                <div class="stack-small" key={id}>
                  <h3>{name}</h3>
                  <DegreeMap
                    degree={degree}
                    audit={audit}
                    label={`${name}, with these credits in it`}
                    withKey={false}
                  />
                </div>
              ))}
            </div>
            <SideBySide
              caption="The same credits side by side"
              heads={shown.map(({ id, name }) => ({
                id,
                href: siteAddress(`schools/${id}/`),
                name,
                shortName: name,
              }))}
              rows={sideBySide(shown)}
            />
          </>
        )}
      </section>
    </div>
  );
}

type DegreeFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly index: CatalogIndex;
  readonly value: string;
  readonly onChange: (id: string) => void;
};

function DegreeField({ index, ...field }: DegreeFieldProps) {
  return (
    <SelectField {...field}>
      <option value="">Choose a degree</option>
      {index.schools
        .filter(({ degrees }) => degrees.length > 0)
        .map(({ id, name, degrees }) => (
          <optgroup label={name} key={id}>
            {degrees.map((degree) => (
              <option key={degree.id} value={degree.id}>
                {degree.title}, {degree.catalogYear}
              </option>
            ))}
          </optgroup>
        ))}
    </SelectField>
  );
}

type Given = {
  readonly index: CatalogIndex | undefined;
  readonly courses: ReadonlyMap<string, CatalogCourse>;
  readonly credits: (school: string, degree: string) => readonly PlannedCredit[];
  /** The plan whose credits they are. */
  readonly plan: Plan | undefined;
  readonly today: string;
};

/** One of the two degrees: its files, and when they are here, its audit with the rows of the table. */
function useSide(degreeId: string | undefined, { index, courses, credits, plan, today }: Given) {
  const schoolId = index && degreeId !== undefined ? schoolOf(index, degreeId)?.id : undefined;
  const schoolFile = useFetched<CatalogSchool>(schoolId && `catalog/schools/${schoolId}.json`);
  const degreeFile = useFetched<CatalogDegree>(schoolId && degreeId && `catalog/degrees/${degreeId}.json`);
  const school = valueOf(schoolFile);
  const known = valueOf(degreeFile);
  const ready = useMemo(() => {
    if (!school || !known || courses.size === 0) return undefined;
    const degree = plan ? degreeFor(plan, known) : known;
    const its = credits(school.id, degree.id);
    const catalog = { school, degree, courses };
    const { audit } = tryAudit({ credits: its }, catalog, today);
    if (!audit) return undefined;
    const name = `${degree.degree.title}, ${school.school.shortName}`;
    return { id: degree.id, degree: degree.degree, audit, name, rows: rowsOfPlan(audit, its, catalog) };
  }, [school, known, courses, credits]);
  const files: readonly Fetched<unknown>[] = [schoolFile, degreeFile];
  return { files, ready };
}

function schoolOf({ schools }: CatalogIndex, degree: string) {
  return schools.find(({ degrees }) => degrees.some(({ id }) => id === degree));
}

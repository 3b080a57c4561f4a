import { useMemo, useState } from 'preact/hooks';
import type {
  CatalogCourse,
  CatalogCourses,
  CatalogDegree,
  CatalogIndex,
  CatalogSchool,
} from '../../planner/catalog/catalog.ts';
import {
  comparedFile,
  courseComparisonIn,
  fittingAlone,
  hashOfCourses,
  mostCompared,
  rowsAt,
  type ComparedCourses,
  type CourseComparison,
  type Place,
} from '../../planner/compare/compared-course.ts';
import { blocksById } from '../../planner/audit/degree-view.ts';
import { sideBySide } from '../../planner/compare/side-by-side.ts';
import { listWords } from '../../planner/wording.ts';
import { AddCourses } from '../planner/credit/AddCourses.tsx';
import { FoundCourses } from '../planner/credit/FoundCourses.tsx';
import { Announcer, type Said } from '../planner/Announcer.tsx';
import { CourseResult } from '../planner/credit/CourseResult.tsx';
import { todayHere } from '../planner/device.ts';
import { FittingList } from '../planner/block/FittingCourses.tsx';
import { siteAddress, useFetched, valueOf } from '../planner/use-catalog.ts';
import { ComparisonState } from './ComparisonState.tsx';
import { CourseAim } from './CourseAim.tsx';
import { SideBySide } from './SideBySide.tsx';
import { useLastWhole } from './use-last-whole.ts';
import { useAddress } from '../planner/use-address.ts';
import { CatalogMissing } from '../planner/CatalogMissing.tsx';

/** Two or three courses side by side, against one requirement of a degree or one school. All of it is in the address. */
export function CompareCourses() {
  const [asked, change] = useAddress(courseComparisonIn, hashOfCourses);
  const [said, setSaid] = useState<Said>({ words: '', number: 0 });
  const say = (words: string) => setSaid(({ number }) => ({ words, number: number + 1 }));
  const today = useMemo(todayHere, []);

  const indexFile = useFetched<CatalogIndex>('catalog/index.json');
  const coursesFile = useFetched<CatalogCourses>('catalog/courses.json');
  const index = valueOf(indexFile);
  const list = valueOf(coursesFile);
  const byId = useMemo(() => new Map(list?.courses.map((course) => [course.id, course])), [list]);
  const chosen = index && list ? knownIn(asked, index, byId) : undefined;
  const schoolFile = useFetched<CatalogSchool>(chosen?.school && `catalog/schools/${chosen.school}.json`);
  const degreeFile = useFetched<CatalogDegree>(chosen?.degree && `catalog/degrees/${chosen.degree}.json`);
  const details = [0, 1, 2].map((at) => {
    const id = chosen?.courses[at];
    return useFetched<ComparedCourses>(id && `catalog/compare/courses/${comparedFile(id)}.json`);
  });

  const school = valueOf(schoolFile);
  const degree = valueOf(degreeFile);
  const block = degree && chosen?.block !== undefined ? blocksById(degree.degree).get(chosen.block) : undefined;
  const fitting = useMemo(() => {
    if (!school || !degree || !block) return [];
    return fittingAlone(block, { school, degree, courses: byId }, today);
  }, [school, degree, block, byId]);

  const files = [indexFile, coursesFile, schoolFile, degreeFile, ...details];
  const failed = files.filter((file) => file.state === 'failed');
  const waiting = files.some(({ state }) => state === 'waiting');
  const place: Place | undefined = school && { school, degree, block };
  const columns = details.flatMap((file, at) => {
    const course = byId.get(chosen?.courses[at] ?? '');
    const detail = course && valueOf(file)?.[course.id];
    if (!detail) return [];
    return [{ ...detail, rows: [...(place ? rowsAt(course, place, fitting, today) : []), ...detail.rows] }];
  });

  const shown = useLastWhole(columns, chosen !== undefined && !waiting);
  const missing = failed.length > 0 && <CatalogMissing onRetry={() => failed.forEach((file) => file.retry())} />;
  if (!index || !list || !chosen || !shown) return missing || <p class="quiet needs-script">Getting ready…</p>;
  const ids = chosen.courses;
  const inPlan = new Map(ids.map((id) => [id, id]));
  const titleOf = (id: string) => byId.get(id)?.title ?? id;
  const providerName = (id: string) => list.providers[id]?.name ?? id;
  const add = ({ id, title }: CatalogCourse) => {
    if (ids.length >= mostCompared) return say('Three courses at most. Remove one first.');
    change({ ...chosen, courses: [...ids, id] });
    say(`${title} added.`);
  };
  const remove = (id: string) => {
    change({ ...chosen, courses: ids.filter((one) => one !== id) });
    say(`${titleOf(id)} removed.`);
    if (document.activeElement?.closest('#chosen')) document.getElementById('courses-title')?.focus();
  };
  const lost = lostWords(asked, chosen);
  return (
    <div class="stack compare-tool">
      <Announcer said={said} />
      {missing}
      {lost !== '' && <p class="note">{lost}</p>}
      <CourseAim index={index} chosen={chosen} degree={degree} onChange={change} onSay={say} />
      <section class="stack no-print" aria-labelledby="courses-title">
        <h2 id="courses-title" tabIndex={-1}>
          Courses to compare
        </h2>
        {ids.length > 0 && (
          <ul class="results-list" role="list" id="chosen">
            {ids
              .flatMap((id) => byId.get(id) ?? [])
              .map((course) => (
                <CourseResult
                  key={course.id}
                  course={course}
                  provider={providerName(course.provider)}
                  credit={course.id}
                  onAdd={add}
                  onRemove={remove}
                />
              ))}
          </ul>
        )}
        {block && school && degree && (
          <details>
            <summary>What fits {block.title}</summary>
            <FittingList
              block={block}
              offer={{
                coursesFor: () => fitting,
                providerName,
                inPlan,
                degreePage: siteAddress(`schools/${degree.id}/`),
                onAdd: add,
                onRemove: remove,
              }}
            />
          </details>
        )}
        <AddCourses
          search={FoundCourses}
          catalog={list}
          equivalencies={school?.equivalencies}
          inPlan={inPlan}
          onAdd={add}
          onRemove={remove}
        />
      </section>
      <section class="stack" aria-labelledby="comparison-title">
        <h2 id="comparison-title">Side by side</h2>
        <ComparisonState
          isWaiting={waiting}
          words={
            failed.length > 0
              ? 'Not all of it could be loaded.'
              : ids.length === 0
                ? 'Choose two courses.'
                : ids.length === 1
                  ? 'Choose another course.'
                  : `${listWords(columns.map((course) => nameOf(columns, course)))} side by side${placeWords(place)}.`
          }
        />
        {shown.length > 0 && (
          <SideBySide
            caption="Courses side by side"
            heads={shown.map(({ id, title, provider }) => ({
              id,
              href: siteAddress(`courses/${id}/`),
              name: `${title}, ${provider}`,
              shortName: nameOf(shown, { title, provider }),
            }))}
            rows={sideBySide(shown)}
          />
        )}
      </section>
    </div>
  );
}

type Named = { readonly title: string; readonly provider: string };

/** The title; where another course has the same one, with who gives it. */
function nameOf(all: readonly Named[], { title, provider }: Named): string {
  return all.filter((other) => other.title === title).length > 1 ? `${title}, ${provider}` : title;
}

/** Of what the address asks for, what the catalog has today. A record that has another id is found under it. */
function knownIn(
  asked: CourseComparison,
  { schools, moved }: CatalogIndex,
  courses: ReadonlyMap<string, CatalogCourse>,
): CourseComparison {
  const today = (kind: string, id: string) => moved[`${kind}/${id}`]?.slice(kind.length + 1) ?? id;
  const wanted = asked.degree === undefined ? undefined : today('degrees', asked.degree);
  const school = schools.find(({ id, degrees }) =>
    wanted === undefined ? id === asked.school : degrees.some((degree) => degree.id === wanted),
  );
  return {
    ...(school ? { school: school.id } : {}),
    ...(school && wanted !== undefined ? { degree: wanted } : {}),
    ...(school && wanted !== undefined && asked.block !== undefined ? { block: asked.block } : {}),
    courses: asked.courses.map((id) => today('courses', id)).filter((id) => courses.has(id)),
  };
}

function lostWords(asked: CourseComparison, chosen: CourseComparison): string {
  const lost = [
    (asked.degree ?? asked.school) !== undefined && chosen.school === undefined ? 'the school or degree' : '',
    asked.courses.length > chosen.courses.length ? 'a course' : '',
  ].filter(Boolean);
  return lost.length === 0 ? '' : `Of this link, ${listWords(lost)} is not in our catalog.`;
}

function placeWords(place: Place | undefined): string {
  if (!place) return '';
  if (place.block) return `, for ${place.block.title} at ${place.school.school.shortName}`;
  return `, at ${place.school.school.shortName}`;
}

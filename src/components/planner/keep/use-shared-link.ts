import { useEffect, useMemo, useState } from 'preact/hooks';
import { blocksById } from '../../../planner/audit/degree-view.ts';
import { namesIn, type LinkNames } from '../../../planner/link/link-names.ts';
import type { PackedPlan } from '../../../planner/link/packed-plan.ts';
import type { OpenedFile } from '../../../planner/keeping/plan-file.ts';
import {
  degreeOfLink,
  linkInHash,
  openLinkedPlan,
  readLink,
  type LinkRefusal,
} from '../../../planner/link/plan-link.ts';
import { useCatalog, type Catalog } from '../use-catalog.ts';

/** The letters of the link in the page's address; `undefined` until the page runs. */
function useLinkInAddress(): string | undefined {
  const [link, setLink] = useState<string>();
  useEffect(() => {
    let shown = '';
    const look = () => {
      const asked = linkInHash(location.hash);
      // A way to another part of the page takes the plan's place in the address. A reload must still find the plan.
      if (asked === '' && shown !== '') history.replaceState(history.state, '', `#p=${shown}`);
      else setLink((shown = asked));
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return link;
}

/** What the address of this page holds, as far as it and the catalog are read. */
export type SharedLink = {
  readonly catalog: Catalog;
  /** `undefined` while something is on its way. */
  readonly opened: OpenedFile | { readonly reason: LinkRefusal } | undefined;
  /** Whether the catalog has the plan's degree. */
  readonly degreeKnown: boolean;
};

/** The plan in the page's address. It is read once the catalog can tell the names in it. */
export function useSharedLink(): SharedLink {
  const link = useLinkInAddress();
  const read = useMemo(() => (link === undefined ? undefined : readLink(link)), [link]);
  const linked = read && 'linked' in read ? read.linked : undefined;
  const [found, setFound] = useState<{ readonly of: PackedPlan; readonly school: string; readonly degree: string }>();
  const chosen = found?.of === linked ? found : undefined;
  const catalog = useCatalog(chosen);
  const { index, courses, school, degree } = catalog;

  useEffect(() => {
    if (!linked || !index) return;
    const id = degreeOfLink(linked, namesOf({ index, courses: undefined, degree: undefined }), index.moved);
    const giving = index.schools.find(({ degrees }) => degrees.some((known) => known.id === id));
    setFound({ of: linked, school: giving?.id ?? '', degree: id });
  }, [linked, index]);

  const degreeKnown = chosen !== undefined && chosen.school !== '';
  const arrived = courses && chosen && (!degreeKnown || (degree?.id === chosen.degree && school?.id === chosen.school));
  const opened = useMemo(
    () => (linked && arrived && index ? openLinkedPlan(linked, namesOf(catalog), index.moved) : undefined),
    [linked, arrived],
  );
  return { catalog, degreeKnown, opened: read && 'reason' in read ? read : opened };
}

/** The short names of all that has been fetched of the catalog. */
export function namesOf({ index, courses, degree }: Pick<Catalog, 'index' | 'courses' | 'degree'>): LinkNames {
  return namesIn({
    courses: courses?.courses.map(({ id }) => id) ?? [],
    degrees: index?.schools.flatMap(({ degrees }) => degrees.map(({ id }) => id)) ?? [],
    blocks: degree ? blocksById(degree.degree).keys() : [],
    moved: index?.moved ?? {},
  });
}

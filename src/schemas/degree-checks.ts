/** What a degree's blocks must agree on: hours add up, ids are its own, and what its rules name exists. */
import type { Degree, RequirementBlock } from './degree.ts';
import { checkFits } from './fits-checks.ts';
import { checkUnique, join, type Known, type Report } from './problem.ts';
import type { School } from './school.ts';
import { checkSum, sumOf } from './sum-checks.ts';

/** A block with its path in the file. */
type Place = { block: RequirementBlock; field: string };

/** Every problem of a degree's blocks and rules. Without the school, what they name there is not checked. */
export function checkBlocks(degree: Degree, school: School | undefined, known: Known, report: Report) {
  const places = placesIn(degree.blocks, 'blocks');
  const owners = [...places.map(({ block, field }) => ({ ...block, field })), { ...degree, field: '' }];
  const named = owners.flatMap(({ field, qualifiers = [], ...owner }) => [
    ...('id' in owner ? [{ id: owner.id, at: `${field}.id` }] : []),
    ...qualifiers.map(({ id }, index) => ({ id, at: join(field, `qualifiers[${index}].id`) })),
  ]);
  checkUnique(
    named.map(({ id }) => id),
    (index) => named[index]?.at ?? '',
    report,
  );
  for (const place of places) {
    checkShape(place, report);
    checkSharing(place, places, report);
    if (place.block.fits) checkFits(place.block.fits, `${place.field}.fits`, school, known, report);
  }
  checkExcess(places, report);
  for (const owner of owners) checkQualifiers(owner, school, known, report);
  checkWhole(degree, places, report);
}

function placesIn(blocks: readonly RequirementBlock[], field: string): Place[] {
  return blocks.flatMap((block, index) => {
    const at = `${field}[${index}]`;
    return [{ block, field: at }, ...placesIn(block.children ?? [], `${at}.children`)];
  });
}

/** Blocks that share are filled twice by some credit, so they may bring the sum above the degree's hours. */
function checkWhole({ blocks, semesterHours }: Degree, places: readonly Place[], report: Report) {
  const sum = sumOf(blocks);
  const shared = sumOf(places.flatMap(({ block }) => (block.mayShareWith ? [block] : [])));
  const least = Math.max(0, Math.round((sum - shared) * 100) / 100);
  if (least <= semesterHours && semesterHours <= sum) return;
  const range = shared > 0 ? `${least} to ${sum}` : `${sum}`;
  const expected = `${range}, what its blocks add up to${shared > 0 ? ', less what may be shared' : ''}`;
  report('semesterHours', semesterHours, expected, 'Make them equal. Hours that nothing names are free electives.');
}

function checkShape({ block, field }: Place, report: Report) {
  const { children, fits, choose, checkYourself } = block;
  if (fits?.courses?.length === 0) {
    const { courses: _, ...rest } = fits;
    const how =
      'An empty list means that the list was not found: nothing is counted. Leave it out, or all other lines.';
    if (Object.keys(rest).length > 0)
      report(`${field}.fits.courses`, 'an empty list beside other lines', 'nothing beside it', how);
    const word = 'Say in "checkYourself" that the list was not found, and where the school keeps it.';
    if (!checkYourself?.length)
      report(`${field}.fits.courses`, 'an empty list without a word', 'a rule for the student to check', word);
  }
  if (!children === !fits) {
    const found = children ? 'children and fits' : 'neither children nor fits';
    const fix = 'Give it children, or say what fits it; never both. An empty "fits" takes any college credit.';
    report(field, found, 'children or fits', fix);
  }
  if (!children) {
    const fix = 'Add the children, or take "choose" away.';
    if (choose !== undefined) report(`${field}.choose`, choose, 'children to choose from', fix);
  } else if (choose !== undefined && choose > children.length) {
    const fix = 'Choose at most as many as there are, or add the missing children.';
    report(`${field}.choose`, choose, `at most ${children.length}, the number of its children`, fix);
  } else {
    checkSum(block, 'semesterHours', field, report);
    checkSum(block, 'courses', field, report);
  }
}

function checkSharing({ block, field }: Place, places: readonly Place[], report: Report) {
  const { id, children, mayShareWith, takesExcess } = block;
  if (!mayShareWith) return;
  const at = `${field}.mayShareWith`;
  if (children) {
    const fix = 'Say it of the blocks inside, each for itself.';
    report(at, 'on a block with children', 'a block without children', fix);
  }
  if (takesExcess) {
    const fix = 'Take one of the two away: hours that are left over would count a third time.';
    report(at, 'on a block that takes what is left over', 'mayShareWith or takesExcess', fix);
  }
  checkUnique(mayShareWith, (index) => `${at}[${index}]`, report, 'Name it once.');
  mayShareWith.forEach((other, index) => {
    if (other !== id && places.some((place) => place.block.id === other)) return;
    const fix = 'Correct the id. Name the other block, or a block around several.';
    report(`${at}[${index}]`, other, 'the id of another block of this degree', fix);
  });
}

/** Hours that are left over need one place, and one that is in the degree whatever the student chooses. */
function checkExcess(places: readonly Place[], report: Report) {
  const [first, ...others] = places.filter(({ block }) => block.takesExcess);
  const fix = 'Say it of one block of free electives that has no children and is no alternative.';
  for (const { block, field } of others) {
    report(`${field}.takesExcess`, `also on ${block.id}`, `one block that takes them: ${first!.block.id}`, fix);
  }
  if (!first) return;
  const at = `${first.field}.takesExcess`;
  const isChoice = ({ block: { choose, children = [] }, field }: Place): boolean =>
    choose !== undefined && choose < children.length && first.field.startsWith(`${field}.`);
  if (first.block.children) report(at, 'on a block with children', 'a block without children', fix);
  const isAround = ({ field }: Place): boolean => first.field === field || first.field.startsWith(`${field}.`);
  const one = places.find(
    (place) => isAround(place) && place.block.qualifiers?.some(({ kind }) => kind === 'one-subject'),
  );
  if (one) {
    report(at, `inside ${one.block.id}, whose hours are all in one subject`, 'a block that takes any subject', fix);
  }
  if (places.some(isChoice)) report(at, 'in a block of which not all is chosen', 'a block that is always there', fix);
}

function checkQualifiers(
  {
    field,
    qualifiers = [],
    semesterHours,
    courses = Infinity,
  }: Pick<RequirementBlock, 'qualifiers' | 'semesterHours' | 'courses'> & { field: string },
  school: School | undefined,
  known: Known,
  report: Report,
) {
  qualifiers.forEach((qualifier, index) => {
    const at = join(field, `qualifiers[${index}]`);
    if ('of' in qualifier && qualifier.of) checkFits(qualifier.of, `${at}.of`, school, known, report);
    const fix = 'A block cannot ask for more than its size. Correct the rule, or move it to a larger block.';
    if (qualifier.kind === 'at-least' && qualifier.semesterHours > semesterHours) {
      report(`${at}.semesterHours`, qualifier.semesterHours, `at most ${semesterHours}, the size of the block`, fix);
    }
    if (qualifier.kind === 'at-least-subjects' && qualifier.subjects > Math.min(semesterHours, courses)) {
      const most = Math.min(semesterHours, courses);
      report(`${at}.subjects`, qualifier.subjects, `at most ${most}, one for each hour or course of the block`, fix);
    }
  });
}

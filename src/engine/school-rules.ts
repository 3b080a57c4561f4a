/** What a school asks of every credit from elsewhere: that it is not too old, and its grade not too low. */
import type { School } from '../schemas/school.ts';
import { fits, isBelow, whyTooOld } from './eligibility.ts';
import type { AcceptedCredit, NotAccepted } from './types.ts';

/**
 * The credit that keeps to the rules, and what doesn't, with the rule.
 *
 * Where a rule asks for the age of finished credit and nobody said when it was finished, its hours count at best.
 */
export function applySchoolRules(
  credits: readonly AcceptedCredit[],
  { creditAge = [], minimumGrades = [] }: School,
): { accepted: AcceptedCredit[]; notAccepted: NotAccepted[] } {
  const notAccepted: NotAccepted[] = [];
  const accepted = credits.flatMap((credit) => {
    if (credit.source === 'school') return [credit];
    const meant = ({ of = {} }: { of?: Parameters<typeof fits>[1] | undefined }): boolean => fits(credit, of);
    const ages = creditAge.filter(meant);
    const tooOld = ages.find(({ atMostYears }) => whyTooOld(credit, atMostYears) === 'too-old');
    const rule = tooOld ?? minimumGrades.filter(meant).find(({ grade }) => isBelow(credit.grade, grade));
    if (!rule) return [ages.length > 0 && credit.age === 'not-known' ? asDoubtful(credit) : credit];
    const { credit: id, part, title } = credit;
    const reason = tooOld ? 'too-old' : 'below-minimum-grade';
    const ofSeveral = credits.length > 1 ? { part } : {};
    notAccepted.push({ credit: id, ...ofSeveral, title, reason, says: rule.says, sources: rule.sources });
    return [];
  });
  return { accepted, notAccepted };
}

function asDoubtful(credit: AcceptedCredit): AcceptedCredit {
  const { hours, remarks } = credit;
  const remark = 'no-completion-date-for-a-rule-about-age';
  return { ...credit, hours: { least: 0, likely: 0, most: hours.most }, remarks: [...remarks, remark] };
}

/** What a student notes of a trail, in words. */
import type { Identity } from './trail-notes.ts';

/** Kinds of ID. */
export const idKindWords: Readonly<Record<NonNullable<Identity['idKind']>, string>> = {
  passport: 'Passport',
  'national-id': 'National identity card',
  'drivers-license': 'Driver’s license',
  'residence-permit': 'Residence permit',
  'military-id': 'Military ID',
  'student-id': 'Student ID',
  other: 'Another ID',
};

/** What is noted of an ID, in one line. */
export function identityWords({ nameOnId, idKind, idCountry }: Identity): string {
  const kind = idKind === undefined ? 'ID' : idKindWords[idKind];
  const country = idCountry && (new Intl.DisplayNames(['en'], { type: 'region' }).of(idCountry) ?? idCountry);
  return [country ? `${kind} from ${country}` : kind, nameOnId === undefined ? '' : `in the name of ${nameOnId}`]
    .filter(Boolean)
    .join(', ');
}

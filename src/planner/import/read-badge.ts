/**
 * Reads Open Badges: an assertion of version 2.0, a credential of version 3.0, either of them signed as one text. Only
 * the fields named here are looked at; the issuer's website is not asked for anything.
 */
import { isRecord } from '../keeping/untrusted.ts';
import { wordsOf } from '../catalog/search-words.ts';
import { checkJws, splitJws, type Signature } from './check-signature.ts';
import { takeProviders, type ProviderNames } from './provider-names.ts';
import { readDate, readHours, tidy, type LineRemark, type ReadLine } from './read-line.ts';

/** Why a text is not read as badges. */
export type BadgeRefusal = 'badge-damaged' | 'badge-too-deep' | 'badge-other' | 'too-many-lines' | 'a-plan';

/** The most badges one file may hold, and how deep its parts may lie within each other. */
const mostBadges = 200;
const deepest = 40;

/** Whether a text looks like JSON or like a signed badge. */
export function looksLikeBadge(text: string): boolean {
  return /^\s*[{[]/.test(text) || /^\s*eyJ[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(text);
}

/** One line for each badge in the text. */
export async function readBadges(
  text: string,
  names: ProviderNames,
): Promise<{ readonly lines: readonly ReadLine[] } | { readonly refused: BadgeRefusal }> {
  const jws = splitJws(text);
  if (jws) return readSigned(text, jws.payload, names);
  if (tooDeep(text)) return { refused: 'badge-too-deep' };
  const value = parse(text);
  if (value === undefined) return { refused: 'badge-damaged' };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (items.length > mostBadges) return { refused: 'too-many-lines' };
  const lines: ReadLine[] = [];
  for (const item of items) {
    if (field(item, 'kind') === 'credit-map-plan') return { refused: 'a-plan' };
    const signed = envelopeOf(item);
    const read = signed ? await readBadges(signed, names) : readBadge(item, 'not-checked', names);
    if ('refused' in read) return read;
    lines.push(...('lines' in read ? read.lines : [read]));
  }
  return lines.length === 0 ? { refused: 'badge-other' } : { lines };
}

async function readSigned(text: string, payload: string, names: ProviderNames) {
  if (tooDeep(payload)) return { refused: 'badge-too-deep' } as const;
  const claims = parse(payload);
  if (!isRecord(claims)) return { refused: 'badge-damaged' } as const;
  const signature = await checkJws(text, field(claims, 'iss') ?? idOf(field(claims, 'issuer')));
  const inside = field(claims, 'vc');
  const read = readBadge(isRecord(inside) ? inside : claims, signature, names, field(claims, 'nbf'));
  return 'refused' in read ? read : { lines: [read] };
}

/** The signed text in a credential that is only its envelope. */
function envelopeOf(item: unknown): string | undefined {
  const id = field(item, 'id');
  const [, signed] =
    /^data:application\/[\w.+-]+(?:;[\w=-]+)*,(eyJ[\w.-]+)$/.exec(typeof id === 'string' ? id : '') ?? [];
  return signed;
}

function readBadge(
  item: unknown,
  signature: Signature,
  names: ProviderNames,
  notBefore?: unknown,
): ReadLine | { readonly refused: BadgeRefusal } {
  const subject = field(item, 'credentialSubject');
  const achievement = field(subject, 'achievement');
  const badge = isRecord(subject) ? firstOf(achievement) : field(item, 'badge');
  if (!isRecord(badge) && typeof badge !== 'string') return { refused: 'badge-other' };
  const title = textOf(field(badge, 'name'));
  const issuers = [field(item, 'issuer'), field(badge, 'issuer'), field(badge, 'creator')];
  const issuer = issuers.map((one) => textOf(field(one, 'name'))).find((name) => name !== '') ?? '';
  const date = ['issuedOn', 'validFrom', 'issuanceDate', 'awardedDate'].map((name) => textOf(field(item, name)));
  const day = typeof notBefore === 'number' ? dayOf(notBefore) : undefined;
  const completedOn = date.map(readDate).find((found) => found !== undefined) ?? day;
  const earned = field(subject, 'creditsEarned') ?? field(badge, 'creditsAvailable');
  const hours = typeof earned === 'number' ? readHours(String(earned)) : undefined;
  const code = textOf(field(badge, 'humanCode')).slice(0, 40);
  const address = textOf(typeof badge === 'string' ? badge : field(item, 'id'));
  const remarks: LineRemark[] = [`signature-${signature}`, ...(title === '' ? (['badge-without-name'] as const) : [])];
  return {
    text: tidy([title || address, code, issuer, completedOn ?? ''].filter(Boolean).join(' · ')),
    title,
    providers: takeProviders(names, [...wordsOf(issuer), ...wordsOf(title)]).providers,
    ...(code === '' ? {} : { code }),
    ...(completedOn === undefined ? {} : { completedOn }),
    ...(hours === undefined ? {} : { hours }),
    remarks,
  };
}

/** Own fields only: "__proto__" and its like are never followed. */
function field(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[])[0] : value;
}

function idOf(issuer: unknown): unknown {
  return typeof issuer === 'string' ? issuer : field(issuer, 'id');
}

/** A text, or the text of one language among several: "en" where there is one. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return tidy(value).replace(/\s+/g, ' ');
  if (!isRecord(value)) return '';
  const [first] = Object.values(value);
  const english = field(value, 'en') ?? field(value, 'en-US') ?? first;
  return typeof english === 'string' ? textOf(english) : '';
}

/** The UTC day of a time in seconds. */
function dayOf(seconds: number): string | undefined {
  return seconds > 0 && seconds < 4_102_444_800 ? new Date(seconds * 1000).toISOString().slice(0, 10) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether brackets lie too deep within each other, those in quotes aside. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i];
    if (quoted && letter === '\\') i += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '{' || letter === '[')) depth += 1;
    else if (!quoted && (letter === '}' || letter === ']')) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

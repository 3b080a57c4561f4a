/**
 * Whether an exam can be taken by someone, as far as pages say: from their country, on their machine, with their identity
 * paper. Each answer comes with the sentence it was read from and its sources. Nothing that was not found is a "yes".
 */
import type { Device, ExamAsks, ExamWay, Paper } from '../../schemas/exam-rules.ts';
import type { Source } from '../../schemas/shared.ts';

/** A fact of a service, for a reader and, where it can be checked, for a program. */
export type ExamFact = {
  readonly topic: string;
  readonly text: string;
  readonly asks?: ExamAsks | undefined;
  readonly sources: readonly Source[];
};

/** What is known of exams, by id. */
export type ExamFacts = {
  /** Who watches. */
  readonly services: Readonly<Record<string, { readonly name: string; readonly facts: readonly ExamFact[] }>>;
  /** Whose exams they are. */
  readonly providers: Readonly<Record<string, { readonly name: string; readonly exams: readonly ExamWay[] }>>;
  /** Single exams: title and provider. */
  readonly exams: Readonly<Record<string, readonly [title: string, provider: string]>>;
};

/** Who asks. Each may be empty: not said. */
export type ExamTaker = {
  /** Two letters. */
  readonly country: string;
  readonly device: Device | '';
  readonly paper: Paper | '';
  /** The country that issued it, in two letters. */
  readonly paperFrom: string;
};

export type WillDo = 'yes' | 'no' | 'ask';

/** One question, answered. */
export type ReadyLine = {
  readonly question: 'country' | 'device' | 'paper';
  readonly answer: WillDo;
  /** The sentence it was read from; empty where nothing was found. */
  readonly text: string;
  readonly sources: readonly Source[];
};

/** One way to take the exam, held against who asks. */
export type ReadyWay = {
  readonly at: ExamWay['at'];
  /** The service that watches. */
  readonly by: { readonly id: string; readonly name: string } | undefined;
  /** The way in words; undefined where a service alone was asked about. */
  readonly text: string | undefined;
  readonly sources: readonly Source[];
  /** The worst of the answers. */
  readonly answer: WillDo;
  readonly lines: readonly ReadyLine[];
  /** What the browser's own measurements can be held against. */
  readonly limits: Pick<ExamAsks, 'screens' | 'downMbps' | 'upMbps'>;
  /** What else the service says: room, booking, price. */
  readonly more: readonly ExamFact[];
};

/** Ids of what can be asked about: `exams/…`, `providers/…`, `services/…`. */
export type SubjectId = string;

/** What a subject is called; undefined for one that is not known. */
export function subjectName(id: SubjectId, facts: ExamFacts): string | undefined {
  const [kind = '', ...rest] = id.split('/');
  const key = rest.join('/');
  if (kind === 'exams') return facts.exams[key]?.[0];
  if (kind === 'providers') return facts.providers[key]?.name;
  return kind === 'services' ? facts.services[key]?.name : undefined;
}

/** Each way to take it, in the order of the facts; none for a subject that is not known. */
export function examReady(id: SubjectId, taker: ExamTaker, facts: ExamFacts): readonly ReadyWay[] {
  const [kind = '', ...rest] = id.split('/');
  const key = rest.join('/');
  if (kind === 'services')
    return facts.services[key] ? [readyWay({ at: 'home', by: key, sources: [] }, taker, facts)] : [];
  const provider = kind === 'exams' ? facts.exams[key]?.[1] : kind === 'providers' ? key : undefined;
  return (facts.providers[provider ?? '']?.exams ?? []).map((way) => readyWay(way, taker, facts));
}

type Way = Pick<ExamWay, 'at' | 'by' | 'asks' | 'sources'> & { readonly text?: string };

function readyWay(way: Way, taker: ExamTaker, facts: ExamFacts): ReadyWay {
  const service = way.by === undefined ? undefined : facts.services[way.by];
  // What the exam says of itself comes before what its service says.
  const said: readonly ExamFact[] = [
    { topic: '', text: way.text ?? '', asks: way.asks, sources: way.sources },
    ...(service?.facts ?? []),
  ];
  const lines = [
    countryLine(taker, said),
    // A test center has its own machines.
    way.at === 'home' && deviceLine(taker, said),
    paperLine(taker, said),
  ].filter((line) => line !== false && line !== undefined);
  return {
    at: way.at,
    by: service && way.by !== undefined ? { id: way.by, name: service.name } : undefined,
    text: way.text,
    sources: way.sources,
    answer: worst(lines.map(({ answer }) => answer)),
    lines,
    limits: {
      screens: firstWith('screens', said)?.asks?.screens,
      downMbps: firstWith('downMbps', said)?.asks?.downMbps,
      upMbps: firstWith('upMbps', said)?.asks?.upMbps,
    },
    more: (service?.facts ?? []).filter(({ asks }) => asks === undefined),
  };
}

function firstWith(what: keyof ExamAsks, said: readonly ExamFact[]): ExamFact | undefined {
  return said.find(({ asks }) => asks?.[what] !== undefined);
}

function line(question: ReadyLine['question'], answer: WillDo, fact: ExamFact | undefined): ReadyLine {
  return { question, answer, text: fact?.text ?? '', sources: fact?.sources ?? [] };
}

function countryLine({ country }: ExamTaker, said: readonly ExamFact[]): ReadyLine | undefined {
  if (country === '') return undefined;
  const fact = firstWith('countries', said);
  const rules = fact?.asks?.countries;
  const named = (['yes', 'no', 'ask'] as const).find((answer) => rules?.[answer]?.includes(country));
  return line('country', named ?? rules?.otherwise ?? 'ask', fact);
}

function deviceLine({ device }: ExamTaker, said: readonly ExamFact[]): ReadyLine | undefined {
  if (device === '') return undefined;
  const fact = firstWith('devices', said);
  return line('device', fact?.asks?.devices?.[device] ?? 'ask', fact);
}

function paperLine({ paper, paperFrom }: ExamTaker, said: readonly ExamFact[]): ReadyLine | undefined {
  if (paper === '') return undefined;
  const refused = said.find(({ asks }) => asks?.papersNotFrom?.includes(paperFrom));
  if (refused) return line('paper', 'no', refused);
  const fact = firstWith('papers', said);
  return line('paper', fact?.asks?.papers?.[paper] ?? 'ask', fact);
}

function worst(answers: readonly WillDo[]): WillDo {
  if (answers.includes('no')) return 'no';
  return answers.includes('ask') || answers.length === 0 ? 'ask' : 'yes';
}

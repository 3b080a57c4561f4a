/** Questions and answers of a guide as plain text, for search engines: each heading that ends in "?", and what follows it. */
import { readFact, sumWords, type SumUnit } from './_facts.ts';

export type Answered = { readonly question: string; readonly answer: string };

/** The questions of a guide's text, in its order. */
export async function questionsIn(body: string): Promise<readonly Answered[]> {
  const parts = body.split(/^(?=#{2,3} )/m).flatMap((part) => {
    const [, question, text] = /^#{2,3} (.+\?)\s*\n([\s\S]*)$/.exec(part) ?? [];
    return question && text ? [{ question, text }] : [];
  });
  return Promise.all(parts.map(async ({ question, text }) => ({ question, answer: await plainText(text) })));
}

/** What is read on the page, without marks and the names of sources. */
async function plainText(text: string): Promise<string> {
  const parts = text.split(/(<(?:Fact|Calc) [^>]*\/>)/);
  const shown = await Promise.all(
    parts.map(async (part) => (/^<(?:Fact|Calc) /.test(part) ? await valueOf(part) : part)),
  );
  return shown
    .join('')
    .replace(/ \(\[[^\]]*\]\(#source-[^)]*\)(?:, \[[^\]]*\]\(#source-[^)]*\))*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words that the tag of a fact or a sum stands for. */
async function valueOf(tag: string): Promise<string> {
  const given = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  const is = given('is') ?? '';
  if (tag.startsWith('<Calc')) return sumWords(is, given('as') as SumUnit | undefined);
  return (await readFact(given('of') ?? '', is, / bare\b/.test(tag))).words;
}

/** What holds for every built guide, and for the feed of changes. Links, ids and weights of all pages are tried elsewhere. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { isDeep } from '../figures.ts';
import { launchBrowser } from './browser.ts';
import { pages, read } from './built-site.ts';
import { axeFindings, faultsInEveryLook, prepareAxe, scrollsSideways, visit } from './visit.ts';

const guides = pages.filter((address) => /^\/guides\/(?!glossary\/|journeys\/)[^/]+\/$/.test(address));
const journeys = pages.filter((address) => /^\/guides\/journeys\/[^/]+\/$/.test(address));
const htmlOf = new Map(
  [...guides, ...journeys, '/guides/glossary/', '/about/writing-guides/'].map((a) => [a, read(a).toString()]),
);
const html = (address: string): string => htmlOf.get(address) ?? '';
/** The pages in which something is wrong, with what it is. */
const wrongIn = (addresses: readonly string[], faults: (markup: string) => readonly string[]): readonly string[] =>
  addresses.flatMap((address) => faults(html(address)).map((fault) => `${address}: ${fault}`));

test('every guide has its sources, review date, contents, time to read, neighbours and a tool', () => {
  const parts: readonly (readonly [what: string, is: RegExp])[] = [
    ['sources', /id="guide-sources"[\s\S]*<li/],
    ['review date', /Reviewed \d+ [A-Z][a-z]+ \d{4}/],
    ['contents', /On this page[\s\S]*href="#guide-sources"/],
    ['time to read', /About \d+ minutes to read/],
    ['previous or next', /rel="(?:prev|next)"/],
    ['tool', /<a class="button" href="\/(?:planner|tools|compare|trail)\//],
  ];
  const wrong = wrongIn(guides, (markup) => parts.filter(([, is]) => !is.test(markup)).map(([what]) => `no ${what}`));
  expect(wrong).toEqual([]);
});

test('headings are in order: none is skipped on the way down', () => {
  const wrong = wrongIn([...htmlOf.keys()], (markup) => {
    const levels = [...markup.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
    return levels.flatMap((level, index) =>
      level > (levels[index - 1] ?? 0) + 1 ? [`h${level} after h${levels[index - 1] ?? 0}`] : [],
    );
  });
  expect(wrong).toEqual([]);
});

test('every picture says in words what it shows, below a caption', () => {
  const figures = [...htmlOf].flatMap(([address, markup]) =>
    (markup.match(/<figure[\s\S]*?<\/figure>/g) ?? []).map((figure) => ({ address, figure })),
  );
  expect(figures.length).toBeGreaterThanOrEqual(4);
  for (const { address, figure } of figures) {
    const heard = figure.replace(/<svg[\s\S]*?<\/svg>|<figcaption[\s\S]*|<[^>]*>/g, ' ').trim();
    expect(heard.length, address).toBeGreaterThan(40);
    expect(figure, address).toMatch(/<figcaption[^>]*>[^<]{20,}/);
  }
  const silent = wrongIn([...htmlOf.keys()], (markup) => [
    ...(markup.match(/<img(?![^>]*\salt=")[^>]*>/g) ?? []),
    ...(markup.match(/<svg(?![^>]*aria-hidden="true")(?![^>]*aria-label)[^>]*>/g) ?? []),
  ]);
  expect(silent).toEqual([]);
});

test('a provider or school of data/ stands in the tables of the guides by itself', () => {
  const missing = (folder: string, page: string, fits: (record: { kind?: string }) => boolean) =>
    globSync(`data/${folder}/*.json`).flatMap((file) => {
      const record = JSON.parse(readFileSync(file, 'utf8')) as { name: string; kind?: string };
      const here =
        html(page).includes(`/${folder}/${basename(file, '.json')}/`) || plain(html(page)).includes(record.name);
      return here || !fits(record) ? [] : [record.name];
    });
  const kinds = ['course-provider', 'exam-program', 'mooc'];
  expect(missing('providers', '/guides/choosing-a-provider/', ({ kind = '' }) => kinds.includes(kind))).toEqual([]);
  expect(missing('schools', '/guides/how-schools-decide/', () => true)).toEqual([]);
  expect(missing('schools', '/guides/turn-a-certificate-into-credit/', () => true)).toEqual([]);
  expect(missing('courses/coursera', '/guides/turn-a-certificate-into-credit/', () => true)).toEqual([]);
});

test('the guides about getting credit posted lead into the steps of one’s own courses', () => {
  for (const guide of ['from-recommendation-to-posted-credit', 'records-to-keep']) {
    const text = /<article[\s\S]*?<\/article>/.exec(html(`/guides/${guide}/`))?.[0] ?? '';
    // In the text from the start, not only as the button at its end.
    expect(text.slice(0, text.indexOf('<h2')), guide).toContain('href="/trail/"');
  }
});

test('every journey names cost and time beside each task, and stands beside the guides it leads through', () => {
  for (const address of journeys) {
    const tasks =
      html(address)
        .match(/<ol[^>]*class="journey"[\s\S]*?<\/ol>/)?.[0]
        .match(/<li>\s*<(?:a|strong)[\s\S]*?<\/li>/g) ?? [];
    expect(tasks.length, address).toBeGreaterThan(4);
    for (const task of tasks) expect(plain(task), address).toMatch(/\S+.* [^,]+, \S/);
  }
  const beside = guides.filter((address) => html(address).includes('class="journey-nav"'));
  expect(beside.length).toBeGreaterThanOrEqual(10);
});

/** What the guides promise to explain, and where. */
const topics: readonly (readonly [topic: string, address: string])[] = [
  ['Earn US credit from abroad', '/guides/journeys/earn-us-credit-from-abroad/'],
  ['Turn a certificate into credit', '/guides/journeys/turn-a-certificate-into-credit/'],
  ['Academic credit on edX', '/guides/journeys/academic-credit-on-edx/'],
  ['From recommendation to posted credit', '/guides/journeys/from-recommendation-to-posted-credit/'],
  ['Exams from abroad', '/guides/journeys/exams-from-abroad/'],
  ['Coursera: which certificates', '/guides/turn-a-certificate-into-credit/#which-certificates'],
  ['what ACE credit is', '/guides/turn-a-certificate-into-credit/#what-ace-credit-is'],
  ['what schools award', '/guides/turn-a-certificate-into-credit/#what-schools-make-of-them'],
  ['TESU worked through', '/guides/turn-a-certificate-into-credit/#thomas-edison-worked-through'],
  ['limits and traps of certificates', '/guides/turn-a-certificate-into-credit/#limits-and-traps'],
  ['edX: identity checks', '/guides/academic-credit-on-edx/#identity-checks'],
  ['edX: a passing grade and a passing review', '/guides/academic-credit-on-edx/#two-results-and-you-need-both'],
  ['edX: requirements and their status', '/guides/academic-credit-on-edx/#requirements-and-their-status'],
  ['edX: buying credit in its window', '/guides/academic-credit-on-edx/#buy-the-credit'],
  ['edX: choosing among organizations', '/guides/academic-credit-on-edx/#choose-among-organizations'],
  ['edX: if refused', '/guides/academic-credit-on-edx/#if-the-credit-is-refused'],
  ['Credly', '/guides/from-recommendation-to-posted-credit/#ace-by-credly'],
  ['Accredible', '/guides/from-recommendation-to-posted-credit/#ace-by-accredible'],
  ['NCCRS by the registrar', '/guides/from-recommendation-to-posted-credit/#nccrs-ask-the-providers-registrar'],
  ['Parchment', '/guides/from-recommendation-to-posted-credit/#parchment'],
  ['what a school wants', '/guides/from-recommendation-to-posted-credit/#what-schools-want'],
  ['how long', '/guides/from-recommendation-to-posted-credit/#how-long-it-takes'],
  ['when it stalls', '/guides/from-recommendation-to-posted-credit/#when-it-stalls'],
  ['CLEP at test centers', '/guides/exams-from-abroad/#clep-find-the-center-first'],
  ['DSST', '/guides/exams-from-abroad/#dsst-ask-about-your-country'],
  ['proctoring systems', '/guides/exams-from-abroad/#what-the-systems-want'],
  ['time zones', '/guides/exams-from-abroad/#your-clock'],
  ['what gets one blocked', '/guides/exams-from-abroad/#what-gets-people-blocked'],
  ['what a recommendation is and isn’t', '/guides/what-a-recommendation-is/#what-it-is-not'],
  ['“cooperating university”', '/guides/what-a-recommendation-is/#claims-to-read-with-care'],
  ['choosing a provider', '/guides/choosing-a-provider/#four-checks-before-you-pay'],
  ['providers from the catalog', '/guides/choosing-a-provider/#providers-side-by-side'],
  ['how schools decide: acceptance and applicability', '/guides/how-schools-decide/#two-decisions-not-one'],
  ['maximums', '/guides/how-schools-decide/#how-much-counts'],
  ['residency', '/guides/how-schools-decide/#what-you-must-take-there'],
  ['upper level', '/guides/how-schools-decide/#level'],
  ['grades', '/guides/how-schools-decide/#grades'],
  ['age', '/guides/how-schools-decide/#age'],
  ['majors with sequences', '/guides/how-schools-decide/#majors-with-a-fixed-order'],
  ['reading a degree plan', '/guides/reading-a-degree-plan/'],
  ['building from the degree backwards', '/guides/building-from-the-degree-backwards/'],
  ['evaluators, and why not for ACE credit', '/guides/foreign-study-and-evaluators/#why-not-for-ace-or-nccrs-credit'],
  ['records to keep', '/guides/records-to-keep/'],
  ['what it costs', '/guides/what-it-costs/'],
  ['admission limits', '/guides/when-this-path-is-not-for-you/#2-you-may-not-be-admitted'],
  ['licensed professions', '/guides/when-this-path-is-not-for-you/#3-the-profession-needs-a-license'],
  ['visas', '/guides/when-this-path-is-not-for-you/#4-you-need-a-visa'],
  ['aid', '/guides/when-this-path-is-not-for-you/#5-you-count-on-financial-aid'],
  ['employers', '/guides/when-this-path-is-not-for-you/#6-your-employer-or-your-country-may-not-count-it'],
  ['schools that refuse', '/guides/when-this-path-is-not-for-you/#1-the-school-refuses-it'],
  ['asking a registrar', '/guides/asking-a-registrar/#the-questions'],
  ['appeal', '/guides/if-a-school-says-no/#then-appeal'],
  ['NCCRS advocacy', '/guides/if-a-school-says-no/#what-nccrs-can-do'],
  ['another school', '/guides/if-a-school-says-no/#another-school'],
  ['working with an adviser', '/guides/working-with-an-adviser/'],
  ['Canada', '/guides/more-questions-and-answers/#does-it-count-in-canada'],
  ['glossary', '/guides/glossary/#residency'],
  ['questions and answers', '/guides/questions-and-answers/'],
  ['every part of a guide, for authors', '/about/writing-guides/#fact'],
  ...['tesu', 'excelsior', 'charter-oak', 'snhu', 'wgu', 'umpi', 'purdue-global'].map(
    (school) => [`${school} in practice`, `/guides/${school}-in-practice/`] as const,
  ),
];

test.for(topics)('%s is explained at %s', ([, address]) => {
  const [page = '', part] = address.split('#');
  expect(htmlOf.has(page)).toBe(true);
  if (part) expect(html(page)).toContain(` id="${part}"`);
});

test('every guide passes axe on a phone, and however one looks at it in the long run (A1)', async () => {
  const browser = await launchBrowser();
  const { context, page, complaints } = await visit(browser, { viewport: { width: 360, height: 800 } });
  await prepareAxe(context);
  const faults: string[] = [];
  for (const address of htmlOf.keys()) {
    await page.goto(address);
    const found = isDeep ? await faultsInEveryLook(page) : await axeFindings(page);
    if (await scrollsSideways(page)) found.push('scrolls sideways');
    faults.push(...found.map((fault) => `${address}: ${fault}`));
  }
  await browser.close();
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
}, 600_000);

test('the feed of changed facts and guides can be read, and leads to pages', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const feed = await page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, 'application/xml');
    const textOf = (item: Element, name: string) => item.getElementsByTagName(name)[0]?.textContent ?? '';
    return {
      fault: xml.querySelector('parsererror')?.textContent,
      root: xml.documentElement.tagName,
      items: [...xml.getElementsByTagName('item')].map((item) => ({
        title: textOf(item, 'title'),
        link: textOf(item, 'link'),
        guid: textOf(item, 'guid'),
        date: Date.parse(textOf(item, 'pubDate')),
      })),
    };
  }, read('/changes.xml').toString());
  await browser.close();
  expect(feed.fault).toBeUndefined();
  expect(feed.root).toBe('rss');
  expect(feed.items.some(({ title }) => title.startsWith('Guide: '))).toBe(true);
  expect(feed.items.some(({ link }) => link.includes('/data/'))).toBe(true);
  expect(new Set(feed.items.map(({ guid }) => guid)).size).toBe(feed.items.length);
  const dead = feed.items.filter(({ link, date }) => !pages.includes(new URL(link).pathname) || Number.isNaN(date));
  expect(dead).toEqual([]);
});

/** Text as it is read. */
function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim();
}

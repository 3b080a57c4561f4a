/** Lists the pages on this device that were opened: what someone without a line can go to. */
import type { Generations } from '../../offline/generations.ts';
import { siteFolder } from './site-folder.ts';

/** A longer list helps nobody; who keeps the whole site has its own lists. */
const most = 100;
const reading = /^(?:guides|schools|courses|providers|services)\/.+\/$/;

export async function keptPages(
  generations: Generations,
  list: HTMLElement | null,
  none: HTMLElement | null,
): Promise<void> {
  if (!list || !none) return;
  const [newest] = await generations.known();
  const generation = newest && (await generations.of(newest.build));
  const paths = ((await generation?.paths()) ?? []).filter((path) => reading.test(path)).sort();
  const lines = await Promise.all(
    paths.slice(0, most).map(async (path) => {
      const html = (await (await generation?.read(path))?.text()) ?? '';
      const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1];
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = siteFolder + path;
      link.textContent = textOf(title ?? path);
      line.append(link);
      return line;
    }),
  );
  list.replaceChildren(...lines);
  list.hidden = lines.length === 0;
  none.hidden = lines.length > 0;
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of a heading, without its marks. It is shown as text, whatever it holds. */
function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => characters[name] ?? whole)
    .trim();
}

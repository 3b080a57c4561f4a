/** A social picture, 1200 by 630: the site's name, what the page is, and the example degree as a map beside it. */
import sharp from 'sharp';
import type { SocialCard } from '../../components/site/social.ts';
import { siteName } from '../../components/site/site.ts';
import { regionsOf } from '../../planner/audit/degree-view.ts';
import { hoursPerLine, inkOf, layOutMap } from '../../planner/audit/map-layout.ts';
import type { Example } from '../_example.ts';
import { linePath, linesOf, type Weight } from './text.ts';

const width = 1200;
const height = 630;
/** The light colours of `tokens.css`. */
const colour = { page: '#ffffff', surface: '#f6f4ef', text: '#16191d', quiet: '#4a5361', accent: '#0a5c5c' };

const words = (text: string, x: number, y: number, size: number, fill: string, weight: Weight = 'regular'): string =>
  `<path d="${linePath(text, x, y, size, weight)}" fill="${fill}"/>`;

/** The picture's bytes, as PNG. */
export async function drawCard(card: SocialCard, example: Example | undefined): Promise<Buffer> {
  return sharp(Buffer.from(cardSvg(card, example)))
    .png({ palette: true, colours: 32, dither: 0, effort: 1, compressionLevel: 9 })
    .toBuffer();
}

function cardSvg({ kind, title }: SocialCard, example: Example | undefined): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    hatch,
    `<rect width="${width}" height="${height}" fill="${colour.page}"/>`,
    `<rect x="740" width="460" height="${height}" fill="${colour.surface}"/>`,
    `<rect width="${width}" height="14" fill="${colour.accent}"/>`,
    logo(64, 66),
    words(siteName, 140, 112, 44, colour.text, 'bold'),
    words(kind, 64, 216, 32, colour.quiet),
    ...titleLines(title),
    words('The school decides. Every fact has its source.', 64, 572, 27, colour.quiet),
    example ? degreeMap(example, 784, 74, 372) : '',
    '</svg>',
  ].join('');
}

/** The title, as large as four lines allow. */
function titleLines(title: string): readonly string[] {
  const size = [64, 58, 52].find((one) => linesOf(title, one, 630, 'bold').length <= 4) ?? 46;
  return linesOf(title, size, 630, 'bold').map((line, at) =>
    words(line, 64, 236 + size + at * size * 1.12, size, colour.text, 'bold'),
  );
}

/** Blocks of a degree: one sure, one likely, two still needed. As `Logo.astro`, twice its size. */
const logo = (x: number, y: number): string =>
  `<g transform="translate(${x} ${y}) scale(2)" fill="none" stroke="${colour.accent}" stroke-width="2">` +
  `<path d="M2 2h11v15H2z" fill="${colour.accent}" stroke="none"/>` +
  '<path d="M16 3h9v7h-9zM16 14h9v11h-9zM3 20h9v5H3zM16 20l6-6M16 25l9-9M20 25l5-5"/></g>';

const hatch =
  '<defs><pattern id="likely" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  `<rect width="9" height="9" fill="${colour.page}"/><rect width="4" height="9" fill="${colour.accent}"/></pattern></defs>`;

/** The degree as a map: sure is solid, likely is hatched, the rest is an outline. */
function degreeMap({ degree, audit }: Example, x: number, y: number, across: number): string {
  const lines = layOutMap(regionsOf(degree.data, audit));
  const step = (height - 2 * y) / lines.length;
  const perHour = across / hoursPerLine;
  return lines
    .flatMap(({ stretches }, at) =>
      stretches.flatMap((stretch) => {
        const box = (from: number, hours: number) =>
          `x="${x + from * perHour + 2}" y="${y + at * step + 3}" width="${Math.max(1, hours * perHour - 4)}" height="${step - 6}"`;
        return [
          `<rect ${box(stretch.from, stretch.hours)} fill="${colour.page}" stroke="${colour.quiet}" stroke-width="2"/>`,
          ...inkOf(stretch)
            .filter(({ ink }) => ink !== 'at-best')
            .map(
              ({ ink, from, hours }) =>
                `<rect ${box(from, hours)} fill="${ink === 'sure' ? colour.accent : 'url(#likely)'}"/>`,
            ),
        ];
      }),
    )
    .join('');
}

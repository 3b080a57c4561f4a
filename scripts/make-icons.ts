/** Draws the icons of the installed site from `public/favicon.svg`, with what Astro brings for pictures. Run again after that file has changed. */
import { mkdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';

const folder = 'public/icons';
// The colours of light pages: a launcher has its own background.
const drawing = readFileSync('public/favicon.svg', 'utf8').replace(/@media[^{]*\{[^}]*\}[^}]*\}\}/, '');

/** One icon: the drawing in the middle of a white square, as large as `share` of it. */
async function draw(file: string, size: number, share: number): Promise<void> {
  const inner = Math.round(size * share);
  const input = await sharp(Buffer.from(drawing), { density: 72 * (inner / 28) })
    .resize(inner, inner)
    .png()
    .toBuffer();
  await sharp({ create: { width: size, height: size, channels: 3, background: '#ffffff' } })
    .composite([{ input, gravity: 'center' }])
    .png({ palette: true, compressionLevel: 9 })
    .toFile(`${folder}/${file}.png`);
}

mkdirSync(folder, { recursive: true });
await draw('180', 180, 0.75);
await draw('192', 192, 0.75);
await draw('512', 512, 0.75);
// A launcher may cut a circle out of it: what matters lies within four fifths.
await draw('maskable-512', 512, 0.5);

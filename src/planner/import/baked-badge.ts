/** Takes the badge out of the picture it is baked into: a chunk of text in a PNG, an element in an SVG. */

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether the bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return pngMark.every((byte, i) => bytes[i] === byte);
}

/** The text of a PNG's chunk "openbadges" or "openbadgecredential", or `undefined` where it has none. */
export function badgeInPng(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = pngMark.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const kind = latin(bytes.subarray(at + 4, at + 8));
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    const text = kind === 'iTXt' || kind === 'tEXt' ? textOfChunk(kind, chunk) : undefined;
    if (text !== undefined) return text;
    at += 12 + length;
  }
  return undefined;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function textOfChunk(kind: 'iTXt' | 'tEXt', chunk: Uint8Array): string | undefined {
  const end = chunk.indexOf(0);
  if (end < 0 || !['openbadges', 'openbadgecredential'].includes(latin(chunk.subarray(0, end)))) return undefined;
  if (kind === 'tEXt') return latin(chunk.subarray(end + 1));
  // Whether it is compressed, which badges must not be, and how; its language and a translated keyword, each up to a zero.
  if (chunk[end + 1] !== 0) return undefined;
  const language = chunk.indexOf(0, end + 3);
  const keyword = language < 0 ? -1 : chunk.indexOf(0, language + 1);
  return keyword < 0 ? undefined : new TextDecoder().decode(chunk.subarray(keyword + 1));
}

/** The text of an SVG's element "openbadges:assertion" or "openbadges:credential", or `undefined` where it has none. */
export function badgeInSvg(svg: string): string | undefined {
  for (const name of ['assertion', 'credential']) {
    const at = svg.indexOf(`<openbadges:${name}`);
    if (at < 0) continue;
    const end = svg.indexOf(`</openbadges:${name}>`, at);
    const element = svg.slice(at, end < 0 ? undefined : end);
    const opened = element.indexOf('<![CDATA[');
    const closed = element.indexOf(']]>', opened);
    if (opened >= 0 && closed >= 0 && element.slice(opened + 9, closed).trim() !== '')
      return element.slice(opened + 9, closed).trim();
    const verify = /\sverify\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(element);
    const value = verify?.[1] ?? verify?.[2];
    if (value) return unescapeXml(value);
  }
  return undefined;
}

const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

function unescapeXml(text: string): string {
  return text.replace(/&(quot|apos|amp|lt|gt);/g, (_, name: string) => entities[name] ?? '');
}

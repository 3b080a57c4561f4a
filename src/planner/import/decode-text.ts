/** Turns the bytes of a file into text: UTF-8 or UTF-16, with or without a mark of which it is, or what Windows writes. */

/** The text, or `undefined` where the bytes are something else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const odd = text.slice(0, 4000).match(/[\0-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  return odd > Math.min(text.length, 4000) / 50 ? undefined : text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark, every second byte of English in UTF-16 is zero.
  const start = bytes.subarray(0, 400);
  const zeros = (from: 0 | 1): number => start.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (zeros(1) > start.length / 4) return 'utf-16le';
  if (zeros(0) > start.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/**
 * A kept file carries the fingerprint of its bytes: what a failing disk or a cut line has damaged is noticed before it
 * is used, and what two builds share is not fetched twice.
 */
const sealHeader = 'x-credit-map-hash';
/** They speak of the line the file came over, not of the file. */
const ofTheLine = ['content-encoding', 'content-length', 'transfer-encoding', 'vary', 'age', 'date'];

/** The fingerprint of a file: 96 bits of SHA-256, as the build writes it. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest.subarray(0, 12)));
}

/** What a response says of the file itself. */
export function fileHeaders(response: Response): Headers {
  const headers = new Headers(response.headers);
  ofTheLine.forEach((name) => headers.delete(name));
  return headers;
}

/** The response with its fingerprint, to be kept. Rejects where its body breaks off. */
export async function seal(response: Response): Promise<{ readonly sealed: Response; readonly hash: string }> {
  const bytes = await response.arrayBuffer();
  const hash = await hashOf(bytes);
  const headers = fileHeaders(response);
  headers.set(sealHeader, hash);
  return { sealed: new Response(bytes, { status: response.status, headers }), hash };
}

/** The fingerprint that a kept response claims. */
export function sealOf(kept: Response | undefined): string | undefined {
  return kept?.headers.get(sealHeader) ?? undefined;
}

/** A kept response, or nothing where it is not what was kept. */
export async function unseal(kept: Response | undefined): Promise<Response | undefined> {
  const hash = sealOf(kept);
  if (!kept || hash === undefined) return undefined;
  const bytes = await kept.arrayBuffer();
  if ((await hashOf(bytes)) !== hash) return undefined;
  return new Response(bytes, { status: kept.status, headers: kept.headers });
}

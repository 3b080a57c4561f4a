import { getEntry } from 'astro:content';

/** The day of the newest change in the facts. */
export async function factsOn(): Promise<string> {
  const entries = (await getEntry('changelog', 'changelog'))?.data.entries ?? [];
  return (
    entries
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? ''
  );
}

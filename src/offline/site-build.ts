/** What the build says about itself: `scripts/write-offline.ts` writes these, the worker and the pages read them. */

/** `/offline/build.json`: the question that tells which build a server holds. */
export type BuildAnswer = {
  /** The fingerprint of every file together. `null` where keeping is switched off. */
  readonly build: string | null;
  /** The whole site: how many files, what they weigh on the line and on the device, in bytes. */
  readonly whole: { readonly files: number; readonly download: number; readonly room: number };
};

/** `/offline/files.json`: the fingerprint of every file of the whole site, by its path below the site's folder. */
export type WholeSite = { readonly build: string; readonly files: Readonly<Record<string, string>> };

/** What the worker is given: its build, and the files without which nothing of it is used. */
export type SiteBuild = { readonly build: string; readonly core: Readonly<Record<string, string>> };

/** Where the answers lie, below the site's folder. */
export const answerPath = 'offline/build.json';
export const wholePath = 'offline/files.json';
/** The page in place of one that is not here. */
export const offlinePath = 'offline/';

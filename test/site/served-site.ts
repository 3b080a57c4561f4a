/** Serves the built site while the tests of this folder run, and hands them its address: `inject('site')`. */
import type { TestProject } from 'vitest/node';
import { serve } from '../../scripts/serve.ts';
import { builtFolder } from './built-site.ts';
import { findBrowser } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served, without a slash at its end. */
    site: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await serve({ port: 0, folder: builtFolder });
  project.provide('site', url);
  console.log(`Site tests: ${url}/ in ${await findBrowser()}`);
  return close;
}

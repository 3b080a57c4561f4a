/**
 * Starts the page's scripts once it has been painted, all that they import asked for at once. The build names them
 * (`scripts/late-scripts.ts`); while the site is changed, they start by themselves.
 */
import { afterPaint, askForScripts } from './after-paint.ts';

const { scripts, imports } = document.querySelector<HTMLElement>('#late-scripts')?.dataset ?? {};
if (scripts)
  afterPaint(() => {
    askForScripts(imports);
    for (const address of scripts.split(' ')) import(/* @vite-ignore */ address).catch(() => undefined);
  });

/**
 * The directive `client:painted`: an island's scripts are asked for once its page has been painted, all of them at once.
 *
 * The build writes into `data-imports` what its script imports, and what that imports (`scripts/late-scripts.ts`).
 */
import type { ClientDirective } from 'astro';
import { afterPaint, askForScripts } from './after-paint.ts';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:painted'?: boolean;
  }
}

const painted: ClientDirective = (load, _, island) =>
  afterPaint(() => {
    askForScripts(island.dataset['imports']);
    void load().then((hydrate) => hydrate());
  });
export default painted;

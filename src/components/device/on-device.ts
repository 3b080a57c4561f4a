/** The tools are put on the device after everything that the page itself needs. */
import '../site/trusted-types.ts';

/** Milliseconds: a tool that has not opened by then is put on the device all the same. */
const longest = 15_000;

function afterLoad(): void {
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
  idle(() => {
    if (document.querySelector('.opening') && performance.now() < longest) setTimeout(afterLoad, 200);
    else void import('./keeping.ts').then(({ begin }) => begin()).catch(() => undefined);
  });
}
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  if (document.readyState === 'complete') afterLoad();
  else addEventListener('load', afterLoad);
}

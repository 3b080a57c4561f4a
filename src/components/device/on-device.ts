/** The tools are put on the device after everything that the page itself needs. */
import '../site/trusted-types.ts';

function afterLoad(): void {
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
  idle(() => void import('./keeping.ts').then(({ begin }) => begin()).catch(() => undefined));
}
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  if (document.readyState === 'complete') afterLoad();
  else addEventListener('load', afterLoad);
}

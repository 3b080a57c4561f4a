/**
 * Runs the work once something of the page has been painted: on a slow line the words come first, then the script.
 *
 * A page that is not looked at is not painted, and some browsers don't tell: then it runs all the same, a little later.
 */
export function afterPaint(work: () => void): void {
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    work();
  };
  if (PerformanceObserver.supportedEntryTypes.includes('paint'))
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      begin();
    }).observe({ type: 'paint', buffered: true });
  setTimeout(begin, document.visibilityState === 'visible' ? longest : 0);
}

const longest = 2000;

/** Asks for scripts that will be needed. Otherwise the browser learns of each only from the one before it. */
export function askForScripts(addresses: string | undefined): void {
  for (const href of addresses?.split(' ').filter(Boolean) ?? []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = href;
    document.head.append(link);
  }
}

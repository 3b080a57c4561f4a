import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { renderNow } from '../render-now.ts';

/** What is there only while the page is printed, in place of the rest. */
export function Printed({ children }: { readonly children: ComponentChildren }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => renderNow(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing ? <div class="printed">{children}</div> : null;
}

import { useEffect, useState } from 'preact/hooks';

/** The seconds that something has been going on: one thing after another, or nothing. */
export function useSeconds(what: string | undefined): number {
  const [counted, setCounted] = useState({ what, seconds: 0 });
  useEffect(() => {
    if (what === undefined) return undefined;
    const began = performance.now();
    const count = () => setCounted({ what, seconds: Math.round((performance.now() - began) / 1000) });
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [what]);
  return counted.what === what ? counted.seconds : 0;
}

import { useEffect, useState } from 'preact/hooks';

/** The seconds that something has been going on: one thing after another, or nothing. */
export function useSeconds(what: string | undefined): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (what === undefined) return;
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - began) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [what]);
  return seconds;
}

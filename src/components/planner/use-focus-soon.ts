import { useEffect, useState } from 'preact/hooks';

/** Moves the focus to the element of an id as soon as it is there; looked for again whenever `since` changes. */
export function useFocusSoon(since: unknown): (id: string) => void {
  const [wanted, setWanted] = useState<{ readonly id: string }>();
  useEffect(() => {
    const place = wanted && document.getElementById(wanted.id);
    if (!place) return;
    place.focus();
    setWanted(undefined);
  }, [wanted, since]);
  return (id) => setWanted({ id });
}

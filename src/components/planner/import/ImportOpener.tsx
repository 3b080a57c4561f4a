import { useEffect, useRef, useState } from 'preact/hooks';
import { NotHere } from '../NotHere.tsx';
import { following } from '../following.ts';

const load = () => import('./ImportCourses.tsx');
type Parts = Awaited<ReturnType<typeof load>>;
type Props = Parameters<Parts['ImportCourses']>[0];

/** What reads a list or a file, once what it stands in is unfolded: before, or from then on. */
export const ImportOpener = following(function ImportOpener(props: Props) {
  const [parts, setParts] = useState<Parts | 'waiting' | 'failed'>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const details = place.current?.closest('details');
    const unfold = () => {
      if (!details?.open) return;
      setParts((before) => (typeof before === 'object' ? before : 'waiting'));
      load().then(setParts, () => setParts('failed'));
    };
    unfold();
    details?.addEventListener('toggle', unfold);
    return () => details?.removeEventListener('toggle', unfold);
  }, []);
  return (
    <div ref={place}>
      {typeof parts === 'object' ? <parts.ImportCourses {...props} /> : parts && <NotHere state={parts} />}
    </div>
  );
});

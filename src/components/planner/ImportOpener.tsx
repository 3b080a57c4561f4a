import { useState } from 'preact/hooks';
import { NotHere } from './NotHere.tsx';

const load = () => import('./ImportCourses.tsx');
type Parts = Awaited<ReturnType<typeof load>>;
type Props = Parameters<Parts['ImportCourses']>[0];

/** "Paste a list or open a file", folded away. What does it is fetched when it is first unfolded. */
export function ImportOpener(props: Props) {
  const [parts, setParts] = useState<Parts | 'waiting' | 'failed'>();
  const unfold = (event: { readonly currentTarget: HTMLDetailsElement }) => {
    if (!event.currentTarget.open || (parts && parts !== 'failed')) return;
    setParts('waiting');
    load().then(setParts, () => setParts('failed'));
  };
  return (
    <details class="typed-course" onToggle={unfold}>
      <summary>Paste a list or open a file</summary>
      {typeof parts === 'object' ? <parts.ImportCourses {...props} /> : parts && <NotHere state={parts} />}
    </details>
  );
}

import { useState } from 'preact/hooks';
import { screenWords } from '../../planner/exam/device-check.ts';
import { CheckCard } from './CheckCard.tsx';

/** Whether there is more than one screen, where the browser tells. */
export function ScreenCheck({ allowed }: { readonly allowed: number | undefined }) {
  const [said, setSaid] = useState('');
  const count = () => setSaid(screenWords((screen as Screen & { isExtended?: boolean }).isExtended, allowed));
  return <CheckCard title="Screens" button="Count the screens" onPress={count} said={said} />;
}

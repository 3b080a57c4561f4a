import { useState } from 'preact/hooks';
import { mbpsOf, speedWords } from '../../planner/exam/device-check.ts';
import { siteAddress } from '../planner/use-catalog.ts';
import { CheckCard } from './CheckCard.tsx';

type Props = {
  /** What the exam asks for, in megabits a second. */
  readonly asked: number | undefined;
  readonly askedUp: number | undefined;
};

/** How fast a file of this site arrives. Sending can't be measured: this site takes nothing. */
export function ConnectionCheck({ asked, askedUp }: Props) {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const measure = async () => {
    setBusy(true);
    setSaid('Measuring… On a slow line this takes half a minute.');
    const mbps = await measureSpeed().catch(() => undefined);
    setBusy(false);
    setSaid(
      mbps === undefined
        ? 'Nothing arrived from the network. Check your connection, and measure again.'
        : `${speedWords(mbps, asked)} How fast your line sends can’t be measured here${askedUp === undefined ? '' : `; the exam asks for ${askedUp}`}.`,
    );
  };
  return (
    <CheckCard
      title="Connection"
      button="Measure the connection"
      ready={!busy}
      onPress={() => void measure()}
      said={said || 'It loads about 0.3 megabytes from this site.'}
    />
  );
}

/** Megabits a second of the largest file of the site, as it comes over the network; undefined if none of it did. */
async function measureSpeed(): Promise<number | undefined> {
  const address = new URL(siteAddress('data/catalog.json'), location.href).href;
  performance.clearResourceTimings();
  const response = await fetch(address, { cache: 'no-store' });
  await response.arrayBuffer();
  const timing = performance.getEntriesByName(address).find((entry) => entry instanceof PerformanceResourceTiming);
  if (!response.ok || !timing || timing.transferSize === 0) return undefined;
  return mbpsOf(timing.transferSize, timing.responseEnd - timing.responseStart);
}

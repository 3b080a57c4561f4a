import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

/** Something to say. A new number says it again, even in the same words. */
export type Said = { readonly words: string; readonly number: number };

/** Says each change politely. Two regions take turns: the same words in one region are not read twice. */
export function Announcer({ said }: { readonly said: Said }) {
  return (
    <div class="announcer">
      {[0, 1].map((turn) => (
        <div key={turn} role="status" class="visually-hidden">
          {said.number % 2 === turn ? said.words : ''}
        </div>
      ))}
    </div>
  );
}

/** What says something, once the announcer is there. */
export type Voice = RefObject<(words: string) => void>;

/** An announcer that is spoken to by its voice: what is said draws nothing else again. */
export function SpokenAnnouncer({ voice }: { readonly voice: Voice }) {
  const [said, setSaid] = useState<Said>({ words: '', number: 0 });
  voice.current = (words) => setSaid(({ number }) => ({ words, number: number + 1 }));
  return <Announcer said={said} />;
}

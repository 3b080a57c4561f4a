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

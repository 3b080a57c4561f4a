import { useEffect, useRef, useState } from 'preact/hooks';
import {
  letterClosing,
  letterColumns,
  letterHtml,
  letterOpening,
  letterText,
  mailDraft,
  type Asker,
  type Letter,
} from '../../../planner/paper/letter.ts';
import { TextField } from '../form/Fields.tsx';

type AskerProps = {
  readonly value: Asker;
  readonly degree: string;
  readonly onChange: (value: Asker) => void;
};

/** Who asks. It stands in the letter and nowhere else: no plan keeps it. */
export function AskerForm({ value, degree, onChange }: AskerProps) {
  const field = (name: keyof Asker) => ({
    id: `asker-${name}`,
    value: value[name],
    onInput: (text: string) => onChange({ ...value, [name]: text }),
  });
  return (
    <section class="form no-print" aria-labelledby="asker-title">
      <h2 id="asker-title">Who asks</h2>
      <p>This is for the letter. It is not saved: it is gone when you leave this page.</p>
      <TextField {...field('name')} label="Your name (optional)" />
      <TextField {...field('id')} label="Your student ID (optional)" width="short" />
      <TextField {...field('program')} label="Program (optional)" hint={`Without it, the letter says ${degree}`} />
    </section>
  );
}

/** The letter as it is copied and printed. */
export function LetterView({ letter }: { readonly letter: Letter }) {
  return (
    <section class="letter-section" aria-labelledby="letter-title">
      <h2 id="letter-title" class="no-print">
        The letter
      </h2>
      <article class="letter" id="letter" tabIndex={-1} aria-label="The letter">
        {letterOpening(letter).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <table class="letter-table">
          <thead>
            <tr>
              {letterColumns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {letter.rows.map((row) => (
              <Row key={row.credit} row={row} />
            ))}
          </tbody>
        </table>
        {letterClosing(letter).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {letter.asker.id.trim() === '' && <p class="print-only">Student ID: ______________________</p>}
      </article>
    </section>
  );
}

/** On a phone each cell is a line of its own and carries its column's name. */
function Row({ row }: { readonly row: Letter['rows'][number] }) {
  const { title, about, recommended, hours, level, meantFor, hopedFor, pages } = row;
  const [, recommendation, hoursAndLevel, meant, answer] = letterColumns;
  return (
    <tr>
      <th scope="row">
        {title}
        <span class="letter-about">{about.join(', ')}</span>
        {pages.map(({ title: name, url }) => (
          <a key={url} class="letter-page" href={url}>
            {name}
          </a>
        ))}
      </th>
      <td data-column={recommendation}>
        {recommended.length === 0 && 'No recommendation known'}
        {recommended.map((words) => (
          <span key={words} class="letter-line">
            {words}
          </span>
        ))}
      </td>
      <td data-column={hoursAndLevel}>
        {hours}, {level}
      </td>
      <td data-column={meant}>
        {meantFor}
        <span class="letter-line">As: {hopedFor}</span>
      </td>
      <td data-column={answer}>
        <span class="letter-box">Yes</span>
        <span class="letter-box">No</span>
        <span class="letter-box letter-blank">As:</span>
        <span class="letter-box letter-blank">Hours:</span>
      </td>
    </tr>
  );
}

type SendProps = { readonly letter: Letter; readonly onSay: (words: string) => void };

const copied = 'The letter is copied. Paste it into your mail or a document.';
const notCopied = 'The browser does not let the page copy. The letter is selected: copy it yourself.';
const tooLong =
  'This letter is too long for a mail draft: mail programs would cut it. It is copied instead. Paste it into your mail.';

/** Copy, print, or a mail draft. */
export function SendLetter({ letter, onSay }: SendProps) {
  const [note, setNote] = useState('');
  const tell = (words: string) => {
    setNote(words);
    onSay(words);
  };
  const copy = async (words: string) => tell((await copyLetter(letter)) ? words : notCopied);
  const draft = mailDraft(letter);
  // What was said of another letter no longer holds.
  const text = letterText(letter);
  const before = useRef(text);
  useEffect(() => {
    if (before.current !== text) setNote('');
    before.current = text;
  }, [text]);
  return (
    <div class="no-print send-letter">
      <div class="actions">
        <button class="button" type="button" onClick={() => void copy(copied)}>
          Copy the letter
        </button>
        <button class="button button-quiet" type="button" onClick={() => print()}>
          Print the letter
        </button>
        {draft === undefined ? (
          <button class="button button-quiet" type="button" onClick={() => void copy(tooLong)}>
            Mail draft
          </button>
        ) : (
          <a class="button button-quiet" href={draft}>
            Mail draft
          </a>
        )}
      </div>
      {note !== '' && <p>{note}</p>}
    </div>
  );
}

/** Copies text and table. Where the browser refuses, the letter is left selected and the answer is false. */
async function copyLetter(letter: Letter): Promise<boolean> {
  const as = (type: string, text: string) => new Blob([text], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': as('text/plain', letterText(letter)),
        'text/html': as('text/html', letterHtml(letter)),
      }),
    ]);
    return true;
  } catch {
    return navigator.clipboard?.writeText === undefined
      ? select()
      : navigator.clipboard.writeText(letterText(letter)).then(() => true, select);
  }
}

function select(): false {
  const article = document.getElementById('letter');
  if (article) getSelection()?.selectAllChildren(article);
  article?.focus();
  return false;
}

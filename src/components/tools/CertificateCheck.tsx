import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { checkCertificate, type Certificate, type Checked } from '../../planner/catalog/certificate-check.ts';
import { TextField } from '../planner/form/Fields.tsx';
import { siteAddress } from '../planner/use-catalog.ts';
import '../site/trusted-types.ts';

/** Where ACE itself lists what it recommends. */
const directory = 'https://www.acenet.edu/National-Guide/';

/** What is asked for. */
export const question = {
  label: 'Name of the certificate',
  hint: 'As it stands on the certificate or on its page, like “Google IT Support Professional Certificate”',
};

type Answer = { readonly name: string; readonly checked: Checked };
type Read = readonly Certificate[] | 'waiting' | 'failed';

/** A name typed or pasted, and whether a certificate of exactly that name carries a recommendation. */
export function CertificateCheck() {
  const [read, setRead] = useState<Read>('waiting');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);

  const load = () => {
    setRead('waiting');
    fetchCertificates().then(setRead, () => setRead('failed'));
  };
  useLayoutEffect(() => {
    load();
    const name = new URLSearchParams(location.hash.slice(1)).get('name');
    if (!name) return;
    setTyped(name.slice(0, 200));
    setAsked(name.slice(0, 200));
  }, []);
  const answer: Answer | undefined =
    typeof read === 'object' && asked.trim() !== ''
      ? { name: asked, checked: checkCertificate(asked, read) }
      : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    setAsked(typed);
    history.replaceState(null, '', typed.trim() ? `#${new URLSearchParams({ name: typed.trim() }).toString()}` : ' ');
    requestAnimationFrame(() => heading.current?.focus());
  };
  return (
    <div class="stack">
      <form class="form with-button" noValidate onSubmit={submit}>
        <TextField id="certificate-name" {...question} value={typed} onInput={setTyped} />
        <button class="button" type="submit">
          Check
        </button>
      </form>
      {read === 'failed' && (
        <p role="alert">
          The list could not be loaded. Check your connection.{' '}
          <button class="button button-quiet" type="button" onClick={load}>
            Try again
          </button>
        </p>
      )}
      {answer && (
        <section class="prose" aria-labelledby="certificate-answer">
          <h2 id="certificate-answer" tabIndex={-1} ref={heading}>
            {answer.checked.exact ? 'This name is in our data' : 'This name is not in our data'}
          </h2>
          {answer.checked.exact ? <Card certificate={answer.checked.exact} /> : <NotFound name={answer.name} />}
          <Near near={answer.checked.near} />
        </section>
      )}
    </div>
  );
}

async function fetchCertificates(): Promise<readonly Certificate[]> {
  const response = await fetch(siteAddress('catalog/certificates.json'));
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as readonly Certificate[];
}

const standings = {
  recommended: 'Credit is recommended today, as far as we know.',
  lapsed: 'Credit was recommended. That has ended.',
  none: 'We know of no credit recommendation.',
} as const;

function Card({ certificate }: { readonly certificate: Certificate }) {
  const { id, title, provider, standing, recommended, window, lands } = certificate;
  return (
    <div class="note">
      <h3>
        <a href={siteAddress(`courses/${id}/`)}>{title}</a>
      </h3>
      <p class="quiet">{provider}</p>
      <p>
        <strong>{standings[standing]}</strong>
      </p>
      {recommended && <p>{`${recommended}.`}</p>}
      {window && <p>{window}</p>}
      {lands.length > 0 ? (
        <>
          <p>What schools are known to make of it:</p>
          <ul>
            {lands.map(({ school, page, words }) => (
              <li key={page}>
                <a href={siteAddress(page)}>{school}</a>: {words}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>We know of no school that has said what it makes of it. Ask the school before you pay.</p>
      )}
      <p class="small">
        A recommendation is not credit. <a href={siteAddress(`planner/#add=${id}`)}>Try it in your plan</a>, and check
        the name and its dates in the <a href={directory}>ACE National Guide</a>.
      </p>
    </div>
  );
}

function NotFound({ name }: { readonly name: string }) {
  return (
    <p>
      We have no certificate named “<bdi>{name.trim()}</bdi>”. That does not mean it carries no credit: our list is not
      whole. Look for the exact name in the <a href={directory}>ACE National Guide</a>. If it is not there either, ask
      whoever sells it for the number of its ACE or NCCRS record.
    </p>
  );
}

function Near({ near }: { readonly near: readonly Certificate[] }) {
  if (near.length === 0) return null;
  return (
    <>
      <h3>Not the same name, but near</h3>
      <p class="quiet">A recommendation holds for one exact name. Compare letter by letter.</p>
      <ul>
        {near.map(({ id, title, provider, standing }) => (
          <li key={id}>
            <a href={siteAddress(`courses/${id}/`)}>{title}</a> <span class="quiet">{provider}</span>
            <br />
            <span class="small">{standings[standing]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useState } from 'preact/hooks';
import type { OnEdit } from '../../planner/plan/edits.ts';
import { checkName, type TrailMistake } from '../../planner/trail/trail-entry.ts';
import type { Identity } from '../../planner/trail/trail-notes.ts';
import { nameChecksOf } from '../../planner/trail/trail-names.ts';
import type { Trail, TrailFacts } from '../../planner/trail/trail-types.ts';
import { ErrorSummary, TextField } from '../planner/form/Fields.tsx';
import { SourceList } from '../planner/credit/SourceList.tsx';
import { Fold } from './Fold.tsx';
import { errorOf, summaryOf } from './mistakes.ts';
import { NamesCompared } from './NamesCompared.tsx';
import { useFields } from '../planner/form/use-fields.ts';

type Props = {
  readonly trail: Trail;
  readonly identity: Identity | undefined;
  readonly school: TrailFacts['school'];
  readonly onEdit: OnEdit;
};

/** The student's name on the ID, in the record and on the transcript, compared letter by letter. */
export function Names({ trail, identity, school, onEdit }: Props) {
  const { credit, title, route, notes } = trail;
  const rules = [...route.names, ...(school?.school.receives?.names ?? [])];
  const checks = nameChecksOf(trail, identity, school);
  const [fields, setFields] = useFields(fieldsOf(notes.names));
  const [mistakes, setMistakes] = useState<readonly TrailMistake[]>([]);
  const id = (field: string) => `trail-${credit}-${field}`;
  const set = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const submit = (event: Event) => {
    event.preventDefault();
    const [record, transcript] = [
      checkName(fields.inRecord, 'inRecord'),
      checkName(fields.onTranscript, 'onTranscript'),
    ];
    setMistakes([record, transcript].flatMap((one) => ('mistakes' in one ? one.mistakes : [])));
    if ('mistakes' in record || 'mistakes' in transcript) return;
    onEdit({
      kind: 'note-trail',
      credit,
      notes: { names: { inRecord: record.value, onTranscript: transcript.value } },
    });
  };
  return (
    <section class="trail-part" aria-labelledby={`trail-${credit}-names`}>
      <h4 id={`trail-${credit}-names`}>Your name</h4>
      {rules.map(({ says, sources }) => (
        <div key={says}>
          <p>{says}</p>
          <SourceList sources={sources} />
        </div>
      ))}
      {checks.map((check) => (
        <NamesCompared key={check.between} check={check} />
      ))}
      {identity?.nameOnId === undefined && notes.names?.inRecord !== undefined && (
        <p class="quiet">The name on your ID is not noted yet. It is the first to compare with.</p>
      )}
      <Fold summary="Compare your name" about={title}>
        {() => (
          <form class="form" noValidate onSubmit={submit}>
            <ErrorSummary since={mistakes} problems={summaryOf(id, mistakes)} />
            <TextField
              id={id('inRecord')}
              label="Your name in the course’s record (optional)"
              hint="As your account, badge or score report prints it"
              error={errorOf(mistakes, 'inRecord')}
              value={fields.inRecord}
              onInput={set('inRecord')}
            />
            <TextField
              id={id('onTranscript')}
              label="Your name on the transcript, or at the school (optional)"
              error={errorOf(mistakes, 'onTranscript')}
              value={fields.onTranscript}
              onInput={set('onTranscript')}
            />
            <div class="actions">
              <button class="button button-quiet" type="submit">
                Save and compare<span class="visually-hidden">: {title}</span>
              </button>
            </div>
          </form>
        )}
      </Fold>
    </section>
  );
}

function fieldsOf({ inRecord = '', onTranscript = '' }: NonNullable<Trail['notes']['names']> = {}) {
  return { inRecord, onTranscript };
}

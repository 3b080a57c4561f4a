import { useState } from 'preact/hooks';
import type { OnEdit } from '../../planner/plan/edits.ts';
import type { Trail } from '../../planner/trail/trail-types.ts';
import { Radios } from '../planner/form/Fields.tsx';
import { Fold } from './Fold.tsx';
import { useFields } from '../planner/form/use-fields.ts';

type Props = { readonly trail: Trail; readonly onEdit: OnEdit };

/** The way that the credit goes, and who grants it, where there is a choice. */
export function RouteChoice({ trail, onEdit }: Props) {
  const { credit, route, otherRoutes, notes } = trail;
  return (
    <section class="trail-part" aria-labelledby={`trail-${credit}-way`}>
      <h4 id={`trail-${credit}-way`}>The way it goes</h4>
      <p>
        <strong>{route.name}.</strong> {route.summary}
      </p>
      {otherRoutes.length > 0 && (
        <Choice
          id={`trail-${credit}-route`}
          summary="It goes another way"
          legend="Which way does it go?"
          about={trail.title}
          chosen={route.id}
          choices={[route, ...otherRoutes].map(({ id, name, summary }) => ({ value: id, label: name, hint: summary }))}
          onChoose={(chosen) => onEdit({ kind: 'note-trail', credit, notes: { route: chosen } })}
        />
      )}
      {route.organisations.length > 0 && (
        <>
          <p>
            Credit from: {route.organisations.find(({ id }) => id === notes.organisation)?.name ?? 'not chosen yet'}.
          </p>
          <Choice
            id={`trail-${credit}-organisation`}
            summary="Choose who grants the credit"
            legend="Which college grants it?"
            about={trail.title}
            chosen={notes.organisation ?? ''}
            choices={route.organisations.map(({ id, name, says }) => ({ value: id, label: name, hint: says }))}
            onChoose={(chosen) => onEdit({ kind: 'note-trail', credit, notes: { organisation: chosen } })}
          />
        </>
      )}
    </section>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly summary: string;
  readonly legend: string;
  readonly about: string;
  readonly chosen: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  readonly onChoose: (value: string) => void;
};

function Choice({ id, summary, legend, about, chosen, choices, onChoose }: ChoiceProps) {
  const [value, setValue] = useFields(chosen);
  const [missing, setMissing] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    setMissing(value === '');
    if (value !== '') onChoose(value);
    else document.getElementById(id)?.focus();
  };
  return (
    <Fold summary={summary} about={about}>
      {() => (
        <form class="form" noValidate onSubmit={submit}>
          <Radios
            id={id}
            legend={legend}
            error={missing ? 'Choose one' : undefined}
            value={value}
            choices={choices}
            onChange={setValue}
          />
          <div class="actions">
            <button class="button button-quiet" type="submit">
              Save the choice<span class="visually-hidden">: {about}</span>
            </button>
          </div>
        </form>
      )}
    </Fold>
  );
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { noCity } from '../../planner/exam/exam-time-form.ts';
import { cityOf, cityWords, findCities, type City } from '../../planner/exam/zone-cities.ts';
import { Field } from '../planner/form/Fields.tsx';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  /** The zone that is chosen; empty for none. */
  readonly zone: string;
  readonly onChange: (zone: string, city?: City) => void;
};

/** Finds a time zone by a city's name. The list under the field is chosen from with the arrow keys, or by a tap. */
export function CityField({ id, label, hint, error, zone, onChange }: Props) {
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const chosen = useRef(zone);
  useLayoutEffect(() => {
    // Chosen elsewhere: by the device or the address.
    if (zone !== chosen.current) setTyped(undefined);
    chosen.current = zone;
  }, [zone]);
  const text = typed ?? (zone === '' || zone === noCity ? '' : cityWords(cityOf(zone)));
  const found = open ? findCities(text, 8) : [];

  const give = (value: string, city?: City) => {
    chosen.current = value;
    onChange(value, city);
  };
  const choose = (city: City) => {
    setTyped(cityWords(city));
    setOpen(false);
    give(city.zone, city);
  };
  const type = (words: string) => {
    setTyped(words);
    setOpen(true);
    setActive(0);
    give(words.trim() === '' ? '' : noCity);
  };
  /** What is typed in full needs no choosing. */
  const leave = () => {
    setOpen(false);
    const [first, second] = zone === noCity ? findCities(text, 2) : [];
    if (first && (!second || [first.name, cityWords(first)].some((name) => sameWords(name, text)))) choose(first);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (found.length > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      choose(current);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  };
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`];
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div class="city-field">
        <input
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          aria-invalid={error === undefined ? undefined : true}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
        <ul id={`${id}-list`} class="city-list" role="listbox" aria-label="Cities" hidden={found.length === 0}>
          {found.map((city, index) => (
            <li
              key={cityWords(city)}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              // The field keeps the focus, so that the list is still there when the tap ends.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(city)}
            >
              {cityWords(city)}
            </li>
          ))}
        </ul>
        <p class="visually-hidden" role="status">
          {open && text.trim() !== '' && (found.length === 0 ? 'No city found' : `${found.length} found`)}
        </p>
      </div>
    </Field>
  );
}

function sameWords(one: string, other: string): boolean {
  return one.localeCompare(other.trim(), 'en', { sensitivity: 'base' }) === 0;
}

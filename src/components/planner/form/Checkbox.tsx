type Props = {
  readonly id: string;
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

/** One thing that is so, or is not. */
export function Checkbox({ id, label, value, onChange }: Props) {
  return (
    <div class="choice">
      <input type="checkbox" id={id} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
      <label for={id}>{label}</label>
    </div>
  );
}

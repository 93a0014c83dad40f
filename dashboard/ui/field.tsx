import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  error?: string | null;
  hint?: ComponentChildren;
  optional?: boolean;
  whyNot?: string | undefined;
  rows?: number;
  input?: InputHTMLAttributes<HTMLInputElement>;
}

/** A labelled input; what is wrong with it stands right below it. */
export function Field(props: FieldProps) {
  const { label, value, onInput, error, hint, optional, whyNot, rows, input } = props;
  const id = useId();
  const about = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  const shared = {
    id,
    value,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': about,
    readOnly: whyNot !== undefined,
    title: whyNot,
  };
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="field-optional"> optional</span>}
      </label>
      {rows === undefined ? (
        <input {...input} {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {hint && !error && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
  whyNot?: string | undefined;
  /** The label is read aloud only. */
  quiet?: boolean;
}

export function Select({ label, value, options, onChange, whyNot, quiet }: SelectProps) {
  const id = useId();
  return (
    <div class={quiet ? 'field field-quiet' : 'field'}>
      <label for={id} class={quiet ? 'hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={whyNot !== undefined}
        title={whyNot}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** A number to type. What is being typed stays, whatever the page draws anew meanwhile: figures follow at any moment. */
export function AmountInput({
  value,
  label,
  step = 'any',
  disabled = false,
  inCell = false,
  onCommit,
}: {
  readonly value: number;
  readonly label: string;
  readonly step?: string;
  readonly disabled?: boolean;
  /** Within a table, as wide as its cell. */
  readonly inCell?: boolean;
  readonly onCommit: (value: number) => void;
}) {
  const typed = useSignal<string | null>(null);
  useEffect(() => {
    typed.value = null;
  }, [value]);
  return (
    <input
      type="number"
      class={inCell ? undefined : 'amount'}
      min="0"
      step={step}
      value={typed.value ?? value}
      disabled={disabled}
      aria-label={label}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
      }}
      onChange={({ currentTarget }) => onCommit(Number(currentTarget.value))}
      onBlur={() => {
        typed.value = null;
      }}
    />
  );
}

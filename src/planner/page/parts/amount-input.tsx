import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { amountToType, readTypedAmount } from '../../../units/typed-amount.js';
import { preferences, words } from '../state/preferences.js';

/** So much of what was typed is said again. */
const MOST_SAID = 24;

/** Something typed, as a mistake quotes it. */
export function saidAgain(typed: string): string {
  const bare = typed.trim();
  return bare.length > MOST_SAID ? `${bare.slice(0, MOST_SAID)}…` : bare;
}

/**
 * A number to type, as people write it: with a currency's sign and grouped digits, too. What is being typed stays, whatever the page
 * draws anew meanwhile: figures follow at any moment. What is no amount is reported, and the amount stays.
 */
export function AmountInput({
  value,
  label,
  currency = null,
  step = 1,
  disabled = false,
  inCell = false,
  onCommit,
}: {
  readonly value: number;
  readonly label: string;
  /** ISO 4217; `null`: a number of things. */
  readonly currency?: string | null;
  /** What an arrow key adds or takes away. */
  readonly step?: number;
  readonly disabled?: boolean;
  /** Within a table, as wide as its cell. */
  readonly inCell?: boolean;
  readonly onCommit: (value: number) => void;
}) {
  const typed = useSignal<string | null>(null);
  const mistake = useSignal<string | null>(null);
  const mistakeId = useId();
  const { language } = preferences.value;
  const shown = amountToType(value, language);
  useEffect(() => {
    typed.value = null;
    mistake.value = null;
  }, [value]);
  const commit = (text: string): void => {
    if (text.trim() === '') {
      mistake.value = null;
      return;
    }
    const amount = readTypedAmount(text, language, currency);
    if (amount.ok) {
      mistake.value = null;
      onCommit(amount.value);
      return;
    }
    const { mistakes, stays } = words().amounts;
    mistake.value = `${mistakes[amount.mistake](saidAgain(text))} ${stays(shown)}`;
  };
  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        role="spinbutton"
        class={inCell ? undefined : 'amount'}
        value={typed.value ?? shown}
        disabled={disabled}
        aria-label={label}
        aria-valuenow={value}
        aria-valuetext={shown}
        aria-valuemin={0}
        aria-invalid={mistake.value !== null}
        aria-describedby={mistake.value === null ? undefined : mistakeId}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onChange={({ currentTarget }) => commit(currentTarget.value)}
        onKeyDown={(event) => {
          const by = { ArrowUp: step, ArrowDown: -step }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          commit(amountToType(Math.max(0, value + by), language));
        }}
        onBlur={() => {
          typed.value = null;
        }}
      />
      {mistake.value !== null && (
        <span id={mistakeId} class="mistyped" role="alert">
          {mistake.value}
        </span>
      )}
    </>
  );
}

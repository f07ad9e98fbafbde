import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { readTypedAmount } from '../../../units/typed-amount.js';
import { preferences, words } from '../state/preferences.js';
import { saidAgain } from './amount-input.js';

/** An amount that a form may be sent without, typed as people write it. What is no amount is reported, and holds the form back. */
export function OptionalAmount({
  name,
  label,
  currency,
}: {
  readonly name: string;
  readonly label: string;
  readonly currency: string;
}) {
  const mistake = useSignal<string | null>(null);
  const mistakeId = useId();
  const { language } = preferences.value;
  const mistakeOf = (typed: string): string | null => {
    if (typed.trim() === '') return null;
    const amount = readTypedAmount(typed, language, currency);
    return amount.ok ? null : words().amounts.mistakes[amount.mistake](saidAgain(typed));
  };
  return (
    <div>
      <label>
        {label}
        <input
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={mistake.value !== null}
          aria-describedby={mistake.value === null ? undefined : mistakeId}
          onInput={({ currentTarget }) => currentTarget.setCustomValidity(mistakeOf(currentTarget.value) ?? '')}
          onChange={({ currentTarget }) => {
            mistake.value = mistakeOf(currentTarget.value);
          }}
        />
      </label>
      {mistake.value !== null && (
        <span id={mistakeId} class="mistyped" role="alert">
          {mistake.value}
        </span>
      )}
    </div>
  );
}

/** What was typed there: `null` where nothing was, `undefined` where that is no amount. */
export function optionalAmount(typed: string, currency: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const amount = readTypedAmount(typed, preferences.peek().language, currency);
  return amount.ok ? amount.value : undefined;
}

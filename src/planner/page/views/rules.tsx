import { useSignal } from '@preact/signals';
import type { RuleOutcome } from '../../../forecast/result.js';
import { names } from '../names.js';
import { keyOf, outcomeOf, ruleLabel } from '../rule-names.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';

/** Rules of one value, which the page can begin. */
const BEGUN = ['prospecting', 'cpa', 'cpm', 'roas', 'cvar', 'change', 'week_change'] as const;

/** What the plan is held to: a chip a rule, with what it costs once that is known, which opens to be changed. */
export function Rules({
  store,
  outcomes,
  prices,
}: {
  readonly store: PlanStore;
  /** As priced now; empty before. */
  readonly outcomes: readonly RuleOutcome[];
  /** Of the last answer, in words, by rule. */
  readonly prices: Readonly<Record<string, string>>;
}) {
  const text = words();
  const plan = store.plan.value;
  const open = useSignal<string | null>(null);
  const chosen = plan.rules.find((rule) => keyOf(rule) === open.value);
  return (
    <section class="stage" aria-labelledby="rules-heading">
      <h2 id="rules-heading">{text.rules.heading}</h2>
      {plan.rules.length === 0 && <p class="note">{text.rules.none}</p>}
      <ul class="chips">
        {plan.rules.map((rule) => {
          const key = keyOf(rule);
          const outcome = outcomeOf(key, outcomes);
          const price = outcome === undefined ? undefined : prices[outcome.rule];
          return (
            <li key={key}>
              <button
                type="button"
                class={`chip ${outcome === undefined || outcome.holds ? '' : 'missed'}`}
                aria-expanded={open.value === key}
                onClick={() => {
                  open.value = open.value === key ? null : key;
                }}
              >
                <span>{ruleLabel(rule, plan)}</span> <strong>{rule.text}</strong>
                {outcome !== undefined && (
                  <span class="holds">{outcome.holds ? `✓ ${text.rules.holds}` : `✗ ${text.rules.broken}`}</span>
                )}
                {price !== undefined && <span class="price">{price}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      {chosen !== undefined && (
        <RuleEditor
          key={open.value}
          label={ruleLabel(chosen, plan)}
          first={chosen.text}
          onUse={(wanted) => {
            open.value = null;
            void store.edit([{ kind: 'set', path: ['rules', ...chosen.path], value: ruleValue(wanted) }]);
          }}
          onRemove={() => {
            open.value = null;
            void store.edit([{ kind: 'remove', path: ['rules', ...chosen.path] }]);
          }}
          onCancel={() => {
            open.value = null;
          }}
        />
      )}
      <AddRule store={store} />
    </section>
  );
}

function RuleEditor({
  label,
  first,
  onUse,
  onRemove,
  onCancel,
}: {
  readonly label: string;
  readonly first: string;
  readonly onUse: (wanted: string) => void;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}) {
  const text = words();
  const wanted = useSignal(first);
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        onUse(wanted.value);
      }}
    >
      <label>
        {label}{' '}
        <input
          value={wanted.value}
          maxLength={200}
          required
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value;
          }}
        />
      </label>
      <div class="row">
        <button type="submit" class="primary">
          {text.editor.apply}
        </button>
        <button type="button" onClick={onCancel}>
          {text.editor.cancel}
        </button>
        <button type="button" onClick={onRemove}>
          {text.rules.remove}
        </button>
      </div>
    </form>
  );
}

function AddRule({ store }: { readonly store: PlanStore }) {
  const text = words();
  const there = new Set(store.plan.value.rules.map(({ path }) => path[0]));
  const free = BEGUN.filter((rule) => !there.has(rule));
  const rule = useSignal<string>('');
  const asked = useSignal('');
  const chosen = free.find((one) => one === rule.value) ?? free[0];
  if (chosen === undefined) return null;
  return (
    <details class="add">
      <summary>{text.rules.add}</summary>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void store.edit([{ kind: 'set', path: ['rules', chosen], value: ruleValue(asked.value) }]);
          asked.value = '';
        }}
      >
        <label>
          {text.rules.rule}{' '}
          <select
            value={chosen}
            onChange={({ currentTarget }) => {
              rule.value = currentTarget.value;
            }}
          >
            {free.map((one) => (
              <option key={one} value={one}>
                {names().rules[one] ?? one}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.rules.asks}{' '}
          <input
            value={asked.value}
            placeholder={EXAMPLES[chosen]}
            maxLength={200}
            required
            onInput={({ currentTarget }) => {
              asked.value = currentTarget.value;
            }}
          />
        </label>
        <button type="submit">{text.rules.add}</button>
      </form>
    </details>
  );
}

/** What each rule may ask for, as a file has it. */
const EXAMPLES: Readonly<Record<(typeof BEGUN)[number], string>> = {
  prospecting: '70-80%',
  cpa: '25',
  cpm: '6',
  roas: '2',
  cvar: '-5000',
  change: '20%',
  week_change: '20%',
};

/** A number where one was typed; otherwise the words. */
function ruleValue(typed: string): string | number {
  const text = typed.trim();
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

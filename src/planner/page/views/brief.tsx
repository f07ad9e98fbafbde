import { useSignal } from '@preact/signals';
import { readTypedAmount } from '../../../units/typed-amount.js';
import { readTypedRange } from '../../../units/typed-range.js';
import { send } from '../api.js';
import { CURRENCIES } from '../currencies.js';
import { PLATFORM_IDS, platformName } from '../names.js';
import { saidAgain } from '../parts/amount-input.js';
import { Failure } from '../parts/failure.js';
import { preferences, words } from '../state/preferences.js';

const HOME_CURRENCY = { en: 'USD', az: 'AZN', tr: 'TRY', ar: 'AED' } as const;

/** Five questions, one plan. */
export function Brief() {
  const text = words();
  const failure = useSignal<unknown>(null);
  const busy = useSignal(false);
  const chosen = useSignal<'sales' | 'leads' | 'awareness'>('sales');
  const isLeads = chosen.value === 'leads';
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const platforms = form.getAll('platforms').map(String);
    if (platforms.length === 0) {
      failure.value = text.brief.none;
      return;
    }
    const currency = String(form.get('currency'));
    const typed = String(form.get('budget'));
    const worth = String(form.get('orderValue'));
    const budget = readTypedAmount(typed, preferences.value.language, currency);
    if (!budget.ok) {
      failure.value = text.amounts.mistakes[budget.mistake](saidAgain(typed));
      return;
    }
    failure.value = null;
    busy.value = true;
    send<{ file: string }>('POST', '/api/new/brief', {
      name: String(form.get('name')),
      currency,
      budget: budget.value,
      weeks: Number(form.get('weeks')),
      goal: String(form.get('goal')),
      platforms,
      orderValue: readTypedRange(worth, preferences.value.language, currency) ?? worth.trim(),
      margin: String(form.get('margin')).trim(),
      language: preferences.value.language,
    }).then(
      ({ file }) => {
        location.hash = `#/plan/${encodeURIComponent(file)}/lines?optimise`;
      },
      (error: unknown) => {
        busy.value = false;
        failure.value = error;
      },
    );
  };
  return (
    <main class="narrow">
      <h1>{text.brief.heading}</h1>
      <form onSubmit={submit} class="brief">
        <label>
          {text.brief.name}
          <input name="name" required maxLength={80} />
        </label>
        <fieldset>
          <legend>{text.brief.money}</legend>
          <div class="row">
            <label>
              {text.brief.budget}
              <input name="budget" required inputMode="decimal" autoComplete="off" />
            </label>
            <label>
              {text.brief.currency}
              <select name="currency" defaultValue={HOME_CURRENCY[preferences.value.language]}>
                {CURRENCIES.map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </select>
            </label>
          </div>
        </fieldset>
        <label>
          {text.brief.weeks}
          <input name="weeks" type="number" min="1" max="104" step="1" defaultValue="13" required />
        </label>
        <fieldset>
          <legend>{text.brief.goal}</legend>
          <div class="choices">
            {(['sales', 'leads', 'awareness'] as const).map((goal) => (
              <label key={goal} class="choice">
                <input
                  type="radio"
                  name="goal"
                  value={goal}
                  checked={chosen.value === goal}
                  onChange={() => {
                    chosen.value = goal;
                  }}
                />
                {text.brief.goals[goal]}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{text.brief.platforms}</legend>
          <div class="choices">
            {PLATFORM_IDS.map((platform) => (
              <label key={platform} class="choice">
                <input type="checkbox" name="platforms" value={platform} defaultChecked={platform === 'instagram'} />
                {platformName(platform)}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{isLeads ? text.brief.leadWorth : text.brief.worth}</legend>
          <div class="row">
            <label>
              {isLeads ? text.brief.leadValue : text.brief.orderValue}
              <input name="orderValue" required placeholder="30 – 55" />
            </label>
            <label>
              {text.brief.margin}
              <input name="margin" required defaultValue="50%" />
            </label>
          </div>
        </fieldset>
        <Failure error={failure.value} />
        <button type="submit" class="primary" disabled={busy.value}>
          {text.brief.make}
        </button>
      </form>
    </main>
  );
}

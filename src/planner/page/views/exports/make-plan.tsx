import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readTypedAmount } from '../../../../units/typed-amount.js';
import { readTypedRange } from '../../../../units/typed-range.js';
import { EXPORT_GOALS, type ExportsReading, type UploadView } from '../../../exports-protocol.js';
import { ask } from '../../api.js';
import { saidAgain } from '../../parts/amount-input.js';
import { Failure } from '../../parts/failure.js';
import { JobProgress } from '../../parts/job-bar.js';
import type { ExportDoor } from '../../state/export-door.js';
import { preferences, words } from '../../state/preferences.js';

/** What is planned from the exports, and the work of fitting it. */
export function MakePlan({ reading, door }: { readonly reading: ExportsReading; readonly door: ExportDoor }) {
  const text = words();
  const goal = useSignal<(typeof EXPORT_GOALS)[number]>('profit');
  const state = door.making.state.value;
  const { planned } = reading;
  const workbook = planned?.kind === 'workbook';
  const mistake = useSignal<string | null>(null);
  const plans = useSignal<readonly { readonly file: string; readonly name: string }[]>([]);
  useEffect(() => {
    if (workbook) {
      void ask<{ plans: readonly { file: string; name: string }[] }>('/api/plans').then((answer) => {
        plans.value = answer.plans;
      });
    }
  }, [workbook]);
  // Profit can't be reported where nothing says what an order is worth.
  const worthNeeded = !workbook && goal.value === 'profit' && !reading.revenue;
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string): string | null => {
      const value = String(form.get(name) ?? '').trim();
      return value === '' ? null : value;
    };
    const { language } = preferences.value;
    const worth = said('orderValue');
    const typed = said('budget');
    const budget = typed === null ? null : readTypedAmount(typed, language, reading.currency);
    mistake.value =
      typed === null || budget?.ok !== false ? null : text.amounts.mistakes[budget.mistake](saidAgain(typed));
    if (budget?.ok === false) return;
    door.make(
      {
        name: said('name') ?? 'plan',
        weeks: Number(form.get('weeks') ?? 4),
        of: said('of'),
        budget: budget?.value ?? null,
        goal: goal.value,
        orderValue: worth === null ? null : (readTypedRange(worth, language, reading.currency) ?? worth),
        margin: said('margin'),
        newCampaigns: form.get('newCampaigns') !== null,
      },
      reading.campaigns,
    );
  };
  return (
    <section aria-labelledby="plan-heading">
      <h2 id="plan-heading">{text.exports.steps.plan}</h2>
      <form class="brief" onSubmit={submit}>
        <label>
          {text.exports.name}
          <input name="name" required maxLength={80} defaultValue={nameOf(door.files.value)} />
        </label>
        {workbook ? (
          <label>
            {text.exports.planned.of}
            <select name="of" required>
              {plans.value.map(({ file, name }) => (
                <option key={file} value={file}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <>
            <div class="row">
              <label>
                {text.exports.weeks}
                <input name="weeks" type="number" min="1" max="260" step="1" defaultValue="4" required />
              </label>
              {planned === null && (
                <label>
                  {text.exports.budget} {reading.currency}
                  <input name="budget" inputMode="decimal" autoComplete="off" />
                </label>
              )}
            </div>
            <fieldset>
              <legend>{text.exports.goal}</legend>
              <div class="choices">
                {EXPORT_GOALS.map((one) => (
                  <label key={one} class="choice">
                    <input
                      type="radio"
                      name="goal"
                      value={one}
                      checked={goal.value === one}
                      onChange={() => {
                        goal.value = one;
                      }}
                    />
                    {text.exports.goals[one]}
                  </label>
                ))}
              </div>
            </fieldset>
            <div class="row">
              <label>
                {text.exports.orderValue}
                <input name="orderValue" required={worthNeeded} placeholder="30 – 55" maxLength={60} />
              </label>
              <label>
                {text.exports.margin}
                <input name="margin" maxLength={60} placeholder="55%" />
              </label>
            </div>
            {worthNeeded && <p class="note">{text.exports.needed}</p>}
            {planned === null && (
              <label class="choice">
                <input type="checkbox" name="newCampaigns" />
                {text.exports.newCampaigns}
              </label>
            )}
          </>
        )}
        <Failure error={mistake.value} />
        {state.kind === 'failed' && <Failure error={state.error} />}
        {state.kind === 'working' ? (
          <div class="job">
            <button type="button" onClick={() => door.making.stop()}>
              {text.optimize.stop}
            </button>
            <JobProgress label={text.exports.make} doing={state.doing} since={state.since} expected={state.expected} />
          </div>
        ) : (
          <button type="submit" class="primary">
            {planned === null ? text.exports.make : text.exports.planned.take}
          </button>
        )}
        {state.kind === 'stopped' && <p class="note">{text.optimize.stopped}</p>}
      </form>
    </section>
  );
}

function nameOf([first]: readonly UploadView[]): string {
  const stem = (first?.name ?? 'plan').replace(/\.[^.]*$/, '').replaceAll('_', ' ');
  return `${stem} plan`.slice(0, 80);
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PlanItem } from '../../protocol.js';
import { ask, send } from '../api.js';
import { formatsOf } from '../formats.js';
import { Failure } from '../parts/failure.js';
import { preferences, words } from '../state/preferences.js';

/** An amount as the page's language writes it. */
const money = (currency: string, amount: number): string =>
  formatsOf({ currency }, preferences.value.language).money(amount);

/** The folder's plans, and three ways to begin one. */
export function Home() {
  const plans = useSignal<readonly PlanItem[] | null>(null);
  const failure = useSignal<unknown>(null);
  useEffect(() => {
    ask<{ plans: readonly PlanItem[] }>('/api/plans').then(
      (answer) => {
        plans.value = answer.plans;
      },
      (error: unknown) => {
        failure.value = error;
      },
    );
  }, []);
  const text = words();
  const making = useSignal(false);
  const example = (): void => {
    // Two quick clicks are one example.
    if (making.value) return;
    making.value = true;
    send<{ file: string }>('POST', '/api/new/example').then(
      ({ file }) => {
        location.hash = `#/plan/${encodeURIComponent(file)}/lines`;
      },
      (error: unknown) => {
        making.value = false;
        failure.value = error;
      },
    );
  };
  return (
    <main class="home">
      <Failure error={failure.value} />
      {plans.value !== null && plans.value.length > 0 && (
        <section aria-labelledby="plans-heading">
          <h1 id="plans-heading">{text.home.heading}</h1>
          <ul class="plans">
            {plans.value.map(({ file, name, ok, budget, budgetIsMost, currency, periods, unit }) => (
              <li key={file}>
                <a href={`#/plan/${encodeURIComponent(file)}/lines`}>
                  <strong>{name}</strong>
                  <span class="note">
                    {ok
                      ? `${budgetIsMost ? text.home.atMost(money(currency, budget)) : money(currency, budget)} · ${text.home.periods(periods, text.units[unit])}`
                      : text.home.broken}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="ways-heading">
        {plans.value?.length === 0 ? (
          <h1 id="ways-heading">{text.home.empty}</h1>
        ) : (
          <h2 id="ways-heading">{text.home.ways}</h2>
        )}
        <div class="doors">
          <a class="door" href="#/brief">
            <strong>{text.home.brief}</strong>
            <span class="note">{text.home.briefNote}</span>
          </a>
          <a class="door" href="#/exports">
            <strong>{text.home.exports}</strong>
            <span class="note">{text.home.exportsNote}</span>
          </a>
          <button type="button" class="door" onClick={example}>
            <strong>{text.home.example}</strong>
            <span class="note">{text.home.exampleNote}</span>
          </button>
        </div>
      </section>
    </main>
  );
}

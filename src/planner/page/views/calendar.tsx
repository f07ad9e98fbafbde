import { formatsOf } from '../formats.js';
import { lineName } from '../names.js';
import { Scrolling } from '../parts/scrolling.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

const SHAPES = ['even', 'front', 'back'] as const;
/** Shades of a cell, from none to the most that a line spends in a period. */
const SHADES = 6;

/** Lines by periods, coloured by money; a line's shape is chosen at its side, a period's weight in its cell. */
export function Calendar({ store }: { readonly store: PlanStore }) {
  const text = words();
  const plan = store.plan.value;
  const formats = formatsOf(plan, preferences.value.language);
  const amount = (budget: number, weight: number): number => Number((budget * weight).toFixed(plan.currencyDigits));
  const most = Math.max(
    0,
    ...plan.lines.flatMap(({ budget, flighting }) => flighting.map((weight) => budget * weight)),
  );
  const setWeight = (id: string, budget: number, flighting: readonly number[], t: number, wanted: number): void => {
    if (!(budget > 0) || !(wanted >= 0)) return;
    const amounts = flighting.map((weight, k) => (k === t ? wanted : amount(budget, weight)));
    if (amounts.every((one) => one === 0)) return;
    void store.edit([{ kind: 'set', path: ['lines', id, 'flighting'], value: amounts }]);
  };
  return (
    <section aria-labelledby="calendar-heading">
      <h2 id="calendar-heading">{text.calendar.heading}</h2>
      <Scrolling labelledBy="calendar-heading">
        <table class="calendar">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col">{text.calendar.split}</th>
              {plan.starts.map((start) => (
                <th key={start} scope="col" class="n">
                  {formats.period(start)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">{lineName(line)}</th>
                <td>
                  <select
                    aria-label={`${text.calendar.split}: ${lineName(line)}`}
                    value=""
                    onChange={({ currentTarget }) =>
                      void store.edit([
                        { kind: 'set', path: ['lines', line.id, 'flighting'], value: currentTarget.value },
                      ])
                    }
                  >
                    <option value="">…</option>
                    {SHAPES.map((shape) => (
                      <option key={shape} value={shape}>
                        {text.calendar[shape]}
                      </option>
                    ))}
                  </select>
                </td>
                {line.flighting.map((weight, t) => {
                  const money = amount(line.budget, weight);
                  return (
                    <td key={plan.starts[t]} class={`shade-${most > 0 ? Math.ceil((SHADES * money) / most) : 0}`}>
                      <input
                        type="number"
                        min="0"
                        step="any"
                        value={money}
                        aria-label={text.calendar.cell(
                          lineName(line),
                          formats.period(plan.starts[t] ?? ''),
                          formats.money(money),
                        )}
                        onChange={({ currentTarget }) =>
                          setWeight(line.id, line.budget, line.flighting, t, Number(currentTarget.value))
                        }
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
}

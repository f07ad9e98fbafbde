import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { FLIGHTING_SHAPES, shapeOf } from '../../../scenario/flighting-shapes.js';
import type { LineView } from '../../protocol.js';
import { formatsOf } from '../formats.js';
import { lineName } from '../names.js';
import { AmountInput } from '../parts/amount-input.js';
import { MoneyHandle } from '../parts/money-handle.js';
import { Scrolling } from '../parts/scrolling.js';
import { moveMoney } from '../state/move-money.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';
import { CalendarBands } from './calendar-bands.js';

/** Shades of a cell, from none to the most that a line spends in a period. */
const SHADES = 6;

/**
 * Lines by periods, coloured by money; a line's shape is chosen at its side, a period's amount in its cell, and dragged from
 * there to another period, or moved by the arrow keys.
 */
export function Calendar({ store }: { readonly store: PlanStore }) {
  const text = words();
  const plan = store.plan.value;
  const formats = formatsOf(plan, preferences.value.language);
  const rightToLeft = preferences.value.language === 'ar';
  /** The cell that money is dragged over: `line period`. */
  const over = useSignal('');
  /** The handle to go on with once the plan is read again. */
  const follow = useRef('');
  useEffect(() => {
    if (follow.current === '') return;
    document.getElementById(follow.current)?.focus();
    follow.current = '';
  }, [plan]);
  const amount = (budget: number, weight: number): number => Number((budget * weight).toFixed(plan.currencyDigits));
  const amountsOf = ({ budget, flighting }: LineView): readonly number[] =>
    flighting.map((weight) => amount(budget, weight));
  const most = Math.max(0, ...plan.lines.flatMap(amountsOf));
  const set = (line: LineView, amounts: readonly number[]): void => {
    if (!(line.budget > 0) || amounts.every((one) => one === 0)) return;
    void store.edit([{ kind: 'set', path: ['lines', line.id, 'flighting'], value: amounts }]);
  };
  const move = (line: LineView, from: number, to: number): void => {
    if (to < 0 || to >= plan.periods || from === to) return;
    follow.current = handleId(line.id, to);
    set(line, moveMoney(amountsOf(line), from, to, plan.currencyDigits));
  };
  return (
    <section aria-labelledby="calendar-heading">
      <h2 id="calendar-heading">{text.calendar.heading}</h2>
      <p class="note">{text.calendar.how}</p>
      <Scrolling labelledBy="calendar-heading">
        <table class="calendar">
          <thead>
            <CalendarBands store={store} formats={formats} />
            <tr>
              <th scope="col">
                <span class="unseen">{text.calendar.line}</span>
              </th>
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
                    value={shapeIn(line)}
                    onChange={({ currentTarget }) =>
                      void store.edit([
                        { kind: 'set', path: ['lines', line.id, 'flighting'], value: currentTarget.value },
                      ])
                    }
                  >
                    {shapeIn(line) === '' && (
                      <option value="" disabled>
                        {line.freeFlighting ? text.calendar.free : text.calendar.own}
                      </option>
                    )}
                    {FLIGHTING_SHAPES.map((shape) => (
                      <option key={shape} value={shape}>
                        {text.calendar[shape]}
                      </option>
                    ))}
                  </select>
                </td>
                {amountsOf(line).map((money, t) => {
                  const key = `${line.id} ${t}`;
                  const described = text.calendar.cell(
                    lineName(line),
                    formats.period(plan.starts[t] ?? ''),
                    formats.money(money),
                  );
                  const shade = most > 0 ? Math.ceil((SHADES * money) / most) : 0;
                  return (
                    <td
                      key={plan.starts[t]}
                      data-line={line.id}
                      data-period={t}
                      class={`shade-${shade} ${over.value === key ? 'over' : ''}`}
                    >
                      <AmountInput
                        inCell
                        value={money}
                        label={described}
                        currency={plan.currency}
                        onCommit={(wanted) =>
                          set(
                            line,
                            amountsOf(line).map((one, k) => (k === t ? wanted : one)),
                          )
                        }
                      />
                      <MoneyHandle
                        id={handleId(line.id, t)}
                        label={text.calendar.moveCell(described)}
                        disabled={money === 0}
                        onStep={(step) => move(line, t, t + (rightToLeft ? -step : step))}
                        onOver={(cell) => {
                          over.value = cell?.line === line.id ? `${cell.line} ${cell.period}` : '';
                        }}
                        onDrop={(cell) => {
                          over.value = '';
                          if (cell?.line === line.id) move(line, t, cell.period);
                        }}
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

/** The shape that a line's money has; empty: one of its own, or the optimiser's choice. */
function shapeIn({ freeFlighting, flighting }: LineView): string {
  return freeFlighting ? '' : (shapeOf(flighting) ?? '');
}

function handleId(line: string, period: number): string {
  return `money-${line}-${period}`;
}

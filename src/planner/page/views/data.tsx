import type { PlanView, QuantityView } from '../../protocol.js';
import { formatsOf } from '../formats.js';
import { lineName, names } from '../names.js';
import { isWarmed, quantityRange } from '../parts/quantity-range.js';
import { Scrolling } from '../parts/scrolling.js';
import { SmallDensity } from '../parts/small-density.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

const MONEY = new Set(['cpm', 'order_value', 'cost']);

interface Group {
  readonly name: string;
  readonly figures: readonly { readonly key: string; readonly name: string; readonly quantity: QuantityView }[];
}

/** Every uncertain figure of a plan with its range, its origin and its source; and how the plan was made, where it was from exports. */
export function Data({ store }: { readonly store: PlanStore }) {
  const text = words();
  const plan = store.plan.value;
  const formats = formatsOf(plan, preferences.value.language);
  const groups = groupsOf(plan, text.data.shared);
  const counts = new Map<QuantityView['origin'], number>();
  for (const { quantity } of groups.flatMap(({ figures }) => figures)) {
    counts.set(quantity.origin, (counts.get(quantity.origin) ?? 0) + 1);
  }
  const rangeOf = (key: string, quantity: QuantityView): string => {
    const write = quantity.kind === 'rate' ? formats.share : MONEY.has(key) ? formats.estimate : formats.count;
    return quantityRange(quantity, write);
  };
  return (
    <section aria-labelledby="data-heading">
      <h2 id="data-heading">{text.data.heading}</h2>
      <p class="note">{text.data.note}</p>
      <p>
        {[...counts]
          .sort((a, b) => b[1] - a[1])
          .map(([origin, count]) => text.data.counts(count, text.editor.origins[origin]))
          .join(' · ')}
      </p>
      {plan.notes.length > 0 && (
        <details open>
          <summary>{text.data.made}</summary>
          <ul dir="auto">
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="row">
        <a class="button" href="#/exports">
          {text.data.newer}
        </a>
      </div>
      <Scrolling labelledBy="data-heading">
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{text.data.figure}</th>
              <th scope="col">
                <span class="unseen">{text.data.value}</span>
              </th>
              <th scope="col" class="n">
                {text.data.value}
              </th>
              <th scope="col">{text.data.origin}</th>
              <th scope="col">{text.data.source}</th>
            </tr>
          </thead>
          {groups.map(({ name, figures }) => (
            <tbody key={name}>
              <tr class="group">
                <th scope="rowgroup" colSpan={5}>
                  {name}
                </th>
              </tr>
              {figures.map(({ key, name: figure, quantity }) => (
                <tr key={key}>
                  <th scope="row">{figure}</th>
                  <td>
                    <SmallDensity quantity={quantity} />
                  </td>
                  <td class={isWarmed(quantity) ? 'n in-words' : 'n'}>
                    <span>{rangeOf(key, quantity)}</span>
                  </td>
                  <td>
                    <span class={`badge ${quantity.origin}`}>{text.editor.origins[quantity.origin]}</span>
                  </td>
                  <td class="note" dir="auto">
                    {quantity.source}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Scrolling>
    </section>
  );
}

function groupsOf(plan: PlanView, shared: string): readonly Group[] {
  const { metrics, quantities } = names();
  const nameOf = (key: string): string =>
    metrics[key as keyof typeof metrics] ??
    quantities[key] ??
    words().sources.quantities[key as keyof ReturnType<typeof words>['sources']['quantities']] ??
    key.replaceAll('_', ' ');
  const figures = (of: Readonly<Record<string, QuantityView>>): Group['figures'] =>
    Object.entries(of).map(([key, quantity]) => ({ key, name: nameOf(key), quantity }));
  return [
    ...plan.lines.map((line) => ({ name: lineName(line), figures: figures(line.quantities) })),
    ...plan.sources.map((source) => ({ name: source.name, figures: figures(source.quantities) })),
    { name: shared, figures: figures(plan.economics) },
  ].filter((group) => group.figures.length > 0);
}

import { required } from '../../../required.js';
import type { LineView } from '../../protocol.js';
import type { Formats } from '../formats.js';
import { names } from '../names.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';
import { Fold } from './fold.js';
import { meaningOf } from './meaning.js';
import { QuantityButton } from './quantity-button.js';

const SHOWN = ['audience', 'cpm', 'ctr', 'view_rate', 'cvr', 'match'] as const;
/** Metrics that are money; the others are people or rates. */
const MONEY: ReadonlySet<string> = new Set(['cpm']);

/**
 * A line's uncertain figures. A component by itself, whose properties stay while a slider moves: none of its densities is drawn
 * anew then (signals leave a component alone that is given the same).
 */
export function LineFigures({
  line,
  formats,
  store,
}: {
  readonly line: LineView;
  readonly formats: Formats;
  readonly store: PlanStore;
}) {
  const text = words();
  if (Object.keys(line.quantities).length === 0) return null;
  return (
    <Fold summary={text.plan.figures}>
      {() => (
        <div class="figures">
          {SHOWN.filter(
            (metric) => line.quantities[metric] !== undefined && (metric !== 'match' || line.stage !== 'awareness'),
          ).map((metric) => (
            <QuantityButton
              key={metric}
              name={names().metrics[metric]}
              quantity={required(line.quantities[metric])}
              formats={formats}
              money={MONEY.has(metric)}
              meaning={meaningOf(metric, text.meanings.figures)}
              onEdit={(edits) => void store.edit(edits)}
            />
          ))}
        </div>
      )}
    </Fold>
  );
}

import { useSignal } from '@preact/signals';
import type { Edit, EditValue } from '../../edits/edit-text.js';
import type { BehindView, QuantityView } from '../../protocol.js';
import { words } from '../state/preferences.js';
import { AmountInput } from './amount-input.js';
import { Behind } from './behind.js';

/** Significant digits that a person's guess deserves in a file. */
const DIGITS = 4;
const STEPS = 200;

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** A value as the file has it: `1.2%` of a rate, the number of an amount. */
function written(quantity: QuantityView, value: number): string {
  return quantity.kind === 'rate' ? `${rounded(value * 100)}%` : String(rounded(value));
}

/** Three points as the file has them: an interval, or quantiles where the middle is said, too. */
function rangeFor(quantity: QuantityView, p5: number, p50: number, p95: number): EditValue {
  const middleSaid = Math.abs(p50 - quantity.p50) > 1e-9 * Math.abs(quantity.p50);
  if (!middleSaid) return `${written(quantity, p5)} to ${written(quantity, p95)}`;
  return { dist: 'quantiles', p: [0.05, 0.5, 0.95], x: [rounded(p5), rounded(p50), rounded(p95)] };
}

/**
 * What stands beside a figure once it is changed: what was measured goes on with it, so that it is behind the next choice, too. Another
 * comment of the file's stays as it is (`null`).
 *
 * @param taken what was chosen as it is
 */
function commentOf(quantity: QuantityView, taken: BehindView | null): string | null {
  const measured = quantity.behind.find(({ kind }) => kind === 'measured');
  if (measured === undefined) return null;
  const source = measured.source ?? '';
  if (taken?.kind === 'measured' && source !== '') return source;
  const [p5, p95, p50] = [measured.p5, measured.p95, measured.p50].map((value) => written(quantity, value));
  return `measured ${p5} to ${p95}, middle ${p50}${source === '' ? '' : `; ${source}`}`;
}

/** Three handles to drag or type: low, middle, high; or one value that is known. */
export function QuantityEditor({
  name,
  quantity,
  write,
  onEdit,
  onCancel,
}: {
  readonly name: string;
  readonly quantity: QuantityView;
  /** As people write such a figure. */
  readonly write: (value: number) => string;
  readonly onEdit: (edits: readonly Edit[]) => void;
  readonly onCancel: () => void;
}) {
  const text = words();
  const exact = useSignal(quantity.fixed);
  const points = useSignal({ p5: quantity.p5, p50: quantity.p50, p95: quantity.p95 });
  const scale = quantity.kind === 'rate' ? 100 : 1;
  const { p5, p50, p95 } = points.value;
  const rises = p5 < p50 && p50 < p95;
  const most = Math.max(quantity.p95 * 2, p95) || 1;
  const handle = (key: 'p5' | 'p50' | 'p95', label: string) => (
    <label class="handle">
      {label}
      <input
        type="range"
        min="0"
        max={most}
        step={most / STEPS}
        value={points.value[key]}
        aria-valuetext={written(quantity, points.value[key])}
        onInput={({ currentTarget }) => {
          points.value = { ...points.value, [key]: Number(currentTarget.value) };
        }}
      />
      <span class="typed">
        <AmountInput
          inCell
          label={label}
          value={rounded(points.value[key] * scale)}
          step={rounded((most * scale) / STEPS)}
          onCommit={(value) => {
            points.value = { ...points.value, [key]: value / scale };
          }}
        />
        {quantity.kind === 'rate' ? '%' : ''}
      </span>
    </label>
  );
  /** The measurement that is taken as it is: it counts as one again. */
  const taken = useSignal<BehindView | null>(null);
  const use = (behind: BehindView): void => {
    exact.value = false;
    taken.value = behind;
    points.value = { p5: behind.p5, p50: behind.p50, p95: behind.p95 };
  };
  const apply = (): void => {
    const value = exact.value ? written(quantity, p50) : rangeFor(quantity, p5, p50, p95);
    const number = typeof value === 'string' && exact.value && quantity.kind === 'amount' ? Number(value) : value;
    const comment = commentOf(quantity, taken.value?.p50 === p50 && taken.value.p5 === p5 ? taken.value : null);
    onEdit([{ kind: 'set', path: quantity.path, value: number, ...(comment === null ? {} : { comment }) }]);
  };
  return (
    <fieldset class="editor">
      <legend>{text.editor.heading(name)}</legend>
      {quantity.source !== null && quantity.behind.length === 0 && <p class="note">{quantity.source}</p>}
      <Behind
        quantity={quantity}
        points={exact.value ? { p5: p50, p50, p95: p50 } : points.value}
        write={write}
        onUse={use}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={exact.value}
          onChange={({ currentTarget }) => {
            exact.value = currentTarget.checked;
          }}
        />
        {text.editor.known}
      </label>
      {exact.value ? (
        handle('p50', text.editor.value)
      ) : (
        <>
          {handle('p5', text.editor.p5)}
          {handle('p50', text.editor.p50)}
          {handle('p95', text.editor.p95)}
        </>
      )}
      {!exact.value && !rises && (
        <p class="failure" role="alert">
          {text.editor.order}
        </p>
      )}
      <div class="row">
        <button type="button" class="primary" disabled={!exact.value && !rises} onClick={apply}>
          {text.editor.apply}
        </button>
        <button type="button" onClick={onCancel}>
          {text.editor.cancel}
        </button>
      </div>
    </fieldset>
  );
}

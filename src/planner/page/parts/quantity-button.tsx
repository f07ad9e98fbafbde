import { useSignal } from '@preact/signals';
import type { Edit } from '../../edits/edit-text.js';
import type { QuantityView } from '../../protocol.js';
import type { FigureMeaning } from '../../words/meanings.js';
import type { Formats } from '../formats.js';
import { words } from '../state/preferences.js';
import { Meaning } from './meaning.js';
import { QuantityEditor } from './quantity-editor.js';
import { quantityRange } from './quantity-range.js';
import { SmallDensity } from './small-density.js';

/** An uncertain figure: a small density and its range, which opens its editor. */
export function QuantityButton({
  name,
  quantity,
  formats,
  money,
  meaning = null,
  onEdit,
}: {
  readonly name: string;
  readonly quantity: QuantityView;
  readonly formats: Formats;
  readonly money: boolean;
  /** What it means, where that isn't said by its key. */
  readonly meaning?: FigureMeaning | null;
  readonly onEdit: (edits: readonly Edit[]) => void;
}) {
  const open = useSignal(false);
  const text = words();
  const write = (value: number): string =>
    quantity.kind === 'rate' ? formats.share(value) : money ? formats.estimate(value) : formats.count(value);
  const value = quantityRange(quantity, write);
  return (
    <span class="quantity">
      <button
        type="button"
        class="figure"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <span class="figure-name">{name}</span>
        <SmallDensity quantity={quantity} />
        <span class="figure-value">{value}</span>
        <span class={`origin ${quantity.origin}`}>{text.editor.origins[quantity.origin]}</span>
        <span class="unseen">{text.editor.edit}</span>
      </button>
      {meaning !== null && <Meaning of={meaning} name={name} />}
      {open.value && (
        <QuantityEditor
          name={name}
          quantity={quantity}
          write={write}
          onCancel={() => {
            open.value = false;
          }}
          onEdit={(edits) => {
            open.value = false;
            onEdit(edits);
          }}
        />
      )}
    </span>
  );
}

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { LineView } from '../../protocol.js';
import { lineName } from '../names.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';

/** A line's copy for another segment: the same assumptions, no money yet. */
export function DuplicateLine({ line, store }: { readonly line: LineView; readonly store: PlanStore }) {
  const text = words();
  const asked = useSignal<string | null>(null);
  const id = useId();
  const others = store.plan.value.lines.filter(
    ({ platform, stage }) => platform === line.platform && stage === line.stage,
  );
  const isTaken = (segment: string): boolean => others.some((one) => (one.segment ?? '') === segment);
  const wanted = asked.value?.trim() ?? '';
  const make = (event: Event): void => {
    event.preventDefault();
    asked.value = null;
    void store.edit([{ kind: 'duplicate', path: ['lines', line.id], values: { segment: wanted, budget: 0 } }]);
  };
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-label={text.plan.duplicate(lineName(line))}
        aria-expanded={asked.value !== null}
        onClick={() => {
          asked.value = asked.value === null ? freeSegment(line.segment, text.plan.copy, isTaken) : null;
        }}
      >
        {text.plan.duplicateShort}
      </button>
      {asked.value !== null && (
        <form class="editor copy" onSubmit={make}>
          <label>
            {text.plan.segmentOfCopy}{' '}
            <input
              // What was asked for is what is typed next.
              ref={(element) => {
                if (element !== null && element.dataset.reached === undefined) {
                  element.dataset.reached = '';
                  element.select();
                }
              }}
              value={asked.value}
              required
              maxLength={60}
              aria-describedby={id}
              onInput={({ currentTarget }) => {
                asked.value = currentTarget.value;
              }}
              onKeyDown={(event) => {
                if (event.key === 'Escape') asked.value = null;
              }}
            />
          </label>
          <p class="note" id={id}>
            {text.plan.copyNote}
          </p>
          <div class="row">
            <button type="submit" class="primary" disabled={wanted === '' || isTaken(wanted)}>
              {text.plan.make}
            </button>
            <button
              type="button"
              onClick={() => {
                asked.value = null;
              }}
            >
              {text.editor.cancel}
            </button>
          </div>
        </form>
      )}
    </>
  );
}

/** `women copy`, `women copy 2`, …: the first that no line of the kind has. */
function freeSegment(segment: string | null, copy: string, isTaken: (segment: string) => boolean): string {
  const first = segment === null ? copy : `${segment} ${copy}`;
  for (let k = 1; ; k++) {
    const name = k === 1 ? first : `${first} ${k}`;
    if (!isTaken(name)) return name;
  }
}

import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { LineView } from '../../protocol.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';

const segmentsLike = (line: LineView, store: PlanStore): ReadonlySet<string> =>
  new Set(
    store.plan.value.lines
      .filter(({ platform, stage }) => platform === line.platform && stage === line.stage)
      .map(({ segment }) => segment ?? ''),
  );

/** A line's copy for another segment: the same assumptions, no money yet. @param asked the segment's name, while it is asked for */
export function DuplicateLine({
  line,
  store,
  asked,
}: {
  readonly line: LineView;
  readonly store: PlanStore;
  readonly asked: Signal<string | null>;
}) {
  const text = words();
  const id = useId();
  const taken = segmentsLike(line, store);
  const wanted = asked.value?.trim() ?? '';
  const make = (event: Event): void => {
    event.preventDefault();
    asked.value = null;
    void store.edit([{ kind: 'duplicate', path: ['lines', line.id], values: { segment: wanted, budget: 0 } }]);
  };
  return (
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
          value={asked.value ?? ''}
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
        <button type="submit" class="primary" disabled={wanted === '' || taken.has(wanted)}>
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
  );
}

/** What a copy's segment is called unless somebody says otherwise: `women copy`, `women copy 2`, …, the first that no line of the kind has. */
export function segmentOfCopy(line: LineView, store: PlanStore): string {
  const { copy } = words().plan;
  const taken = segmentsLike(line, store);
  const first = line.segment === null ? copy : `${line.segment} ${copy}`;
  for (let k = 1; ; k++) {
    const name = k === 1 ? first : `${first} ${k}`;
    if (!taken.has(name)) return name;
  }
}

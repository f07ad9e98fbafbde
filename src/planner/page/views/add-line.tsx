import { useSignal } from '@preact/signals';
import { STAGES } from '../../stages.js';
import { PLATFORM_IDS, stageName } from '../names.js';
import { PlatformChoice } from '../parts/platform-choice.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';

/** Another line: platform, stage, maybe a segment; it begins without money. */
export function AddLine({ store }: { readonly store: PlanStore }) {
  const text = words();
  const platform = useSignal<string>(PLATFORM_IDS[0]);
  const stage = useSignal<string>(STAGES[0]);
  const segment = useSignal('');
  const wanted = segment.value.trim();
  const taken = store.plan.value.lines.some(
    (line) => line.platform === platform.value && line.stage === stage.value && (line.segment ?? '') === wanted,
  );
  return (
    <details class="add">
      <summary>{text.plan.add}</summary>
      <div class="row">
        <PlatformChoice platform={platform} />
        <label>
          {text.plan.stage}
          <select
            value={stage.value}
            onChange={({ currentTarget }) => {
              stage.value = currentTarget.value;
            }}
          >
            {STAGES.map((id) => (
              <option key={id} value={id}>
                {stageName(id)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.plan.segment}{' '}
          <input
            value={segment.value}
            maxLength={60}
            onInput={({ currentTarget }) => {
              segment.value = currentTarget.value;
            }}
          />
        </label>
        <button
          type="button"
          disabled={taken}
          onClick={() =>
            void store.edit([
              {
                kind: 'append',
                path: ['lines'],
                value: {
                  platform: platform.value,
                  stage: stage.value,
                  ...(wanted === '' ? {} : { segment: wanted }),
                  budget: 0,
                },
              },
            ])
          }
        >
          {text.plan.add}
        </button>
      </div>
    </details>
  );
}

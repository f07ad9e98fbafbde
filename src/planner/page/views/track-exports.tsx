import { useSignal } from '@preact/signals';
import { Failure } from '../parts/failure.js';
import type { ActualsStore } from '../state/actuals-store.js';
import { words } from '../state/preferences.js';

/** Exports: dropped here or chosen from those that lie in the folder. */
export function TrackExports({ actuals }: { readonly actuals: ActualsStore }) {
  const text = words().track;
  const over = useSignal(false);
  const take = (list: FileList | null | undefined): void => {
    if (list !== null && list !== undefined && list.length > 0) void actuals.drop([...list]);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way; the button within is the other */}
      <div
        class={over.value ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => {
          over.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          over.value = false;
          take(event.dataTransfer?.files);
        }}
      >
        <label class="choose">
          {text.drop}
          <input
            type="file"
            class="unseen"
            multiple
            accept=".csv,.tsv,.txt,.xlsx"
            disabled={actuals.busy.value}
            onChange={({ currentTarget }) => {
              take(currentTarget.files);
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <Failure error={actuals.failure.value} />
      {actuals.files.value.length > 0 && (
        <fieldset>
          <legend>{text.files}</legend>
          <ul class="files">
            {actuals.files.value.map(({ name, dropped }) => (
              <li key={name} class="row">
                <label class="choice">
                  <input
                    type="checkbox"
                    checked={actuals.chosen.value.includes(name)}
                    onChange={({ currentTarget }) => actuals.choose(name, currentTarget.checked)}
                  />
                  <bdi>{name.split('/').at(-1)}</bdi>
                </label>
                {dropped && (
                  <button
                    type="button"
                    class="quiet"
                    aria-label={text.removeOf(name.split('/').at(-1) ?? name)}
                    onClick={() => void actuals.remove(name)}
                  >
                    {text.remove}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </>
  );
}

import type { Signal } from '@preact/signals';
import { PLATFORM_IDS, platformName } from '../names.js';
import { words } from '../state/preferences.js';

/** The platform of a row that is to be added. */
export function PlatformChoice({ platform }: { readonly platform: Signal<string> }) {
  return (
    <label>
      {words().plan.platform}{' '}
      <select
        value={platform.value}
        onChange={({ currentTarget }) => {
          platform.value = currentTarget.value;
        }}
      >
        {PLATFORM_IDS.map((id) => (
          <option key={id} value={id}>
            {platformName(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

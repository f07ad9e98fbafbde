import { useSignal } from '@preact/signals';
import type { Stage } from '../../../../scenario/types.js';
import type { CampaignView } from '../../../exports-protocol.js';
import { STAGES } from '../../../stages.js';
import { formatsOf } from '../../formats.js';
import { platformName, stageName } from '../../names.js';
import { Scrolling } from '../../parts/scrolling.js';
import { type ExportDoor, keyOf } from '../../state/export-door.js';
import { preferences, words } from '../../state/preferences.js';

const SHOWN = 12;
const SKIP = 'skip';

/** Which campaign is for which stage: guessed from objectives and names, for a person to correct. */
export function Campaigns({
  campaigns,
  currency,
  door,
}: {
  readonly campaigns: readonly CampaignView[];
  readonly currency: string;
  readonly door: ExportDoor;
}) {
  const text = words();
  const all = useSignal(false);
  const formats = formatsOf({ currency }, preferences.value.language);
  const shown = all.value ? campaigns : campaigns.slice(0, SHOWN);
  const hidden = campaigns.length - shown.length;
  return (
    <section aria-labelledby="match-heading">
      <h2 id="match-heading">{text.exports.steps.match}</h2>
      <p class="note">{text.exports.campaigns}</p>
      <Scrolling labelledBy="match-heading">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.exports.campaign}</th>
              <th scope="col" class="n">
                {text.exports.spend}
              </th>
              <th scope="col">{text.exports.stage}</th>
              <th scope="col">{text.exports.why}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => {
              const key = keyOf(one);
              const corrected = door.stages.value.get(key);
              const stage = corrected === undefined ? one.stage : corrected;
              return (
                <tr key={key}>
                  <th scope="row" dir="auto">
                    {one.campaign || '–'} <span class="note">{platformName(one.platform)}</span>
                  </th>
                  <td class="n">{formats.money(one.spend)}</td>
                  <td>
                    <select
                      aria-label={text.exports.stageOf(one.campaign || platformName(one.platform))}
                      value={stage ?? SKIP}
                      onChange={({ currentTarget }) => {
                        const wanted = STAGES.find((id) => id === currentTarget.value) ?? null;
                        door.stages.value = new Map<string, Stage | null>(door.stages.value).set(key, wanted);
                      }}
                    >
                      {STAGES.map((id) => (
                        <option key={id} value={id}>
                          {stageName(id)}
                        </option>
                      ))}
                      <option value={SKIP}>{text.exports.skip}</option>
                    </select>
                  </td>
                  <td class="note" dir="auto">
                    {corrected === undefined ? one.evidence : ''}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolling>
      {hidden > 0 && (
        <button
          type="button"
          onClick={() => {
            all.value = true;
          }}
        >
          {text.exports.more(String(hidden))}
        </button>
      )}
    </section>
  );
}

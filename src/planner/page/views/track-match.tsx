import type { StoredCampaign } from '../../../track/index.js';
import { lineName, platformName } from '../names.js';
import { Scrolling } from '../parts/scrolling.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';

const NONE = '';

/** Which campaign is for which line, to be changed; campaigns of no line come first. */
export function TrackMatch({
  match,
  store,
  onPut,
}: {
  readonly match: readonly StoredCampaign[];
  readonly store: PlanStore;
  readonly onPut: (campaign: StoredCampaign) => void;
}) {
  const text = words().track;
  const { lines } = store.plan.value;
  const known = new Set(lines.map(({ id }) => id));
  const belongs = ({ line }: StoredCampaign): boolean => line !== null && known.has(line);
  const rows = [...match].sort((a, b) => Number(belongs(a)) - Number(belongs(b)));
  return (
    <section aria-labelledby="match-heading" class="match">
      <h2 id="match-heading">{text.match}</h2>
      <p class="note">{text.matchNote}</p>
      <Scrolling labelledBy="match-heading">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.campaign}</th>
              <th scope="col">{text.platform}</th>
              <th scope="col">{text.line}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={`${one.platform}\n${one.campaign}`} class={belongs(one) ? undefined : 'apart'}>
                <th scope="row">
                  <bdi>{one.campaign}</bdi>
                </th>
                <td>{platformName(one.platform)}</td>
                <td>
                  <select
                    aria-label={text.lineOf(one.campaign)}
                    value={one.line ?? NONE}
                    onChange={({ currentTarget: { value } }) =>
                      onPut({
                        platform: one.platform,
                        campaign: one.campaign,
                        line: value === NONE ? null : value,
                      })
                    }
                  >
                    <option value={NONE}>{text.none}</option>
                    {lines.map((line) => (
                      <option key={line.id} value={line.id}>
                        {lineName(line)}
                      </option>
                    ))}
                    {one.line !== null && !known.has(one.line) && (
                      <option value={one.line}>{text.unknown(one.line)}</option>
                    )}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
}

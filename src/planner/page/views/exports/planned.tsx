import { localeFor } from '../../../../units/locale.js';
import { writeNumber } from '../../../../units/number-format.js';
import type { ExportsReading, PlannedView } from '../../../exports-protocol.js';
import { formatsOf } from '../../formats.js';
import { platformName, stageName } from '../../names.js';
import { Scrolling } from '../../parts/scrolling.js';
import { preferences, words } from '../../state/preferences.js';

/** A file that is a plan already: its rows as they were read. */
export function Planned({ reading, planned }: { readonly reading: ExportsReading; readonly planned: PlannedView }) {
  const text = words();
  const { kind, rows } = planned;
  const { language } = preferences.value;
  const plain = (amount: number): string =>
    writeNumber(amount, localeFor({ locale: language }), { maximumFractionDigits: 3 });
  const formats = formatsOf({ currency: reading.currency ?? 'USD' }, language);
  return (
    <section aria-labelledby="says-heading">
      <h2 id="says-heading">{text.exports.planned.says}</h2>
      <p>{kind === 'workbook' ? text.exports.planned.workbook : text.exports.planned.mediaPlan}</p>
      {reading.notes.length > 0 && (
        <ul class="note" dir="auto">
          {reading.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Scrolling labelledBy="says-heading">
        <table>
          <thead>
            <tr>
              <th scope="col" class="n">
                {text.exports.planned.rowName}
              </th>
              <th scope="col">{text.exports.platform}</th>
              <th scope="col">{text.exports.stage}</th>
              <th scope="col" class="n">
                {text.exports.planned.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, platform, stage, name, amount }) => (
              <tr key={row}>
                <td class="n">{row}</td>
                <th scope="row" dir="auto">
                  {platform === null ? name : platformName(platform)}
                </th>
                <td>{stage === null ? '' : stageName(stage)}</td>
                <td class="n">
                  {amount === null ? '' : reading.currency === null ? plain(amount) : formats.money(amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
}

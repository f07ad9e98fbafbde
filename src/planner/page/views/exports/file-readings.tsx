import { useSignal } from '@preact/signals';
import { capital } from '../../../../report/capital.js';
import { formatCount } from '../../../../units/count.js';
import { formatDate } from '../../../../units/period.js';
import type { ExportFileView, ExportsReading } from '../../../exports-protocol.js';
import { platformName } from '../../names.js';
import { Scrolling } from '../../parts/scrolling.js';
import type { ExportDoor } from '../../state/export-door.js';
import { preferences, words } from '../../state/preferences.js';
import { COLUMN_FIELDS, fieldName, saidOfColumns, sayOfColumns } from './column-fields.js';

const isOffered = (field: string): boolean => COLUMN_FIELDS.some((one) => one === field);

/** What was read of each file, what was set aside and why, and what each column was taken for. */
export function FileReadings({ reading, door }: { readonly reading: ExportsReading; readonly door: ExportDoor }) {
  const text = words();
  const { language } = preferences.value;
  return (
    <section aria-labelledby="read-heading">
      <h2 id="read-heading">{text.exports.steps.read}</h2>
      {reading.files.map((file) => (
        <FileReading key={file.file} file={file} door={door} />
      ))}
      {reading.notes.length > 0 && (
        <ul class="note" dir="auto">
          {reading.notes.map((note) => (
            <li key={note}>{capital(note, language)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FileReading({ file, door }: { readonly file: ExportFileView; readonly door: ExportDoor }) {
  const text = words();
  const locale = preferences.value.language;
  const count = (value: number): string => formatCount(value, { locale });
  const date = (day: string): string => formatDate(day, { locale, style: 'long' });
  const id = `reading-${file.file.replace(/[^\w-]/g, '_')}`;
  const said = saidOfColumns(door, file.file);
  const changed = useSignal(false);
  const grave = file.findings.filter(({ level }) => level === 'refusal');
  const warnings = file.findings.filter(({ level }) => level === 'warning');
  return (
    <article class="reading" aria-labelledby={id}>
      <h3 id={id}>
        <bdi>{file.file}</bdi>
      </h3>
      {!file.read && (
        <div class="failure">
          <p>{capital(text.exports.notRead, locale)}</p>
          <ul dir="auto">
            {grave.map(({ message }) => (
              <li key={message}>{capital(message, locale)}</li>
            ))}
          </ul>
        </div>
      )}
      {file.read && (
        <>
          <dl class="facts">
            <div>
              <dt>{text.exports.rows(count(file.kept), count(file.rows))}</dt>
              <dd>{file.leftOut.map(({ kind, count: n }) => text.exports.leftOut(count(n), kind)).join(', ')}</dd>
            </div>
            <div>
              <dt>{text.exports.period}</dt>
              <dd>{file.period === null ? '–' : `${date(file.period.first)} – ${date(file.period.last)}`}</dd>
            </div>
            <div>
              <dt>{text.exports.spend}</dt>
              <dd>{file.spend.length === 0 ? '–' : file.spend.join(', ')}</dd>
            </div>
            <div>
              <dt>{text.exports.platform}</dt>
              <dd>{file.platforms.length === 0 ? '–' : file.platforms.map(platformName).join(', ')}</dd>
            </div>
          </dl>
          {warnings.length > 0 && (
            <div class="warning">
              <p>{text.exports.warnings}</p>
              <ul dir="auto">
                {warnings.map(({ message }) => (
                  <li key={message}>{capital(message, locale)}</li>
                ))}
              </ul>
            </div>
          )}
          {file.examples.length > 0 && (
            <details>
              <summary>
                {text.exports.aside(count(file.setAside.reduce((sum, { count: n }) => sum + n, 0)))}:{' '}
                {file.setAside.map(({ reason, count: n }) => `${count(n)} ${reason}`).join(', ')}
              </summary>
              <Scrolling labelledBy={id}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col" class="n">
                        {text.exports.row}
                      </th>
                      <th scope="col">{text.exports.reason}</th>
                      <th scope="col">{text.exports.detail}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {file.examples.map(({ row, reason, detail }) => (
                      <tr key={row}>
                        <td class="n">{row}</td>
                        <td>{reason}</td>
                        <td>{detail}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scrolling>
            </details>
          )}
          <details>
            <summary>{text.exports.columns}</summary>
            <Scrolling labelledBy={id}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{text.exports.column}</th>
                    <th scope="col">{text.exports.field}</th>
                    <th scope="col">{text.exports.because}</th>
                  </tr>
                </thead>
                <tbody>
                  {file.columns.map(({ header, field, because }, k) => (
                    <tr key={`${header} ${k}`}>
                      <th scope="row" dir="auto">
                        {header}
                      </th>
                      <td>
                        <select
                          aria-label={text.exports.fieldOf(header)}
                          value={said[header] ?? field ?? ''}
                          onChange={({ currentTarget }) => {
                            sayOfColumns(door, file.file, { ...said, [header]: currentTarget.value });
                            changed.value = true;
                          }}
                        >
                          {field === null && <option value="">{text.exports.unused}</option>}
                          {field !== null && !isOffered(field) && <option value={field}>{fieldName(field)}</option>}
                          {COLUMN_FIELDS.map((one) => (
                            <option key={one} value={one}>
                              {fieldName(one)}
                            </option>
                          ))}
                        </select>
                      </td>
                      <td class="note">{because}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolling>
            {changed.value && (
              <button type="button" class="primary" onClick={() => door.readAgain()}>
                {text.exports.answer}
              </button>
            )}
          </details>
        </>
      )}
    </article>
  );
}

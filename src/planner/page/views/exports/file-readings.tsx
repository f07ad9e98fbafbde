import { formatCount } from '../../../../units/count.js';
import { formatDate } from '../../../../units/period.js';
import type { ExportFileView, ExportsReading } from '../../../exports-protocol.js';
import { platformName } from '../../names.js';
import { Scrolling } from '../../parts/scrolling.js';
import { preferences, words } from '../../state/preferences.js';

/** What was read of each file, what was set aside and why, and what each column was taken for. */
export function FileReadings({ reading }: { readonly reading: ExportsReading }) {
  const text = words();
  return (
    <section aria-labelledby="read-heading">
      <h2 id="read-heading">{text.exports.steps.read}</h2>
      {reading.files.map((file) => (
        <FileReading key={file.file} file={file} />
      ))}
      {reading.notes.length > 0 && (
        <ul class="note" dir="auto">
          {reading.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FileReading({ file }: { readonly file: ExportFileView }) {
  const text = words();
  const locale = preferences.value.language;
  const count = (value: number): string => formatCount(value, { locale });
  const date = (day: string): string => formatDate(day, { locale, style: 'long' });
  const id = `reading-${file.file.replace(/[^\w-]/g, '_')}`;
  const grave = file.findings.filter(({ level }) => level === 'refusal');
  const warnings = file.findings.filter(({ level }) => level === 'warning');
  return (
    <article class="reading" aria-labelledby={id}>
      <h3 id={id} dir="auto">
        {file.file}
      </h3>
      {!file.read && (
        <div class="failure">
          <p>{text.exports.notRead}</p>
          <ul dir="auto">
            {grave.map(({ message }) => (
              <li key={message}>{message}</li>
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
                  <li key={message}>{message}</li>
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
                      <td>{field === null ? text.exports.unused : fieldName(field)}</td>
                      <td class="note">{because}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolling>
          </details>
        </>
      )}
    </article>
  );
}

/** A field by its name in the page's language, where it has one. */
function fieldName(field: string): string {
  const { fields } = words().exports;
  return fields[field as keyof typeof fields] ?? field.replaceAll('_', ' ');
}

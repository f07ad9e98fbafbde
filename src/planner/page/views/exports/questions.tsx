import { useSignal } from '@preact/signals';
import type { ExportAnswers, ExportFileView, ExportQuestion, ExportsReading } from '../../../exports-protocol.js';
import { CURRENCIES } from '../../currencies.js';
import { PLATFORM_IDS, platformName } from '../../names.js';
import type { ExportDoor } from '../../state/export-door.js';
import { words } from '../../state/preferences.js';
import { COLUMN_FIELDS, fieldName, saidOfColumns, sayOfColumns } from './column-fields.js';

/** What the files leave open, each question where its answer is given. */
export function Questions({ reading, door }: { readonly reading: ExportsReading; readonly door: ExportDoor }) {
  const text = words();
  const { questions, refusals } = reading;
  return (
    <section aria-labelledby="open-heading">
      <h2 id="open-heading">{text.exports.steps.open}</h2>
      {questions.length === 0 && refusals.length === 0 && <p class="met">{text.exports.nothingOpen}</p>}
      {refusals.length > 0 && (
        <div class="failure" role="alert" dir="auto">
          {refusals.map((refusal) => (
            <p key={refusal}>{refusal}</p>
          ))}
        </div>
      )}
      {questions.length > 0 && (
        <form
          class="brief"
          onSubmit={(event) => {
            event.preventDefault();
            door.readAgain();
          }}
        >
          {questions.map((question) => (
            <Asked
              key={`${question.about} ${question.file}`}
              question={question}
              file={reading.files.find(({ file }) => file === question.file)}
              door={door}
            />
          ))}
          <button type="submit" class="primary">
            {text.exports.answer}
          </button>
        </form>
      )}
    </section>
  );
}

function Asked({
  question: { about, file: name, text: asked },
  file,
  door,
}: {
  readonly question: ExportQuestion;
  readonly file: ExportFileView | undefined;
  readonly door: ExportDoor;
}) {
  const text = words();
  const give = (answer: Partial<ExportAnswers>): void => {
    door.answers.value = { ...door.answers.value, ...answer };
  };
  const { answers } = door;
  const radio = (group: string, label: string, checked: boolean, answer: Partial<ExportAnswers>) => (
    <label class="choice">
      <input type="radio" name={group} required checked={checked} onChange={() => give(answer)} />
      {label}
    </label>
  );
  return (
    <fieldset>
      <legend dir="auto">{asked.replace(/ \([^()]*\)$/, '')}</legend>
      {about === 'currency' && (
        <label>
          {text.exports.currency}
          <select
            required
            value={answers.value.currency ?? ''}
            onChange={({ currentTarget }) => give({ currency: currentTarget.value })}
          >
            <option value="" disabled>
              {text.exports.choice}
            </option>
            {CURRENCIES.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
      {about === 'platform' && name !== null && (
        <label>
          {text.exports.platformOf(name)}
          <select
            required
            value={answers.value.platforms[name] ?? ''}
            onChange={({ currentTarget }) =>
              give({ platforms: { ...answers.value.platforms, [name]: currentTarget.value } })
            }
          >
            <option value="" disabled>
              {text.exports.choice}
            </option>
            {PLATFORM_IDS.map((id) => (
              <option key={id} value={id}>
                {platformName(id)}
              </option>
            ))}
          </select>
        </label>
      )}
      {about === 'dates' && (
        <div class="choices">
          {radio('dates', text.exports.dayFirst, answers.value.dayFirst === true, { dayFirst: true })}
          {radio('dates', text.exports.monthFirst, answers.value.dayFirst === false, { dayFirst: false })}
        </div>
      )}
      {about === 'decimals' && (
        <div class="choices">
          {radio('decimals', text.exports.point, answers.value.decimal === '.', { decimal: '.' })}
          {radio('decimals', text.exports.comma, answers.value.decimal === ',', { decimal: ',' })}
        </div>
      )}
      {about === 'columns' && name !== null && <Columns name={name} file={file} door={door} />}
    </fieldset>
  );
}

/** Names columns one after another: the name as it stands in the file, and what it is. */
function Columns({
  name,
  file,
  door,
}: {
  readonly name: string;
  readonly file: ExportFileView | undefined;
  readonly door: ExportDoor;
}) {
  const text = words();
  const header = useSignal('');
  const field = useSignal<string>(COLUMN_FIELDS[0]);
  const given = saidOfColumns(door, name);
  const set = (columns: Readonly<Record<string, string>>): void => sayOfColumns(door, name, columns);
  const listId = `headers-${name.replace(/[^\w-]/g, '_')}`;
  return (
    <>
      {file?.beginning != null && (
        <details open>
          <summary>{text.exports.beginning(name)}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
          <pre tabIndex={0} dir="ltr">
            {file.beginning}
          </pre>
        </details>
      )}
      <ul class="files">
        {Object.entries(given).map(([column, what]) => (
          <li key={column}>
            <span dir="auto">
              {column} → {fieldName(what)}
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={text.exports.remove(column)}
              onClick={() => set(Object.fromEntries(Object.entries(given).filter(([key]) => key !== column)))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div class="row">
        <label>
          {text.exports.header}
          <input
            value={header.value}
            list={listId}
            maxLength={200}
            onInput={({ currentTarget }) => {
              header.value = currentTarget.value;
            }}
          />
        </label>
        <datalist id={listId}>
          {headersIn(file).map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <label>
          {text.exports.isField}
          <select
            value={field.value}
            onChange={({ currentTarget }) => {
              field.value = currentTarget.value;
            }}
          >
            {COLUMN_FIELDS.map((one) => (
              <option key={one} value={one}>
                {fieldName(one)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          disabled={header.value.trim() === ''}
          onClick={() => {
            set({ ...given, [header.value.trim()]: field.value });
            header.value = '';
          }}
        >
          {text.exports.addColumn}
        </button>
      </div>
    </>
  );
}

/** Cells of the file's first lines, as headers to choose from. */
function headersIn(file: ExportFileView | undefined): readonly string[] {
  const cells = (file?.beginning ?? '')
    .split('\n')
    .slice(0, 6)
    .flatMap((line) => line.split(/[,;\t]/))
    .map((cell) => cell.trim().replace(/^"|"$/g, ''))
    .filter((cell) => cell !== '' && !/^[\d\s.,:/-]+$/.test(cell));
  return [...new Set([...(file?.columns ?? []).map(({ header }) => header), ...cells])].slice(0, 60);
}

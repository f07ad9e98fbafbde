import { aliasesOf } from './aliases/index.js';
import { readDate } from './dates.js';
import { type Field, isFigure } from './fields.js';
import { normalizeHeader, visible } from './header-name.js';
import { periodNamed } from './period-names.js';
import { platformIn } from './platform-names.js';

/** A column of one platform or channel, where several stand side by side in a row. */
interface WideColumn {
  readonly index: number;
  /** Platform as scenarios write it, or the file's own name of a channel. */
  readonly group: string;
  readonly field: Field;
}

/** Names that only a file with platforms side by side uses so: what a platform's ads cost that day. */
const WIDE_NAMES: ReadonlyMap<string, Field> = new Map([
  ['cost per ad', 'spend'],
  ['cost of ad', 'spend'],
]);

/** Suffixes of media mix modelling: `tv_S` is spend, `facebook_I` impressions, `search_clicks_P` clicks. */
const MODEL_SUFFIX = /^(.*?)_(?:(S)|(I)|clicks_(P))$/;

/** What stands before a figure to say which of its kind it is, and is no channel: `Planned spend` beside `Actual spend`. */
const OF_A_KIND = new Set(
  'plan planned planning budgeted budget target forecast forecasted expected estimated actual real previous prior last current net gross total'.split(
    ' ',
  ),
);

/** Beside platforms, what they come to together. */
const SUM_OF_ALL = /^(?:total|grand total|overall|toplam|genel toplam|cemi|gesamt|итого|всего|общий|المجموع) /u;

function fieldOf(header: string): Field | null {
  const name = normalizeHeader(header);
  return WIDE_NAMES.get(name) ?? aliasesOf(header).find((alias) => alias.language === 'en')?.field ?? null;
}

/** Platform and field of a header like `Facebook Ad Views`, `tv_S`, `AwarenessVideo_spend`; `null` for any other. */
function splitWideHeader(header: string): { readonly group: string; readonly field: Field } | null {
  const model = MODEL_SUFFIX.exec(visible(header));
  if (model?.[1]) {
    return {
      group: platformIn(model[1])?.platform ?? model[1],
      field: model[2] ? 'spend' : model[3] ? 'impressions' : 'clicks',
    };
  }
  const name = normalizeHeader(header);
  const named = platformIn(visible(header));
  if (named !== null) {
    const field = fieldOf(visible(header).replace(new RegExp(named.word, 'gi'), ' '));
    return field === null ? null : { group: named.platform, field };
  }
  const words = name.split(' ');
  if (OF_A_KIND.has(words[0] ?? '')) return null;
  for (const length of [2, 1]) {
    const tail = words.slice(-length).join(' ');
    const field = words.length > length ? fieldOf(tail) : null;
    if (field === null || !isFigure(field)) continue;
    const group = visible(header).replace(/[\s_.-]*\p{L}+$/u, '');
    return { group: length === 1 ? group : words.slice(0, -length).join(' '), field };
  }
  return null;
}

/**
 * The columns of a file that has platforms side by side; `null` where it hasn't: a plain column of spend, or fewer than
 * two groups with spend, but for one that names a platform and has another figure, too, as beside a shop's sales.
 */
export function wideColumns(headers: readonly string[]): readonly WideColumn[] | null {
  const hasPlainSpend = headers.some(
    (header) => !SUM_OF_ALL.test(normalizeHeader(header)) && aliasesOf(header).some((alias) => alias.field === 'spend'),
  );
  if (hasPlainSpend) return null;
  const found: WideColumn[] = [];
  for (const [index, header] of headers.entries()) {
    if (aliasesOf(header).length > 0) continue;
    const split = splitWideHeader(header);
    if (split !== null) found.push({ index, ...split });
  }
  const figures = new Map<string, Set<Field>>();
  for (const { group, field } of found) {
    if (!isFigure(field)) continue;
    const fields = figures.get(group) ?? new Set<Field>();
    if (fields.has(field)) return null;
    figures.set(group, fields.add(field));
  }
  const full = [...figures].filter(([, fields]) => fields.has('spend'));
  const [only] = full;
  const alone = full.length === 1 && only !== undefined && platformIn(only[0]) !== null && only[1].size > 1;
  if (full.length < 2 && !alone) return null;
  // Months side by side are no platforms.
  if (full.some(([group]) => periodNamed(group) !== null || typeof readDate(group, 'day first') === 'object'))
    return null;
  const groups = new Set(full.map(([group]) => group));
  return found.filter(({ group }) => groups.has(group));
}

import { quantile } from '../../distributions/index.js';
import type { ResponseParameter } from '../../scenario/response/types.js';
import { isFunnelLine, LINE_METRICS, type LineMetric, type Origin, type Quantity } from '../../scenario/types.js';
import type { ReportContext } from '../context.js';
import { type AssumptionEntry, type EntryForm, partEntries } from './part-entries.js';
import type { Table } from './table.js';

const METRIC_FORMS: Readonly<Record<LineMetric, EntryForm>> = {
  audience: 'number',
  cpm: 'money',
  ctr: 'share',
  view_rate: 'share',
  cvr: 'share',
  fatigue: 'number',
  match: 'share',
};
const SCENARIO_FORMS: Readonly<Record<string, EntryForm>> = {
  order_value: 'money',
  margin: 'share',
  close_rate: 'share',
  fee: 'share',
  tax: 'share',
  landing: 'share',
};

/**
 * Every quantity of the scenario with its name, those of the lines last. Of creators, brand and other parts beside the lines, what
 * the file says nothing of is left out: it is nothing, or all of it, then.
 */
export function assumptionEntries({ forecast, text, lineName }: ReportContext): readonly AssumptionEntry[] {
  const { scenario } = forecast;
  const { fixed_costs, ...economics } = scenario.economics;
  const named = (quantities: Readonly<Record<string, Quantity>>): readonly AssumptionEntry[] =>
    Object.entries(quantities).map(([key, quantity]) => ({
      name: text.names.quantities[key] ?? key,
      form: SCENARIO_FORMS[key] ?? 'number',
      quantity,
    }));
  return [
    ...(scenario.population === null ? [] : named({ population: scenario.population })),
    ...named({ ...economics }),
    ...fixed_costs.map(
      ({ name, amount }): AssumptionEntry => ({
        name: text.page.assumptions.fixedCost(name),
        form: 'money',
        quantity: amount,
      }),
    ),
    ...named({ ...scenario.stocks, memory_days: scenario.memory_days }),
    ...(scenario.creative === null ? [] : named({ ...scenario.creative })),
    ...partEntries(scenario, lineName).filter(({ quantity }) => quantity.origin.kind !== 'default'),
    ...scenario.lines.flatMap((line) => {
      if (!isFunnelLine(line)) {
        const parameters = Object.entries(line.response.parameters) as [ResponseParameter, Quantity][];
        return parameters.map(([parameter, quantity]) => ({
          name: `${lineName(line)}: ${text.names.response[parameter]}`,
          form: 'number' as const,
          quantity,
        }));
      }
      return LINE_METRICS.map((metric) => ({
        name: `${lineName(line)}: ${text.names.metrics[metric]}`,
        form: METRIC_FORMS[metric],
        quantity: line.quantities[metric],
      }));
    }),
  ];
}

/** Where a quantity came from, in words. */
export function originWords({ text, facts }: ReportContext, origin: Origin): string {
  const { origins } = text.page.assumptions;
  if (origin.kind === 'benchmark') return origins.benchmark(facts.grounds(origin.grounds));
  return origin.kind === 'assumed' ? origins.assumed(facts.grounds(origin.grounds)) : origins[origin.kind];
}

function valueWords({ text, formats }: ReportContext, { form, quantity }: AssumptionEntry): string {
  const write = (value: number) => {
    if (form === 'money') return formats.estimate(value);
    if (form === 'share') return formats.share(value);
    return Math.abs(value) >= 100 ? formats.count(value) : formats.plain(value);
  };
  const { distribution } = quantity;
  if (distribution.family === 'fixed') return write(distribution.value);
  const [low, high] = [quantile(distribution, 0.05), quantile(distribution, 0.95)];
  return text.page.assumptions.interval(write(low), write(high));
}

/** A page on the web, and nothing else, may be linked to. */
export function linkOf(origin: Origin): string | null {
  return origin.kind === 'benchmark' && /^https?:\/\//i.test(origin.page) ? origin.page : null;
}

/** Every quantity with its value (P5 to P95 where uncertain) and where it came from. */
export function assumptionsTable(context: ReportContext): Table {
  const { columns } = context.text.page.assumptions;
  const all = assumptionEntries(context);
  return {
    columns: [columns.quantity, columns.value, columns.origin],
    words: [2],
    rows: all.map((entry) => [entry.name, valueWords(context, entry), originWords(context, entry.quantity.origin)]),
    links: { column: 2, urls: all.map((entry) => linkOf(entry.quantity.origin)) },
  };
}

/** How many quantities were given, defaulted, taken from benchmarks, assumed. */
export function originsSentence(context: ReportContext): string {
  const all = assumptionEntries(context);
  const count = (kind: Origin['kind']) => String(all.filter(({ quantity }) => quantity.origin.kind === kind).length);
  return context.text.page.assumptions.summary(count('given'), count('default'), count('benchmark'), count('assumed'));
}

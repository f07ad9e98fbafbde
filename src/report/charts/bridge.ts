import { elementAt } from '../../required.js';
import { bridgeStepsTable, stepsOf } from '../content/bridge.js';
import type { ReportContext } from '../context.js';
import type { BridgePartName, BridgeStep } from '../findings/bridge.js';
import { bridgeTitle } from '../findings/headlines.js';
import { type PrintedBridge, printedBridge, threeDigits } from '../findings/printed-bridge.js';
import { fitText, textWidth } from '../text-width.js';
import { color, LABEL_SIZE } from './colors.js';
import { pointedBands } from './pointed.js';
import { besideNames, framed, layerOver } from './theme.js';
import { type Chart, isNarrow, type Layout } from './types.js';

/** From gross margin over each cost to profit, then what comes later and what would come anyway: means, which add up. */
export function bridgeChart(context: ReportContext): Chart {
  const { text, formats, plan } = context;
  const words = text.charts.bridge;
  const steps = stepsOf(context, plan);
  const { baseline } = plan.result.bridge;
  const later = steps.some(({ part }) => part === 'future');
  const anyway = later ? words.noteBaseline : words.noteBaselineAlone;
  const title = bridgeTitle(context);
  const note = [
    words.note,
    ...(later ? [words.noteFuture] : []),
    ...(baseline.orders > 0 ? [anyway(formats.count(baseline.orders))] : []),
  ].join(' ');
  return {
    name: 'bridge',
    title,
    note,
    table: bridgeStepsTable(context),
    spec: (layout) => bridgeSpec({ title, note }, layout, context, steps),
  };
}

/**
 * What a part is printed as, so that all of them add up as printed; `null` for a cost, which has digits of its own: a fee of 24,000
 * beside millions isn't 20,000.
 */
function printedAmount({ margin, left, tail, future, baseline }: PrintedBridge, part: BridgePartName): number | null {
  switch (part) {
    case 'margin':
      return margin;
    case 'recorded':
      return margin - tail;
    case 'profit_recorded':
      return left - tail;
    case 'tail':
      return tail;
    case 'profit':
      return left;
    case 'future':
      return future;
    case 'profit_future':
      return left + future;
    case 'baseline':
      return baseline;
    case 'everything':
      return left + future + baseline;
    default:
      return null;
  }
}

function bridgeSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  context: ReportContext,
  steps: readonly BridgeStep[],
) {
  const { text, formats } = context;
  const narrow = isNarrow(layout);
  const { parts } = text.charts.bridge;
  const printed = printedBridge(context);
  const label = ({ part, kind, amount }: BridgeStep): string => {
    const value = printedAmount(printed, part) ?? threeDigits(amount);
    return kind === 'sum' ? formats.money(value) : formats.moneyChange(value);
  };
  const weight = (kind: BridgeStep['kind']) => (kind === 'sum' ? 'semibold' : 'regular');
  const widest = (texts: readonly string[]) =>
    Math.max(...texts.map((words) => textWidth(words, LABEL_SIZE, 'semibold')));
  const amountWidth = widest(steps.map(label));
  const nameWidth = narrow
    ? layout.width - amountWidth - 12
    : Math.min(260, widest(steps.map(({ part }) => parts[part])));
  // On a phone the words stand above their bar, elsewhere at its sides.
  const left = narrow ? 2 : besideNames(nameWidth);
  const right = narrow ? layout.width - 2 : layout.width - amountWidth - 18;
  const step = narrow ? 46 : 34;
  const [top, bottom, middle] = narrow ? [0.52, 0.86, 0.28] : [0.18, 0.82, 0.5];
  const before = (k: number) => (elementAt(steps, k).kind === 'sum' ? 0 : (steps[k - 1]?.running ?? 0));
  const bars = steps.map((part, k) => ({
    part: part.part,
    kind: part.kind,
    name: fitText(parts[part.part], nameWidth, LABEL_SIZE, weight(part.kind)),
    label: label(part),
    amount: part.amount,
    from: before(k),
    to: part.running,
    top: k + top,
    bottom: k + bottom,
    middle: k + middle,
  }));
  // Between bars that have their words between them, no line runs through these.
  const links = narrow
    ? []
    : steps.slice(0, -1).map(({ running }, k) => ({ at: running, from: k + bottom, to: k + 1 + top }));
  const ends = [0, ...bars.flatMap(({ from, to }) => [from, to])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const height = steps.length * step;
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [least, most > least ? most : least + 1], range: [left, right], nice: false, zero: false },
    axis: null,
  });
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, steps.length], range: [0, height], nice: false, zero: false },
    axis: null,
  });
  const of = (kind: BridgeStep['kind']) => bars.filter((bar) => bar.kind === kind);
  const box = { x: x('from'), x2: { field: 'to' }, y: y('top'), y2: { field: 'bottom' } };
  const words = (field: 'name' | 'label', at: number, align: 'left' | 'right') =>
    [true, false].flatMap((sum) =>
      layerOver(
        bars.filter(({ kind }) => (kind === 'sum') === sum),
        {
          mark: { type: 'text' as const, align, ...(sum ? { fontWeight: 600 as const } : {}) },
          encoding: { y: y('middle'), x: { value: at }, text: { field, type: 'nominal' as const } },
        },
      ),
    );
  return framed(frame, layout, {
    width: layout.width,
    height,
    layer: [
      ...layerOver(narrow ? bars.map((bar) => ({ ...bar, zero: 0 })) : [{ zero: 0, top: 0, bottom: steps.length }], {
        mark: { type: 'rule' as const, color: color('rule') },
        encoding: { x: x('zero'), y: y('top'), y2: { field: 'bottom' } },
      }),
      ...layerOver(links, {
        mark: { type: 'rule' as const, color: color('rule'), strokeDash: [3, 3] },
        encoding: { x: x('at'), y: y('from'), y2: { field: 'to' } },
      }),
      ...[true, false].flatMap((anyway) =>
        layerOver(
          of('in').filter(({ part }) => (part === 'baseline') === anyway),
          { mark: { type: 'rect' as const, color: color(anyway ? 'given' : 'gain') }, encoding: box },
        ),
      ),
      // Hollow, so that what goes out is distinguished from what it comes to without any colour.
      ...layerOver(of('out'), {
        mark: { type: 'rect' as const, fill: color('paper'), stroke: color('loss'), strokeWidth: 2 },
        encoding: box,
      }),
      ...layerOver(of('sum'), { mark: { type: 'rect' as const, color: color('optimized') }, encoding: box }),
      ...words('name', 0, 'left'),
      ...words('label', layout.width, 'right'),
      ...pointedBands(
        bars.map(({ middle: at, part, label: amount }) => ({
          middle: at,
          says: [parts[part], amount].join(text.names.separator),
        })),
        { y: y('middle'), x: { value: 0 }, x2: { value: layout.width } },
        step,
      ),
    ],
  });
}

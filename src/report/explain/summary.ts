import type { GroupEffect, InformationQuestion } from '../../forecast/explain/types.js';
import { type Block, type Line, paragraph, present } from '../blocks.js';
import { shareOf } from '../charts/indices.js';
import { swing } from '../charts/tornado.js';
import type { ExplainContext } from './context.js';
import { headingOf } from './report.js';

/** Drivers named after the first, bars described, further things worth knowing: what can be listened to. */
const MORE_DRIVERS = 3;
const RANGES = 2;
const MORE_QUESTIONS = 2;
/** A share of variance below this isn't worth a word. */
const SLIGHT = 0.01;

/** What drives a plan and what is worth finding out, in a dozen lines that can be read aloud. */
export function explainSummary(context: ExplainContext): readonly Block[] {
  const lines = [...spreadLines(context), ...driverLines(context), ...rangeLines(context), ...worthLines(context)];
  return present([paragraph(headingOf(context), 'lead'), { kind: 'lines', lines }]);
}

function spreadLines({ explanation, text, writeKpi }: ExplainContext): readonly Line[] {
  const { p10, p90, mean } = explanation.spread;
  const label = text.labels.spread;
  if (p10 === null || p90 === null || mean === null) return [{ label, words: text.never, paint: 'bad' }];
  if (explanation.groups.length === 0) {
    return [{ label, words: p10 === p90 ? text.same(writeKpi(mean)) : text.never, paint: 'plain' }];
  }
  const scale = Math.max(Math.abs(p10), Math.abs(p90));
  const words = text.spread(writeKpi(p10, scale), writeKpi(p90, scale), writeKpi(mean, scale));
  return [{ label, words, paint: 'plain' }];
}

function driverLines({
  explanation,
  text,
  formats,
  clause,
  subjectName,
  subjectInSentence,
}: ExplainContext): readonly Line[] {
  const byShare = [...explanation.groups].sort((a, b) => b.first.value - a.first.value);
  const [first, ...others] = byShare;
  if (first === undefined || explanation.alone === null) return [];
  const share = (value: number): string => formats.share(shareOf(value));
  const { value, low, high } = first.first;
  const lines: Line[] = [
    {
      label: text.labels.drivers,
      words: text.driver(
        subjectName(first.subject),
        share(value),
        share(low),
        share(high),
        share(Math.max(value, first.total.value)),
      ),
      paint: 'bold',
    },
  ];
  const next = others
    .filter((group) => group.first.low > SLIGHT)
    .slice(0, MORE_DRIVERS)
    .map((group) => text.item(subjectInSentence(group.subject), share(group.first.value)));
  if (next.length > 0) lines.push({ label: '', words: text.next(next.join(clause)), paint: 'plain' });
  const apart = explanation.alone < 0.97 ? text.apart(share(explanation.alone)) : text.additive;
  return [...lines, { label: '', words: apart, paint: 'plain' }];
}

function rangeLines({ explanation, text, writeKpi, subjectName, endsOf }: ExplainContext): readonly Line[] {
  const widest = [...explanation.groups].sort((a, b) => swing(b) - swing(a)).slice(0, RANGES);
  const scaleOf = ({ low, high }: GroupEffect): number => Math.max(Math.abs(low.mean), Math.abs(high.mean));
  return widest
    .filter((group) => swing(group) > 0)
    .map((group, k): Line => {
      const scale = scaleOf(group);
      const [from, to] = endsOf(group);
      const [low, high] = [writeKpi(group.low.mean, scale), writeKpi(group.high.mean, scale)];
      const words = text.range(subjectName(group.subject), from, to, low, high);
      return { label: k === 0 ? text.labels.range : '', words, paint: 'plain' };
    });
}

function worthLines(context: ExplainContext): readonly Line[] {
  const { explanation, text, clause, writeGoal, writeWorth, subjectInSentence, scenario } = context;
  const { information } = explanation;
  const label = text.labels.test;
  if (information === null) return [];
  const found = information.questions.filter(({ low }) => low > 0);
  const [best, ...others] = found;
  if (best === undefined) {
    if (information.everything.high <= 0) return [{ label, words: text.worthNothingAtAll, paint: 'bold' }];
    const most = Math.max(0, ...information.questions.map(({ high }) => high));
    const written = writeWorth(most);
    return [{ label, words: text.worthNothing(written === writeWorth(0) ? '' : written), paint: 'bold' }];
  }
  const interval = ({ low, high }: InformationQuestion): readonly [string, string] => [
    writeGoal(low, high),
    writeGoal(high),
  ];
  const what = subjectInSentence(best.subject);
  const sentence = text.worth(what, writeWorth(best.value), ...interval(best));
  // Only of profit can the price of a test be taken off.
  const pays = scenario.goal.text.trim() === 'profit' ? `: ${text.pays}` : '';
  const lines: Line[] = [{ label, words: `${sentence}${pays}`, paint: 'bold' }];
  const next = others
    .slice(0, MORE_QUESTIONS)
    .map(({ subject, value }) => text.item(subjectInSentence(subject), writeWorth(value)));
  if (next.length > 0) lines.push({ label: '', words: text.worthNext(next.join(clause)), paint: 'plain' });
  return lines;
}

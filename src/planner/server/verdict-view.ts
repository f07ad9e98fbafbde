import type { Forecast } from '../../forecast/details.js';
import { rulePrices } from '../../report/content/rules.js';
import { testSentences } from '../../report/content/test-advice.js';
import { missedTargets, verdictReasons, verdictSentence } from '../../report/content/verdict.js';
import { type ReportContext, reportContext } from '../../report/context.js';
import { verdictText } from '../../report/text/verdict/index.js';
import type { Language } from '../../units/locale.js';
import type { OptimizeAnswer, OptimizeWords, VerdictView } from '../protocol.js';
import { inLanguages } from './in-languages.js';

/** An optimised plan as the page shows it: the result, the verdict and the rules' prices in every reader's words. */
export function optimizeAnswer(forecast: Forecast): OptimizeAnswer {
  return { result: forecast.result, sentences: inLanguages((language) => wordsOf(forecast, language)) };
}

function wordsOf(forecast: Forecast, language: Language): OptimizeWords {
  const context = reportContext({ ...forecast, scenario: { ...forecast.scenario, language } });
  return { verdict: verdictView(context), prices: Object.fromEntries(rulePrices(context)) };
}

function verdictView(context: ReportContext): VerdictView | null {
  const { verdict } = context.forecast.result;
  const sentence = verdictSentence(context);
  if (verdict === undefined || sentence === null) return null;
  const words = verdictText(context.text.language);
  const nameOf = (id: string | null): string => {
    if (id === null) return context.lineName(null);
    const { lines, sources } = context.forecast.scenario;
    const line = lines.find((one) => one.id === id);
    if (line !== undefined) return context.lineName(line);
    return sources.find((one) => one.id === id)?.name ?? id;
  };
  return {
    kind: verdict.kind,
    sentence,
    reasons: [...missedTargets(context), ...verdictReasons(context)],
    test: verdict.kind === 'test' ? testSentences(context) : [],
    moves: verdict.moves.map((move) => ({
      ...move,
      words: words.moves(context.formats.money(move.amount), nameOf(move.from), nameOf(move.to)),
    })),
    posts: (verdict.posts ?? []).map(({ id, from, to }) => ({
      id,
      to,
      words: context.text.page.moves.posts(nameOf(id), from, to),
    })),
  };
}

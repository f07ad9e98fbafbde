import { STAGES } from '../../scenario/types.js';
import { en } from '../text/en.js';
import type { ReportText } from '../text/index.js';

type Words = ReportText['scenario'];
type Template = (...parts: readonly string[]) => string;

/** Stand for the parts of a sentence while its pattern is made. */
const HOLES = ['⟪1⟫', '⟪2⟫', '⟪3⟫'] as const;
const PART = '([^;()\\s][^;()]*?)';
/** A sentence ends here, or goes on to its next ground or into a bracket. */
const END = '(?=$|[;,).:]|\\s\\()';

/** A pattern that finds the English sentence, whatever its parts are, one or more of them. */
function patternOf(template: string | Template): RegExp {
  const text = typeof template === 'string' ? template : template(...HOLES);
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(' figures ', ' figures? ');
  return new RegExp(escaped.replace(/⟪\d⟫/g, PART) + END, 'g');
}

/** Sentences and their parts, those that hold others last. */
const KEYS = [
  'people',
  'population',
  'noCpm',
  'noValue',
  'pegged',
  'grade',
  'moreFigures',
  'retargeting',
  'converted',
  'priceLevel',
  'otherPlatforms',
  'byStage',
  'from',
  'assumedAudience',
  'nothingAbove',
  'idleRule',
  'noCeiling',
  'noDaily',
  'noOrderValue',
  'noMargin',
] as const satisfies readonly (keyof Words)[];
const PATTERNS = KEYS.map((key) => ({ key, pattern: patternOf(en.scenario[key]) }));

/**
 * A warning of a scenario, or the ground of something it assumed, in the report's language. What it doesn't know stays
 * in English: sources, and sentences that are newer than this.
 */
export function scenarioWords({ language, names, scenario: words }: ReportText, text: string): string {
  if (language === 'en') return text;
  const part = (piece: string): string => {
    const figures: Readonly<Record<string, string>> = words.figures;
    const stage = STAGES.find((known) => known === piece);
    if (stage !== undefined) return names.stages[stage];
    if (piece === en.scenario.unchanged) return words.unchanged;
    return figures[piece] ?? names.goals[piece] ?? names.platform(piece);
  };
  let told = text;
  for (const { key, pattern } of PATTERNS) {
    const own: string | Template = words[key];
    told = told.replace(pattern, (_found, ...groups) => {
      if (typeof own === 'string') return own;
      return own(...groups.slice(0, -2).map((piece) => part(String(piece))));
    });
  }
  return told
    .replace(/\baggregator\b/g, words.aggregator)
    .replace(/\bagency\b/g, words.agency)
    .replace(/; /g, names.clause);
}

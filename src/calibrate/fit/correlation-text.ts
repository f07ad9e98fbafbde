import type { Language } from '../../units/locale.js';
import { sayIn } from '../words/index.js';
import { scenarioWords } from '../words/scenario/index.js';
import type { Calibration, LineFit } from './calibrate.js';
import { correlatedPairs, type Figure } from './joint.js';

/** A scenario's `correlation`, line by line of its text: what lines share of a figure, and a line's figures that hang together. */
export function correlationText({ shares }: Calibration, lines: readonly LineFit[], language: Language): string[] {
  const { sentences, notes } = scenarioWords(language);
  const known = (['cpm', 'ctr', 'cvr'] as const).flatMap((metric) => {
    const fitted = shares[metric];
    return fitted === null ? [] : [{ metric, ...fitted }];
  });
  const pairs = lines.flatMap(({ line }) => linePairs(line));
  return [
    ...(known.length === 0 ? [`# ${sentences.nothingShared()}`] : [`# ${sentences.shared()}`]),
    ...(known.length + pairs.length === 0 ? [] : ['correlation:']),
    ...known.map(
      ({ metric, market, platform, pairs: n }) =>
        `  ${metric}: { market: ${inDecimals(market)}, platform: ${inDecimals(platform)} }  # ${notes.pairsOfFigures(n, sayIn(language))}`,
    ),
    ...(pairs.length === 0
      ? []
      : [
          `  # ${sentences.pairs()}`,
          '  pairs:',
          ...pairs.map(({ between, rho }) => `    - { between: [${between.join(', ')}], rho: ${inDecimals(rho)} }`),
        ]),
    '',
  ];
}

/**
 * A correlation, or a share of variance, as a file has it. Figures that hang together as closely as they can leave an eigenvalue of a
 * millionth between what can be drawn and a contradiction: with four decimals the scenario was refused now and then.
 */
const inDecimals = (value: number): string => String(Number(value.toFixed(8)) + 0);

/** Pairs of a line's figures by the names that a scenario has for them; a figure that is certain hangs together with none. */
function linePairs({ platform, stage, cpm, rates, joint }: LineFit['line']) {
  const isUncertain = (name: Figure['name']) => {
    const fitted = name === 'cpm' ? cpm : rates[name];
    return fitted !== null && fitted.distribution.family !== 'fixed';
  };
  return correlatedPairs(joint)
    .filter(({ between }) => between.every(isUncertain))
    .map(({ between, rho }) => ({ between: between.map((name) => `${platform}/${stage}.${name}`), rho }));
}

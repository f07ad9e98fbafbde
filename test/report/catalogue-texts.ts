/** Every text of a catalogue by its path; functions are called with numbers that can be found again. */
export function texts(catalogue: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof catalogue === 'string') return [[path, catalogue]];
  if (typeof catalogue === 'function') {
    const call = catalogue as (...values: readonly (string | number)[]) => string;
    const byUnit = /(inPeriod|byPeriod)$/.test(path);
    const values = byUnit
      ? ['week', 13]
      : path.endsWith('names.periods')
        ? [13, 'week']
        : path.endsWith('targets.all')
          ? [7]
          : path.endsWith('targets.some')
            ? [3, 7]
            : ['1011', '2022', '3033', '4044', '5055'];
    return [[path, call(...values)]];
  }
  return Object.entries(catalogue as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

/** The same in every language: brands, quantiles, symbols. */
export const SAME = /^(P\d+|huni|Platform|Plan|Media|Net|cpm|ctr|\P{L}*)$/u;

/** Words that a sentence of another language would not have. */
export const ENGLISH =
  /\b(the|of|and|is|are|to|for|with|from|than|by|spend|orders?|weeks?|loss|given|share|budget|profit|least|most|future|futures|line|lines|day|move)\b/i;

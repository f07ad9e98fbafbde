/**
 * Every message about a scenario, one function each: what was found, what was expected, the nearest valid name. Tests
 * compare with these functions, so a sentence is written once.
 */
import { phrase, type Said, say, type Words } from '../words/said.js';
import { KPI_NAMES } from './expressions/types.js';
import { oneOf, quote, withNearest, withReason } from './message-parts.js';
import { nearest } from './nearest.js';
import { type Fault, fault } from './problem.js';

export * from './plan-messages.js';
export * from './response/messages.js';
export * from './rule-messages.js';

// Files.

export const missingFile = (): Fault => fault({ found: say`no such file`, expected: say`a scenario in YAML or JSON` });
export const isDirectory = (): Fault => fault({ found: say`a directory`, expected: say`a file in YAML or JSON` });
export const notReadable = (code: string): Fault =>
  fault({
    found: say`a file that can't be read (${code})`,
    expected: say`a file in YAML or JSON`,
  });
export const fileTooLarge = (limit: number): Fault =>
  fault({
    found: say`more than ${limit / 1024 / 1024} MiB`,
    expected: say`a file of at most ${limit / 1024 / 1024} MiB`,
  });
export const silentPipe = (): Fault =>
  fault({
    found: say`a pipe that nobody wrote to for 5 seconds`,
    expected: say`a file in YAML or JSON`,
  });
export const outsideRoot = (root: string): Fault =>
  fault({
    found: say`a path that leads out of ${root === '.' ? "the plan's folder" : root}`,
    expected: say`a file in the plan's own folder, or --root DIR of a folder above both`,
  });
export const notAPlanFile = (): Fault =>
  fault({
    found: say`a name (or the name behind a link) that no plan has`,
    expected: say`a file that ends in .yaml, .yml or .json`,
  });
export const notAPlan = (): Fault =>
  fault({
    found: say`no plan (and, by its name, no file for one, so that it is not quoted)`,
    expected: say`a map with budget and lines, in a file that ends in .yaml, .yml or .json`,
  });
export const notADataFile = (): Fault =>
  fault({
    found: say`a name (or the name behind a link) that no data file has`,
    expected: say`a file that ends in .csv, .tsv or .txt`,
  });
export const notColumnData = (): Fault =>
  fault({
    found: say`a file without such a column of numbers (nothing of it is shown: its name is not that of a data file)`,
    expected: say`a CSV file with a header row`,
  });
export const notUtf8 = (): Fault => fault({ found: say`bytes that are not UTF-8`, expected: say`text in UTF-8` });
export const emptyFile = (): Fault =>
  fault({
    found: say`an empty file`,
    expected: say`a scenario with currency, horizon, budget and lines`,
  });

// YAML.

export const tabIndentation = (): Fault =>
  fault({ found: say`a tab`, expected: say`spaces: YAML is indented with spaces only` });
export const missingColon = (line: string): Fault =>
  fault({
    found: say`${quote(line.trim())} without a colon`,
    expected: say`"key: value", with a colon and a space after the key`,
  });
export const badSyntax = (line: string, asked: Said): Fault =>
  fault({
    found: line.trim() === '' ? say`something unfinished above` : quote(line.trim()),
    expected: say`valid YAML (${asked})`,
  });
export const severalDocuments = (): Fault =>
  fault({ found: say`a second document (---)`, expected: say`one document a file` });
export const tooDeep = (depth: number): Fault =>
  fault({
    found: say`values nested too deeply`,
    expected: say`at most ${depth} levels`,
  });
export const tooManyAliases = (): Fault =>
  fault({
    found: say`aliases that unfold to more than a scenario can hold`,
    expected: say`few aliases (*name), not aliases of aliases`,
  });
export const unknownAlias = (name: string): Fault =>
  fault({
    found: say`the alias *${name}`,
    expected: say`an anchor &${name} before it`,
  });
export const unknownTag = (tag: string): Fault =>
  fault({ found: say`the tag ${tag}`, expected: say`plain values without tags` });
export const keyNotText = (): Fault => fault({ found: say`a list or a map as a key`, expected: say`a word as a key` });
export const duplicateKey = (key: string, firstLine: number): Fault =>
  fault({
    found: say`the key ${quote(key)} again (first on line ${firstLine})`,
    expected: say`each key once`,
  });
export const notAMap = (found: Words): Fault => fault({ found, expected: say`a map of keys such as "budget: 18200"` });

// extends.

export const extendsNotAPath = (): Fault => fault({ found: say`no path`, expected: say`the path of another scenario` });
export const extendsCycle = (chain: readonly string[]): Fault =>
  fault({
    found: say`a circle: ${chain.join(' → ')}`,
    expected: say`a file that does not lead back here`,
  });
export const extendsTooDeep = (depth: number): Fault =>
  fault({
    found: say`too many files that extend each other`,
    expected: say`at most ${depth}`,
  });

// Keys and kinds of values.

export const unknownKey = (key: string, keys: readonly string[]): Fault => {
  const found = say`${quote(key)}, a key that this version does not know`;
  const expected = keys.length === 0 ? say`another key` : oneOf(keys);
  // A rule on a figure that has no key of its own: another figure's key would be the nearest, and another rule.
  if (keys.includes('hold') && isFigure(key)) return fault({ found, expected, suggestion: `hold: ["${key} <= …"]` });
  return withNearest(found, expected, key, keys);
};
const isFigure = (key: string): boolean => KPI_NAMES.some((name) => name === key);
export const missingKey = (key: string, expected: string | Said): Fault =>
  fault({ found: say`no ${key}`, expected: phrase(expected) });
export const wrongKind = (found: Words, expected: string | Said): Fault => fault({ found, expected: phrase(expected) });
export const mapWith = (keys: readonly string[]): Said => say`a map of the keys ${keys.join(', ')}`;
export const listOfMapsWith = (keys: readonly string[]): Said => say`a list of maps of the keys ${keys.join(', ')}`;
export const listSuchAs = (item: string): Said => say`a list such as ${`["${item}"]`}`;
export const notOneOf = (text: string, names: readonly string[]): Fault =>
  withNearest(quote(text), oneOf(names), text, names);
export const notADate = (text: string): Fault =>
  fault({ found: quote(text), expected: say`a date such as 2027-03-01` });
export const notAHorizon = (found: Words, reason: Words): Fault =>
  fault({
    found: withReason(found, reason),
    expected: say`a horizon such as 13 weeks (days, weeks or months)`,
  });
export const notACurrency = (text: string): Fault =>
  fault({
    found: quote(text),
    expected: say`a currency as ISO 4217 writes it, such as AZN, USD or TRY`,
  });

// Numbers.

export const notANumber = (found: Words): Fault =>
  fault({
    found,
    expected: say`a number such as 18200, 1_200_000, 1.2m, 350k, 0.7 or 70% (a point for decimals, _ between thousands)`,
  });
export const notFinite = (found: Words): Fault => fault({ found, expected: say`a finite number` });
export const outside = (found: Words, range: string | Said): Fault =>
  fault({ found, expected: say`a number ${phrase(range)}` });
export const notWhole = (found: Words, range: string | Said): Fault =>
  fault({ found, expected: say`a whole number ${phrase(range)}` });
export const notARate = (found: Words): Fault => fault({ found, expected: say`a rate from 0 to 1 (0% to 100%)` });
export const offGrid = (found: Words, digits: number, currency: string): Fault =>
  fault({
    found,
    expected:
      digits === 0
        ? say`a whole amount, as ${currency} has`
        : say`an amount with at most ${digits} decimals, as ${currency} has`,
  });
export const tooMuchMoney = (found: Words): Fault =>
  fault({
    found,
    expected: say`an amount that can be counted to its smallest unit`,
  });

// Distributions.

export const notADistribution = (found: Words): Fault =>
  fault({
    found,
    expected: say`a number, "LO to HI", {p10, p90}, {p5, p95}, {mean, sd} or {dist: NAME, …}`,
  });
export const reversedInterval = (found: Words, low: string, high: string): Fault =>
  fault({
    found: say`${found}, where ${low} is not below ${high}`,
    expected: say`an interval whose ${low} lies below its ${high}`,
  });
export const badDistribution = (found: Words, reason: Words): Fault =>
  fault({
    found: withReason(found, reason),
    expected: say`a distribution that suits this quantity`,
  });
export const factsTwice = (key: string, names: readonly string[]): Fault =>
  fault({
    found: say`${key} beside ${names.join(' and ')}`,
    expected: say`two facts and no more: the parameters, mean and sd, or two quantiles`,
  });
export const notTwoQuantiles = (count: number): Fault =>
  fault({
    found: count === 1 ? say`1 quantile` : say`${count} quantiles`,
    expected: say`two, such as p10 and p90; three or more are { dist: quantiles, p: [..], x: [..] }`,
  });
export const notAbove0 = (found: Words): Fault =>
  fault({
    found: say`${found}, which can be 0 or less`,
    expected: say`a distribution above 0, such as lognormal, or truncnormal with a min above 0`,
  });
export const unknownFamily = (name: string, families: readonly string[]): Fault =>
  withNearest(say`the distribution ${quote(name)}`, oneOf(families), name, families);
export const missingColumn = (column: string, columns: readonly string[]): Fault =>
  withNearest(say`no column ${quote(column)}`, oneOf(columns.slice(0, 12)), column, columns);
export const notCsv = (detail: string): Fault =>
  fault({
    found: say`a data file that can't be read (${phrase(detail)})`,
    expected: say`a CSV file with a header row`,
  });
export const badCell = (cell: string, row: number): Fault =>
  fault({
    found: say`${quote(cell)} in row ${row} of the data file`,
    expected: say`a number in every row of the column`,
  });
export const tooFewRows = (rows: number): Fault =>
  fault({
    found: say`${rows} numbers in the column`,
    expected: say`at least 2`,
  });

/** What is wrong with another file that this one names. */
export const unreadFile = ({ said }: Fault, file: string): Fault =>
  fault({ found: say`${said.found} (${file})`, expected: said.expected });
export const unreadData = ({ said }: Fault, file: string): Fault =>
  fault({ found: say`${said.found} (${file})`, expected: say`a CSV file with a header row` });

export const columnTwice = (column: string): Fault =>
  fault({
    found: say`the column ${quote(column)} twice`,
    expected: say`each column once`,
  });
export const holeInDraws = (column: string, line: number): Fault =>
  fault({
    found: say`nothing in the column ${quote(column)} on line ${line} of the data file`,
    expected: say`a number in every row: a future takes a whole row`,
  });
export const badDraw = (cell: string, column: string, line: number, expected: string | Said): Fault =>
  fault({
    found: say`${quote(cell)} in the column ${quote(column)} on line ${line} of the data file`,
    expected: phrase(expected),
  });

// Lines and periods.

export const noLines = (): Fault =>
  fault({
    found: say`no lines`,
    expected: say`at least one line, such as { platform: instagram, stage: awareness }`,
  });
export const tooManyLines = (count: number, limit: number): Fault =>
  fault({
    found: say`${count} lines`,
    expected: say`at most ${limit}`,
  });
export const tooManyPeriods = (count: number, limit: number): Fault =>
  fault({
    found: say`${count} periods`,
    expected: say`at most ${limit}`,
  });
export const duplicateLine = (id: string, first: string): Fault =>
  fault({
    found: say`the line ${id} again (first at ${first})`,
    expected: say`each line once; a segment tells two apart`,
  });
export const wrongCount = (found: number, periods: number): Fault =>
  fault({
    found: say`a list of ${found}`,
    expected: say`${periods} numbers, one a period`,
  });
export const tooMuchFree = (lines: number, periods: number, most: number): Fault =>
  fault({
    found: say`free on ${lines} lines over ${periods} periods, ${lines * periods} amounts to choose`,
    expected: say`at most ${most}: fewer such lines, or longer periods`,
  });
export const weightsAllZero = (): Fault =>
  fault({
    found: say`weights that are all 0`,
    expected: say`at least one weight above 0`,
  });
export const tooManyOf = (what: string, count: number, limit: number): Fault =>
  fault({
    found: say`${count} ${phrase(what)}`,
    expected: say`at most ${limit}`,
  });
export const budgetsDontSum = (sum: string, budget: string, posts: string | null = null, most = false): Fault =>
  fault({
    found:
      posts === null
        ? say`line budgets that sum to ${sum}`
        : say`line budgets that sum to ${sum} with ${posts} for creators' posts`,
    expected: most ? say`at most the budget, ${budget}` : say`the budget, ${budget}`,
  });
export const budgetsExceed = (sum: string, budget: string, posts: string | null = null): Fault =>
  fault({
    found:
      posts === null
        ? say`line budgets that already sum to ${sum}`
        : say`line budgets that already sum to ${sum} with ${posts} for creators' posts`,
    expected: say`at most the budget, ${budget}: the other lines share what is left`,
  });
export const missingRate = (metric: string, reason: Said): Fault =>
  fault({
    found: say`no ${metric}, and no benchmark for it (${reason})`,
    expected: say`${metric} on this line`,
  });

export const noBenchmarks = (platform: string, missing: readonly string[], platforms: readonly string[]): Fault =>
  fault({
    found: say`${quote(platform)}, which has no built-in benchmarks, without its ${missing.join(', ')}`,
    expected: say`${missing.join(', ')} on this line, or one of ${platforms.join(', ')}`,
  });
export const unknownPlatform = (found: string, platforms: readonly string[], meant?: string): Fault => {
  return fault({
    found: quote(found),
    expected: say`one of ${platforms.join(', ')}, or another platform by its name`,
    suggestion: meant ?? nearest(found, platforms),
  });
};

// Correlation.

export const sharesAboveOne = (market: string, platform: string): Fault =>
  fault({
    found: say`market ${market} and platform ${platform}`,
    expected: say`shares of variance that sum to at most 1`,
  });
export const unknownInput = (name: string, names: readonly string[]): Fault =>
  withNearest(
    say`the input ${quote(name)}`,
    say`a number of this scenario, such as economics.order_value`,
    name,
    names,
  );
export const notUncertain = (name: string): Fault =>
  fault({
    found: say`${quote(name)}, a fixed number`,
    expected: say`an input with a distribution: only those can be correlated`,
  });
export const pairWithItself = (name: string): Fault =>
  fault({
    found: say`${quote(name)} twice`,
    expected: say`two different inputs`,
  });
export const pairTwice = (one: string, other: string): Fault =>
  fault({
    found: say`the pair ${one}, ${other} again`,
    expected: say`each pair once`,
  });

// Expressions, KPIs, targets.

export const notAnExpression = (text: string, column: number, reason: Words): Fault =>
  fault({
    found: say`${quote(text)}, which can't be read at its character ${column} (${reason})`,
    expected: say`numbers, KPIs, + - * / ^, parentheses, min, max, abs, sqrt, log, exp`,
  });
export const unknownKpi = (name: string, column: number, names: readonly string[]): Fault =>
  withNearest(
    say`the name ${quote(name)} at character ${column}`,
    say`a KPI such as profit, orders or roas`,
    name,
    names,
  );
export const kpiNameTaken = (name: string): Fault =>
  fault({
    found: say`the name ${quote(name)}, which is a KPI or a function already`,
    expected: say`a name of your own`,
  });
export const badKpiName = (name: string): Fault =>
  fault({
    found: say`the name ${quote(name)}`,
    expected: say`letters a to z, digits and _, starting with a letter`,
  });
export const kpiCycle = (chain: readonly string[]): Fault =>
  fault({
    found: say`KPIs that lead back to themselves: ${chain.join(' → ')}`,
    expected: say`KPIs made of those above them`,
  });
export const notATarget = (text: string): Fault =>
  fault({
    found: quote(text),
    expected: say`a target such as roas >= 1.5 with 80%`,
  });
export const notAProbability = (found: Words): Fault =>
  fault({
    found,
    expected: say`a probability above 0% and below 100%`,
  });

/**
 * Every message about a scenario, one function each: what was found, what was expected, the nearest valid name. Tests
 * compare with these functions, so a sentence is written once.
 */
import { nearest } from './nearest.js';
import type { Fault } from './problem.js';

export * from './plan-messages.js';
export * from './response/messages.js';

const quote = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;

function withNearest(found: string, expected: string, typed: string, names: readonly string[]): Fault {
  const suggestion = nearest(typed, names);
  return suggestion === undefined ? { found, expected } : { found, expected, suggestion };
}

// Files.

export const missingFile = (): Fault => ({ found: 'no such file', expected: 'a scenario in YAML or JSON' });
export const isDirectory = (): Fault => ({ found: 'a directory', expected: 'a file in YAML or JSON' });
export const notReadable = (code: string): Fault => ({
  found: `a file that can't be read (${code})`,
  expected: 'a file in YAML or JSON',
});
export const fileTooLarge = (limit: number): Fault => ({
  found: `more than ${limit / 1024 / 1024} MiB`,
  expected: `a file of at most ${limit / 1024 / 1024} MiB`,
});
export const silentPipe = (): Fault => ({
  found: 'a pipe that nobody wrote to for 5 seconds',
  expected: 'a file in YAML or JSON',
});
export const outsideRoot = (root: string): Fault => ({
  found: `a path that leads out of ${root === '.' ? "the plan's folder" : root}`,
  expected: "a file in the plan's own folder, or --root DIR of a folder above both",
});
export const notAPlanFile = (): Fault => ({
  found: 'a name (or the name behind a link) that no plan has',
  expected: 'a file that ends in .yaml, .yml or .json',
});
export const notADataFile = (): Fault => ({
  found: 'a name (or the name behind a link) that no data file has',
  expected: 'a file that ends in .csv, .tsv or .txt',
});
export const notColumnData = (): Fault => ({
  found: 'a file without such a column of numbers (nothing of it is shown: its name is not that of a data file)',
  expected: 'a CSV file with a header row',
});
export const notUtf8 = (): Fault => ({ found: 'bytes that are not UTF-8', expected: 'text in UTF-8' });
export const emptyFile = (): Fault => ({
  found: 'an empty file',
  expected: 'a scenario with currency, horizon, budget and lines',
});

// YAML.

export const tabIndentation = (): Fault => ({ found: 'a tab', expected: 'spaces: YAML is indented with spaces only' });
export const missingColon = (line: string): Fault => ({
  found: `${quote(line.trim())} without a colon`,
  expected: '"key: value", with a colon and a space after the key',
});
export const badSyntax = (line: string, detail: string): Fault => ({
  found: line.trim() === '' ? 'something unfinished above' : quote(line.trim()),
  expected: `valid YAML (${detail})`,
});
export const severalDocuments = (): Fault => ({ found: 'a second document (---)', expected: 'one document a file' });
export const tooDeep = (depth: number): Fault => ({
  found: 'values nested too deeply',
  expected: `at most ${depth} levels`,
});
export const tooManyAliases = (): Fault => ({
  found: 'aliases that unfold to more than a scenario can hold',
  expected: 'few aliases (*name), not aliases of aliases',
});
export const unknownAlias = (name: string): Fault => ({
  found: `the alias *${name}`,
  expected: `an anchor &${name} before it`,
});
export const unknownTag = (tag: string): Fault => ({ found: `the tag ${tag}`, expected: 'plain values without tags' });
export const keyNotText = (): Fault => ({ found: 'a list or a map as a key', expected: 'a word as a key' });
export const duplicateKey = (key: string, firstLine: number): Fault => ({
  found: `the key ${quote(key)} again (first on line ${firstLine})`,
  expected: 'each key once',
});
export const notAMap = (found: string): Fault => ({ found, expected: 'a map of keys such as "budget: 18200"' });

// extends.

export const extendsNotAPath = (): Fault => ({ found: 'no path', expected: 'the path of another scenario' });
export const extendsCycle = (chain: readonly string[]): Fault => ({
  found: `a circle: ${chain.join(' → ')}`,
  expected: 'a file that does not lead back here',
});
export const extendsTooDeep = (depth: number): Fault => ({
  found: 'too many files that extend each other',
  expected: `at most ${depth}`,
});

// Keys and kinds of values.

export const unknownKey = (key: string, keys: readonly string[]): Fault =>
  withNearest(
    `${quote(key)}, a key that this version does not know`,
    keys.length === 0 ? 'another key' : `one of ${keys.join(', ')}`,
    key,
    keys,
  );
export const missingKey = (key: string, expected: string): Fault => ({ found: `no ${key}`, expected });
export const wrongKind = (found: string, expected: string): Fault => ({ found, expected });
export const notOneOf = (text: string, names: readonly string[]): Fault =>
  withNearest(quote(text), `one of ${names.join(', ')}`, text, names);
export const notADate = (text: string): Fault => ({ found: quote(text), expected: 'a date such as 2027-03-01' });
export const notAHorizon = (found: string, reason: string): Fault => ({
  found: `${found}${reason === '' ? '' : ` (${reason})`}`,
  expected: 'a horizon such as 13 weeks (days, weeks or months)',
});
export const notACurrency = (text: string): Fault => ({
  found: quote(text),
  expected: 'a currency as ISO 4217 writes it, such as AZN, USD or TRY',
});

// Numbers.

export const notANumber = (found: string): Fault => ({
  found,
  expected: 'a number such as 18200, 1_200_000, 1.2m, 350k, 0.7 or 70% (a point for decimals, _ between thousands)',
});
export const notFinite = (found: string): Fault => ({ found, expected: 'a finite number' });
export const outside = (found: string, range: string): Fault => ({ found, expected: `a number ${range}` });
export const notWhole = (found: string, range: string): Fault => ({ found, expected: `a whole number ${range}` });
export const notARate = (found: string): Fault => ({ found, expected: 'a rate from 0 to 1 (0% to 100%)' });
export const offGrid = (found: string, digits: number, currency: string): Fault => ({
  found,
  expected: `${digits === 0 ? 'a whole amount' : `an amount with at most ${digits} decimals`}, as ${currency} has`,
});
export const tooMuchMoney = (found: string): Fault => ({
  found,
  expected: 'an amount that can be counted to its smallest unit',
});

// Distributions.

export const notADistribution = (found: string): Fault => ({
  found,
  expected: 'a number, "LO to HI", {p10, p90}, {p5, p95}, {mean, sd} or {dist: NAME, …}',
});
export const reversedInterval = (found: string, low: string, high: string): Fault => ({
  found: `${found}, where ${low} is not below ${high}`,
  expected: `an interval whose ${low} lies below its ${high}`,
});
export const badDistribution = (found: string, reason: string): Fault => ({
  found: `${found} (${reason})`,
  expected: 'a distribution that suits this quantity',
});
export const factsTwice = (key: string, names: readonly string[]): Fault => ({
  found: `${key} beside ${names.join(' and ')}`,
  expected: 'two facts and no more: the parameters, mean and sd, or two quantiles',
});
export const notTwoQuantiles = (count: number): Fault => ({
  found: count === 1 ? '1 quantile' : `${count} quantiles`,
  expected: 'two, such as p10 and p90; three or more are { dist: quantiles, p: [..], x: [..] }',
});
export const notAbove0 = (found: string): Fault => ({
  found: `${found}, which can be 0 or less`,
  expected: 'a distribution above 0, such as lognormal, or truncnormal with a min above 0',
});
export const unknownFamily = (name: string, families: readonly string[]): Fault =>
  withNearest(`the distribution ${quote(name)}`, `one of ${families.join(', ')}`, name, families);
export const missingColumn = (column: string, columns: readonly string[]): Fault =>
  withNearest(`no column ${quote(column)}`, `one of ${columns.slice(0, 12).join(', ')}`, column, columns);
export const notCsv = (detail: string): Fault => ({
  found: `a data file that can't be read (${detail})`,
  expected: 'a CSV file with a header row',
});
export const badCell = (cell: string, row: number): Fault => ({
  found: `${quote(cell)} in row ${row} of the data file`,
  expected: 'a number in every row of the column',
});
export const tooFewRows = (rows: number): Fault => ({
  found: `${rows} numbers in the column`,
  expected: 'at least 2',
});

export const columnTwice = (column: string): Fault => ({
  found: `the column ${quote(column)} twice`,
  expected: 'each column once',
});
export const holeInDraws = (column: string, line: number): Fault => ({
  found: `nothing in the column ${quote(column)} on line ${line} of the data file`,
  expected: 'a number in every row: a future takes a whole row',
});
export const badDraw = (cell: string, column: string, line: number, expected: string): Fault => ({
  found: `${quote(cell)} in the column ${quote(column)} on line ${line} of the data file`,
  expected,
});

// Lines and periods.

export const noLines = (): Fault => ({
  found: 'no lines',
  expected: 'at least one line, such as { platform: instagram, stage: awareness }',
});
export const tooManyLines = (count: number, limit: number): Fault => ({
  found: `${count} lines`,
  expected: `at most ${limit}`,
});
export const tooManyPeriods = (count: number, limit: number): Fault => ({
  found: `${count} periods`,
  expected: `at most ${limit}`,
});
export const duplicateLine = (id: string, first: string): Fault => ({
  found: `the line ${id} again (first at ${first})`,
  expected: 'each line once; a segment tells two apart',
});
export const wrongCount = (found: number, periods: number): Fault => ({
  found: `a list of ${found}`,
  expected: `${periods} numbers, one a period`,
});
export const tooMuchFree = (lines: number, periods: number, most: number): Fault => ({
  found: `free on ${lines} lines over ${periods} periods, ${lines * periods} amounts to choose`,
  expected: `at most ${most}: fewer such lines, or longer periods`,
});
export const weightsAllZero = (): Fault => ({
  found: 'weights that are all 0',
  expected: 'at least one weight above 0',
});
export const tooManyOf = (what: string, count: number, limit: number): Fault => ({
  found: `${count} ${what}`,
  expected: `at most ${limit}`,
});
const withPosts = (posts: string | null): string => (posts === null ? '' : ` with ${posts} for creators' posts`);
export const budgetsDontSum = (sum: string, budget: string, posts: string | null = null): Fault => ({
  found: `line budgets that sum to ${sum}${withPosts(posts)}`,
  expected: `the budget, ${budget}`,
});
export const budgetsExceed = (sum: string, budget: string, posts: string | null = null): Fault => ({
  found: `line budgets that already sum to ${sum}${withPosts(posts)}`,
  expected: `at most the budget, ${budget}: the other lines share what is left`,
});
export const missingRate = (metric: string, reason: string): Fault => ({
  found: `no ${metric}, and no benchmark for it (${reason})`,
  expected: `${metric} on this line`,
});

export const noBenchmarks = (platform: string, missing: readonly string[], platforms: readonly string[]): Fault => ({
  found: `${quote(platform)}, which has no built-in benchmarks, without its ${missing.join(', ')}`,
  expected: `${missing.join(', ')} on this line, or one of ${platforms.join(', ')}`,
});
export const unknownPlatform = (found: string, platforms: readonly string[], meant?: string): Fault => {
  const fault = withNearest(
    quote(found),
    `one of ${platforms.join(', ')}, or another platform by its name`,
    found,
    platforms,
  );
  return meant === undefined ? fault : { ...fault, suggestion: meant };
};

// Rules.

export const notAShareRange = (found: string): Fault => ({
  found,
  expected: 'a share or a range of shares such as 70-80%',
});
export const reversedRange = (found: string): Fault => ({ found, expected: 'a range that goes up, such as 60-70%' });
export const notARatio = (found: string): Fault => ({ found, expected: 'a ratio such as 1:2' });
export const notASplit = (found: string): Fault => ({
  found,
  expected: 'three shares that sum to 100%, such as 60-30-10 (proven, experiment, moonshot)',
});
export const splitSum = (found: string, sum: string): Fault => ({
  found: `${found}, which sums to ${sum}`,
  expected: 'shares that sum to 100%',
});
export const notAnAmount = (found: string): Fault => ({
  found,
  expected: 'an amount of money such as 500, or a share such as 40%',
});
export const ruleWithoutLines = (what: string, stage: string): Fault => ({
  found: `a rule for ${what} and no ${stage} line`,
  expected: `a line with stage: ${stage}, or no such rule`,
});
export const ruleForNothing = (kind: string, name: string, names: readonly string[]): Fault =>
  withNearest(`a rule for the ${kind} ${quote(name)}, which no line has`, `one of ${names.join(', ')}`, name, names);
export const contradiction = (one: string, other: string): Fault => ({
  found: `${one}, against ${other}`,
  expected: 'rules that can hold together',
});
export const ruleAboveBudget = (rule: string, amount: string, budget: string): Fault => ({
  found: `${rule} of ${amount}`,
  expected: `no more than the budget, ${budget}`,
});
export const sameStageTwice = (): Fault => ({
  found: 'both rules.prospecting and rules.stages.awareness',
  expected: "one of them: prospecting is awareness's share",
});

// Variants.

export const notAStress = (found: string): Fault => ({
  found,
  expected: 'a change such as cpm +30% from week 5, tiktok off or cvr -20% (several with commas between them)',
});
export const unknownStress = (word: string, names: readonly string[]): Fault =>
  withNearest(`${quote(word)} to be changed`, `one of ${names.join(', ')}`, word, names);
export const stressNotOfLines = (what: string, scope: string): Fault => ({
  found: `${what} of ${quote(scope)}`,
  expected: `${what} alone: it is the same for all lines`,
});
export const stressNotByPeriod = (what: string): Fault => ({
  found: `${quote(what)} for a part of the horizon`,
  expected: 'the whole horizon, or cpm or cvr of all lines, a budget, or off: only these can change by period',
});
export const stressTooLow = (found: string): Fault => ({
  found,
  expected: 'a change that leaves something, above -100% (or off, for lines)',
});
export const stressOutOfRange = (what: string, reason: string): Fault => ({
  found: `${what} changed so far that it leaves its range${reason === '' ? '' : ` (${reason})`}`,
  expected: 'a smaller change',
});
export const unknownScope = (name: string, names: readonly string[]): Fault =>
  withNearest(`${quote(name)}, which no line has`, `one of ${names.slice(0, 20).join(', ')}`, name, names);
export const stressInOtherUnit = (unit: string, horizon: string): Fault => ({
  found: `a ${unit} in a horizon of ${horizon}`,
  expected: 'the periods of the horizon',
});
export const stressAfterEnd = (found: string, horizon: string): Fault => ({
  found,
  expected: `a period within the horizon of ${horizon}`,
});
export const nothingLeftToSpend = (): Fault => ({
  found: 'every line off',
  expected: 'at least one line that spends',
});
export const stressWithoutFunnel = (what: string): Fault => ({
  found: `${what} of lines that have a response`,
  expected: 'cpm, ctr, cvr, budget or off: a fitted curve has no other rates',
});
export const noVariants = (): Fault => ({
  found: 'no variants',
  expected: 'variants: a map of names and changes, such as "dear auctions: cpm +30% from week 5"',
});

// Correlation.

export const sharesAboveOne = (market: string, platform: string): Fault => ({
  found: `market ${market} and platform ${platform}`,
  expected: 'shares of variance that sum to at most 1',
});
export const unknownInput = (name: string, names: readonly string[]): Fault =>
  withNearest(`the input ${quote(name)}`, 'a number of this scenario, such as economics.order_value', name, names);
export const notUncertain = (name: string): Fault => ({
  found: `${quote(name)}, a fixed number`,
  expected: 'an input with a distribution: only those can be correlated',
});
export const pairWithItself = (name: string): Fault => ({
  found: `${quote(name)} twice`,
  expected: 'two different inputs',
});
export const pairTwice = (one: string, other: string): Fault => ({
  found: `the pair ${one}, ${other} again`,
  expected: 'each pair once',
});

// Expressions, KPIs, targets.

export const notAnExpression = (text: string, column: number, reason: string): Fault => ({
  found: `${quote(text)}, which can't be read at its character ${column} (${reason})`,
  expected: 'numbers, KPIs, + - * / ^, parentheses, min, max, abs, sqrt, log, exp',
});
export const unknownKpi = (name: string, column: number, names: readonly string[]): Fault =>
  withNearest(`the name ${quote(name)} at character ${column}`, 'a KPI such as profit, orders or roas', name, names);
export const kpiNameTaken = (name: string): Fault => ({
  found: `the name ${quote(name)}, which is a KPI or a function already`,
  expected: 'a name of your own',
});
export const badKpiName = (name: string): Fault => ({
  found: `the name ${quote(name)}`,
  expected: 'letters a to z, digits and _, starting with a letter',
});
export const kpiCycle = (chain: readonly string[]): Fault => ({
  found: `KPIs that lead back to themselves: ${chain.join(' → ')}`,
  expected: 'KPIs made of those above them',
});
export const notATarget = (text: string): Fault => ({
  found: quote(text),
  expected: 'a target such as roas >= 1.5 with 80%',
});
export const notAProbability = (found: string): Fault => ({
  found,
  expected: 'a probability above 0% and below 100%',
});

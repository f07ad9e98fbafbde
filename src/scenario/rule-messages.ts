/** Messages about rules and variants, of the same form as those of `messages.ts`. */
import { phrase, say, type Words } from '../words/said.js';
import { oneOf, quote, withNearest, withReason } from './message-parts.js';
import { type Fault, fault } from './problem.js';

// Rules.

export const notAShareRange = (found: Words): Fault =>
  fault({
    found,
    expected: say`a share or a range of shares such as 70-80%`,
  });
export const reversedRange = (found: Words): Fault =>
  fault({ found, expected: say`a range that goes up, such as 60-70%` });
export const notARatio = (found: Words): Fault => fault({ found, expected: say`a ratio such as 1:2` });
export const notASplit = (found: Words): Fault =>
  fault({
    found,
    expected: say`three shares that sum to 100%, such as 60-30-10 (proven, experiment, moonshot)`,
  });
export const splitSum = (found: Words, sum: string): Fault =>
  fault({
    found: say`${found}, which sums to ${sum}`,
    expected: say`shares that sum to 100%`,
  });
export const notAnAmount = (found: Words): Fault =>
  fault({
    found,
    expected: say`an amount of money such as 500, or a share such as 40%`,
  });
export const ruleWithoutLines = (what: string, stage: string): Fault =>
  fault({
    found: say`a rule for ${what} and no ${stage} line`,
    expected: say`a line with stage: ${stage}, or no such rule`,
  });
export const ruleForNothing = (kind: string, name: string, names: readonly string[]): Fault =>
  withNearest(say`a rule for the ${phrase(kind)} ${quote(name)}, which no line has`, oneOf(names), name, names);
export const contradiction = (one: Words, other: Words): Fault =>
  fault({
    found: say`${one}, against ${other}`,
    expected: say`rules that can hold together`,
  });
export const ruleAboveBudget = (rule: string, amount: string, budget: string): Fault =>
  fault({
    found: say`${rule} of ${amount}`,
    expected: say`no more than the budget, ${budget}`,
  });
export const sameStageTwice = (): Fault =>
  fault({
    found: say`both rules.prospecting and rules.stages.awareness`,
    expected: say`one of them: prospecting is awareness's share`,
  });

// Variants.

export const notAStress = (found: Words): Fault =>
  fault({
    found,
    expected: say`a change such as cpm +30% from week 5, tiktok off or cvr -20% (several with commas between them)`,
  });
export const unknownStress = (word: string, names: readonly string[]): Fault =>
  withNearest(say`${quote(word)} to be changed`, oneOf(names), word, names);
export const stressNotOfLines = (what: string, scope: string): Fault =>
  fault({
    found: say`${what} of ${quote(scope)}`,
    expected: say`${what} alone: it is the same for all lines`,
  });
export const stressNotByPeriod = (what: string): Fault =>
  fault({
    found: say`${quote(what)} for a part of the horizon`,
    expected: say`the whole horizon, or cpm or cvr of all lines, a budget, or off: only these can change by period`,
  });
export const stressTooLow = (found: Words): Fault =>
  fault({
    found,
    expected: say`a change that leaves something, above -100% (or off, for lines)`,
  });
export const stressOutOfRange = (what: string, reason: Words): Fault =>
  fault({
    found: withReason(say`${what} changed so far that it leaves its range`, reason),
    expected: say`a smaller change`,
  });
export const unknownScope = (name: string, names: readonly string[]): Fault =>
  withNearest(say`${quote(name)}, which no line has`, oneOf(names.slice(0, 20)), name, names);
export const stressInOtherUnit = (unit: string, horizon: string): Fault =>
  fault({
    found: say`a ${unit} in a horizon of ${horizon}`,
    expected: say`the periods of the horizon`,
  });
export const stressAfterEnd = (found: Words, horizon: string): Fault =>
  fault({
    found,
    expected: say`a period within the horizon of ${horizon}`,
  });
export const nothingLeftToSpend = (): Fault =>
  fault({
    found: say`every line off`,
    expected: say`at least one line that spends`,
  });
export const stressWithoutFunnel = (what: string): Fault =>
  fault({
    found: say`${what} of lines that have a response`,
    expected: say`cpm, ctr, cvr, budget or off: a fitted curve has no other rates`,
  });
export const noVariants = (): Fault =>
  fault({
    found: say`no variants`,
    expected: say`variants: a map of names and changes, such as "dear auctions: cpm +30% from week 5"`,
  });

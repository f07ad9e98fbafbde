import { required } from '../../required.js';
import { formatMoney } from '../../units/money.js';
import { formatShare } from '../../units/share.js';
import { type Said, say } from '../../words/said.js';
import * as messages from '../messages.js';
import type { Path } from '../source/tree.js';
import { type Bounds, isFunnelLine, type Platform, type Rules, STAGES, type Stage } from '../types.js';
import { type Build, report } from './context.js';
import { type Limits, limitsOf, moneyOf, sumLimits } from './limits.js';
import type { LineDraft } from './lines.js';

/** Sums of decimals may miss by rounding; a contradiction is larger than that. */
const SLACK = 1e-9;

/**
 * Names what a rule speaks of but no line has, and rules that can't hold together as far as sums tell; deeper conflicts are
 * the optimiser's to find. Stops at the first kind of mistake that others would follow from.
 */
export function checkRules(build: Build, lines: readonly LineDraft[], rules: Rules): void {
  const before = build.problems.length;
  checkSubjects(build, lines, rules);
  checkBounds(build, rules);
  if (build.problems.length > before) return;
  checkStageShares(build, lines, rules);
  // Where less than the budget may be spent, shares are of what is: only the optimiser can tell.
  if (build.problems.length > before || rules.budget === 'maximum') return;
  checkSums(build, lines, rules);
}

function checkSubjects(build: Build, lines: readonly LineDraft[], rules: Rules): void {
  const paid = paidPlaces(build, lines);
  const stages = new Set(paid.map(({ stage }) => stage));
  for (const [stage, range] of Object.entries(rules.stages)) {
    if (stages.has(stage as Stage) || range.max === 0) continue;
    const path = stagePath(build, stage as Stage);
    if (range.min > 0) report(build, path, messages.ruleWithoutLines(path.slice(1).join('.'), stage), true);
    else {
      const of = { kind: 'stage', stage: stage as Stage } as const;
      build.warnings.push({ code: 'idle_rule', rule: path.join('.'), of });
    }
  }
  for (const stage of ['consideration', 'conversion'] as const) {
    if (rules.retargeting === null || stages.has(stage)) continue;
    report(build, ['rules', 'retargeting'], messages.ruleWithoutLines('retargeting', stage), true);
    break;
  }
  for (const { scope, id, of } of rules.ceilings ?? []) {
    // Nothing is bought there; ceilings on lines and platforms that aren't there are reported with their other bounds.
    if (scope !== 'stages' || stages.has(id as Stage)) continue;
    const subject = { kind: 'stage', stage: id as Stage } as const;
    build.warnings.push({ code: 'idle_rule', rule: `rules.stages.${id}.${of}`, of: subject });
  }
  // A line with weights of its own, or none, has no weeks to choose.
  if (rules.weekChange !== undefined && !lines.some(({ freeFlighting }) => freeFlighting === true))
    build.warnings.push({ code: 'idle_week_change' });
  checkPricesShown(build, lines, rules);
  const platforms = [...new Set(paid.map(({ platform }) => platform))];
  for (const [platform, { min, fixed }] of Object.entries(rules.platforms)) {
    if (platforms.some((known) => known === platform)) continue;
    const path = ['rules', 'platforms', platform];
    // A ceiling holds where nothing is spent; a floor can't.
    if ((min?.value ?? 0) === 0 && (fixed?.value ?? 0) === 0)
      build.warnings.push({ code: 'idle_rule', rule: path.join('.'), of: { kind: 'platform', platform } });
    else report(build, path, messages.ruleForNothing('platform', platform, platforms), true);
  }
  const ids = lines.map((line) => line.id);
  for (const id of Object.keys(rules.lines)) {
    if (ids.includes(id)) continue;
    report(build, ['rules', 'lines', id], messages.ruleForNothing('line', id, ids), true);
  }
}

/** Where the budget goes: lines, and creators that are paid out of it. */
function paidPlaces(build: Build, lines: readonly LineDraft[]): readonly Place[] {
  return [...lines, ...creatorPlaces(build)];
}

interface Place {
  readonly platform: Platform;
  readonly stage: Stage;
}

/** Creators that are paid out of the budget: what they get isn't known here. */
function creatorPlaces({ input: { creators_from, creators = [] } }: Build): readonly Place[] {
  if (creators_from === 'outside') return [];
  return creators.map(({ platform, stage = 'awareness' as const }) => ({ platform, stage }));
}

/** A ceiling on the price of impressions of lines that all have a response, which shows none. */
function checkPricesShown(build: Build, lines: readonly LineDraft[], rules: Rules): void {
  const check = (path: Path, chosen: readonly LineDraft[]): void => {
    if (chosen.length > 0 && !chosen.some(isFunnelLine)) report(build, path, messages.nothingShown(), true);
  };
  if (rules.cpm !== null) check(['rules', 'cpm'], lines);
  for (const { scope, id, of } of rules.ceilings ?? []) {
    const isIn = (line: LineDraft): boolean =>
      (scope === 'lines' ? line.id : scope === 'platforms' ? line.platform : line.stage) === id;
    if (of === 'cpm') check(['rules', scope, id, 'cpm'], lines.filter(isIn));
  }
}

function checkBounds(build: Build, rules: Rules): void {
  const { currency } = build.input;
  const budget = build.input.budget.amount;
  const money = (value: number) => formatMoney(value, currency, { locale: 'en', precision: 'exact' });
  const check = (path: Path, bounds: Bounds): void => {
    const min = bounds.min && moneyOf(bounds.min, budget);
    const max = bounds.max && moneyOf(bounds.max, budget);
    const fixed = bounds.fixed && moneyOf(bounds.fixed, budget);
    const clash = (key: string, one: string, other: string) =>
      report(build, [...path, key], messages.contradiction(one, other));
    if (fixed !== null && fixed > budget * (1 + SLACK)) {
      report(build, [...path, 'fixed'], messages.ruleAboveBudget('fixed', money(fixed), money(budget)));
    } else if (min !== null && min > budget * (1 + SLACK)) {
      report(build, [...path, 'min'], messages.ruleAboveBudget('min', money(min), money(budget)));
    } else if (min !== null && max !== null && min > max) clash('min', `min ${money(min)}`, `max ${money(max)}`);
    else if (fixed !== null && max !== null && fixed > max)
      clash('fixed', `fixed ${money(fixed)}`, `max ${money(max)}`);
    else if (fixed !== null && min !== null && fixed < min)
      clash('fixed', `fixed ${money(fixed)}`, `min ${money(min)}`);
  };
  for (const [platform, bounds] of Object.entries(rules.platforms)) check(['rules', 'platforms', platform], bounds);
  for (const [id, bounds] of Object.entries(rules.lines)) check(['rules', 'lines', id], bounds);
}

/** Shares of stages must be able to add up to the whole. */
function checkStageShares(build: Build, lines: readonly LineDraft[], rules: Rules): void {
  const paid = paidPlaces(build, lines);
  const present = STAGES.filter((stage) => paid.some((place) => place.stage === stage));
  const ruled = present.filter((stage) => rules.stages[stage] !== undefined);
  const last = ruled.at(-1);
  if (last === undefined) return;
  const percent = (value: number) => formatShare(value, { locale: 'en', precision: 'exact' });
  const ranges = ruled.map((stage) => ({ stage, ...required(rules.stages[stage]) }));
  const least = ranges.reduce((sum, { min }) => sum + min, 0);
  const most = ranges.reduce((sum, { max }) => sum + max, 0);
  const path = stagePath(build, last);
  if (least > 1 + SLACK) {
    const parts = ranges.map(({ stage, min }) => `${stage} ${percent(min)}`).join(' + ');
    report(build, path, messages.contradiction(say`at least ${parts}, ${percent(least)} in all`, say`a whole of 100%`));
  } else if (ruled.length === present.length && most < 1 - SLACK) {
    const parts = ranges.map(({ stage, max }) => `${stage} ${percent(max)}`).join(' + ');
    const rest = say`the whole budget, which lines of ${present.join(', ')} share`;
    report(build, path, messages.contradiction(say`at most ${parts}, ${percent(most)} in all`, rest));
  }
}

interface Group {
  readonly path: Path;
  /** As it is reported; `null`: the whole budget. */
  readonly name: Said | null;
  readonly limits: Limits;
  readonly lines: readonly LineDraft[];
  /** Whether creators may get a part of it. */
  readonly posts: boolean;
}

/** What lines, platforms and stages must and may take, held against each other and against the budget. */
function checkSums(build: Build, lines: readonly LineDraft[], rules: Rules): void {
  const { currency } = build.input;
  const budget = build.input.budget.amount;
  const money = (value: number) => formatMoney(value, currency, { locale: 'en', precision: 'exact' });
  const slack = budget * SLACK;
  const ofLine = (line: LineDraft) => limitsOf(rules.lines[line.id], budget);
  const creators = creatorPlaces(build);
  const groups: Group[] = [
    {
      path: ['rules', 'lines'],
      name: null,
      limits: { least: budget, most: budget },
      lines,
      posts: creators.length > 0,
    },
  ];
  for (const [platform, bounds] of Object.entries(rules.platforms)) {
    const members = lines.filter((line) => line.platform === platform);
    const path = ['rules', 'platforms', platform];
    groups.push({
      path,
      name: say`platform ${platform}`,
      limits: limitsOf(bounds, budget),
      lines: members,
      posts: creators.some((one) => one.platform === platform),
    });
  }
  for (const [stage, { min, max }] of Object.entries(rules.stages)) {
    const members = lines.filter((line) => line.stage === stage);
    const limits = { least: min * budget, most: max * budget };
    groups.push({
      path: stagePath(build, stage as Stage),
      name: say`stage ${stage}`,
      limits,
      lines: members,
      posts: creators.some((one) => one.stage === stage),
    });
  }
  for (const { path, name, limits, lines: members, posts } of groups) {
    const sum = sumLimits(members.map(ofLine));
    const who = name === null ? say`lines` : say`lines of ${name}`;
    // Amounts are written only where there is something to say: the first one takes as long as all the checks.
    const bound = (words: Said, amount: number) =>
      name === null ? say`the budget of ${money(budget)}` : say`${words} ${money(amount)} for ${name}`;
    const about = name === null && build.input.rules?.lines === undefined ? ['rules'] : path;
    if (sum.least > limits.most + slack) {
      report(
        build,
        about,
        messages.contradiction(say`minimums of ${money(sum.least)} for ${who}`, bound(say`at most`, limits.most)),
      );
    } else if (!posts && sum.most < limits.least - slack) {
      report(
        build,
        about,
        messages.contradiction(say`maximums of ${money(sum.most)} for ${who}`, bound(say`at least`, limits.least)),
      );
    }
  }
  const platforms = [...new Set(paidPlaces(build, lines).map(({ platform }) => platform))];
  const all = sumLimits(platforms.map((platform) => limitsOf(rules.platforms[platform], budget)));
  const whole = () => say`the budget of ${money(budget)}`;
  const path = ['rules', 'platforms'];
  if (all.least > budget + slack) {
    report(build, path, messages.contradiction(say`minimums of ${money(all.least)} for platforms`, whole()));
  } else if (all.most < budget - slack) {
    report(build, path, messages.contradiction(say`maximums of ${money(all.most)} for platforms`, whole()));
  }
}

function stagePath(build: Build, stage: Stage): Path {
  return stage === 'awareness' && build.input.rules?.prospecting !== undefined
    ? ['rules', 'prospecting']
    : ['rules', 'stages', stage];
}

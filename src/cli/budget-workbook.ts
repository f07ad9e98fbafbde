import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { budgetsOf, type WorkbookBudgets, workbookLineNames } from '../report/workbook/read-back.js';
import { elementAt, firstOf, required } from '../required.js';
import { withWholeBudget, writePlanBack } from '../scenario/index.js';
import { postsPay } from '../scenario/pay.js';
import type { Line } from '../scenario/types.js';
import { apportion } from '../units/apportion.js';
import { formatMoney, fromMinorUnits, toMinorUnits } from '../units/money.js';
import { say, type Words } from '../words/said.js';
import type { Effects } from './effects.js';
import { InputError } from './exit.js';
import type { CommonOptions } from './options.js';
import { readScenarioOrExplain } from './read-scenario.js';
import { recordSources } from './scenario-sources.js';
import { writeFileWhole } from './write-file.js';

interface ChangedPlanOptions extends CommonOptions {
  /** The scenario that the workbook is of; left out, the copy in the report's folder. */
  readonly scenario?: string;
  /** The scenario to write. */
  readonly out?: string;
  readonly force?: boolean;
}

/** A scenario with a workbook's budgets in it, written. */
interface ChangedPlan {
  readonly path: string;
  /** A sentence a change, and where the scenario is. */
  readonly notices: readonly Words[];
}

/**
 * Takes the budgets of a workbook that huni wrote, as they stand in its plan now, into the scenario it is of. Creative and posts stay
 * as the scenario has them: the workbook doesn't say them.
 *
 * @throws {InputError} with every cell that is wrong, or where no scenario is found
 */
export async function changedPlan(
  file: string,
  workbook: WorkbookBudgets,
  options: ChangedPlanOptions,
  effects: Effects,
): Promise<ChangedPlan> {
  const source = options.scenario ?? (await scenarioBeside(file));
  const sources = recordSources();
  const { scenario, document } = await readScenarioOrExplain(source, options, sources.readFile);
  effects.signal.throwIfAborted();
  const names = workbookLineNames(scenario, workbook.language);
  const taken = budgetsOf(workbook, scenario);
  if (!taken.ok) {
    const [first, ...others] = taken.wrong.map((one) => say`${file}: ${one}`);
    throw new InputError(others.reduce((all, one) => say`${all}\n${one}`, required(first)));
  }
  const { budgets, periods } = taken.value;
  const { lines, currency } = scenario;
  const flighting = new Map(
    lines.flatMap((line, k) => {
      const [budget, own] = [elementAt(budgets, k), elementAt(periods, k)];
      return budget > 0 && !spreadAlike(line, budget, own, currency)
        ? [[elementAt(document.lines, k).id, own] as const]
        : [];
    }),
  );
  // Shares of tiers aren't in a workbook: what is free stays free.
  const given = writePlanBack({ ...document, creativeFree: false }, budgets, scenario.creativeSplit, flighting);
  const before = lines.map(({ budget }) => budget);
  const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + toMinorUnits(one, currency), 0);
  const budget = toMinorUnits(scenario.budget, currency);
  // What is only a ceiling stays where lines and what creators are paid out of it are below it.
  const units =
    scenario.rules.budget === 'maximum'
      ? Math.max(budget, sum(budgets) + toMinorUnits(postsPay(scenario), currency))
      : budget + sum(budgets) - sum(before);
  const whole = fromMinorUnits(units, currency);
  const text = whole === scenario.budget ? given : withWholeBudget(given, document.json, whole);
  // What a scenario extends is named from where it lies.
  const folder = sources.files().size > 1 ? dirname(source) : '.';
  const path = options.out ?? join(folder, `${basename(source, extname(source))}-changed${extname(source)}`);
  await writeFileWhole(path, text, { replace: options.force === true });
  const money = (amount: number) => formatMoney(amount, currency, { locale: scenario.language, precision: 'exact' });
  const changes = names.flatMap((name, k) =>
    budgets[k] === before[k] ? [] : [`${name}: ${money(elementAt(before, k))} → ${money(elementAt(budgets, k))}`],
  );
  return {
    path,
    notices: [
      ...changes,
      `${money(fromMinorUnits(sum(before), currency))} → ${money(fromMinorUnits(sum(budgets), currency))}`,
      say`Scenario: ${path}`,
    ],
  };
}

/** Whether amounts by period are what the line's own flighting makes of its budget, to the smallest unit that rounding moves. */
function spreadAlike({ flighting }: Line, budget: number, periods: readonly number[], currency: string): boolean {
  if (flighting.length !== periods.length) return false;
  const own = apportion(toMinorUnits(budget, currency), flighting);
  return own.every((units, t) => Math.abs(units - toMinorUnits(elementAt(periods, t), currency)) <= 1);
}

const PLANS = ['.yaml', '.yml', '.json'];

/** A report's folder has a copy of its scenario; which of several files it is nothing tells. */
async function scenarioBeside(file: string): Promise<string> {
  const folder = join(dirname(file), 'scenario');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const plans = entries
    .filter((entry) => entry.isFile() && PLANS.includes(extname(entry.name).toLowerCase()))
    .map(({ name }) => name)
    .sort();
  if (plans.length === 1) return join(folder, firstOf(plans));
  const why =
    plans.length === 0 ? say`no scenario in ${folder}` : say`several scenarios in ${folder}: ${plans.join(', ')}`;
  throw new InputError(say`${file}: found ${why}, expected the scenario that the workbook is of: --scenario FILE`);
}

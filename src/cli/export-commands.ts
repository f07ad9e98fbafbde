import { type Command, Option } from 'commander';
import { CHECK_FORMATS } from '../report/check/format-names.js';
import type { Effects } from './effects.js';
import type { ExitCode } from './exit.js';
import {
  amount,
  days,
  listOf,
  REPORT_TOO,
  repeated,
  shareOption,
  wholeNumber,
  withCommonOptions,
  withExportOptions,
} from './options.js';
import { PLAN_PARTS } from './part-names.js';

/** Adds the commands that read platforms' exports; their modules are loaded only when one is called. */
export function addExportCommands(program: Command, effects: Effects, done: (code: ExitCode) => void): void {
  withExportOptions(
    program
      .command('calibrate')
      .description("turn platforms' exports into a scenario's distributions, and show the fits")
      .argument('<file...>', 'exports: CSV, TSV or XLSX'),
  )
    .option('--out <file>', 'scenario to write (default: calibrated.yaml)')
    .option('--stages <file>', 'which stage each campaign is for, as an earlier run wrote it and you corrected it')
    .option('--horizon <span>', "the scenario's horizon", '13 weeks')
    .option('--start <date>', "the scenario's first day (default: the day after the last row)")
    .option(
      '--delay-days <n>',
      'days in which half of the conversions are recorded, 0 for at once (default: as overlapping reports say)',
      days,
    )
    .option(
      '--new-campaigns',
      "the plan's campaigns are new ones: as uncertain as campaigns differ (default: these go on)",
    )
    .option('--force', 'write over a scenario that is there')
    .option('--png', 'draw each chart as a PNG, too')
    .action(async (files: string[], options) => {
      const { calibrateCommand } = await import('./commands/calibrate.js');
      done(await calibrateCommand(files, options, effects));
    });

  withExportOptions(
    program
      .command('plan')
      .description("from platforms' exports to a priced plan: reads, asks once for what is open, fits, prices")
      .argument(
        '<file...>',
        "exports: CSV, TSV or XLSX; or one plan: a budget.xlsx of huni's as you changed it, a media plan",
      ),
  )
    .option('--budget <amount>', "budget of the plan, in the exports' currency (default: the pace goes on)", amount)
    .option('--weeks <n>', 'weeks to plan', wholeNumber('weeks', 1, 260), 4)
    .option('--scenario <file>', "the scenario that a budget.xlsx is of (default: the copy in the report's folder)")
    .option('--goal <what>', 'what to maximise: profit, orders, revenue, clicks, … (default: profit, else orders)')
    .option('--order-value <amount>', 'what an order is worth: 42, "30 to 55"')
    .option('--margin <share>', 'gross margin: 55%, "50% to 60%"')
    .option('--stages <file>', 'which stage each campaign is for, as an earlier run wrote it and you corrected it')
    .option('--out <file>', 'scenario to write (default: <first export>-plan.yaml)')
    .option(
      '--delay-days <n>',
      'days in which half of the conversions are recorded, 0 for at once (default: as overlapping reports say)',
      days,
    )
    .option(
      '--new-campaigns',
      "the plan's campaigns are new ones: as uncertain as campaigns differ (default: these go on)",
    )
    .option('--force', 'write over a scenario that is there')
    .option('--png', 'draw each chart as a PNG, too')
    .option(
      '--with <sections>',
      `further sections of the page, apart by commas: ${PLAN_PARTS.join(', ')}`,
      listOf('sections', PLAN_PARTS),
    )
    .option('--draws <n>', 'futures to draw', wholeNumber('draws', 16, 16_777_216))
    .option('--workers <n>', 'threads (default: one a core)', wholeNumber('workers', 1, 256))
    .option('--no-optimize', 'price the plan only')
    .action(async (files: string[], options) => {
      const { planCommand } = await import('./commands/plan.js');
      done(await planCommand(files, options, effects));
    });

  withExportOptions(
    program
      .command('backtest')
      .description('hold plans made as of past days against what came')
      .argument('<file...>', 'exports: CSV, TSV or XLSX'),
  )
    .option('--horizon <span>', 'how far ahead each forecast looks', '28 days')
    .option('--origins <n>', 'forecasts to make', wholeNumber('origins', 1, 1_000))
    .option('--draws <n>', 'futures to draw for each', wholeNumber('draws', 100, 100_000))
    .option('--out <dir>', 'folder of the page (default: reports/<file>)')
    .option('--png', 'draw each chart as a PNG, too')
    .action(async (files: string[], options) => {
      const { backtestCommand } = await import('./commands/backtest.js');
      done(await backtestCommand(files, options, effects));
    });

  withCommonOptions(
    program
      .command('track')
      .description('hold a plan to what came, say where it lands, and plan the rest anew')
      .argument('<file>', 'scenario file'),
    REPORT_TOO,
  )
    .requiredOption('--actuals <exports...>', 'platform exports: CSV, TSV or XLSX')
    .option('--as-of <date>', 'last day that counts (default: the last of the exports, less --settle)')
    .option('--settle <days>', 'days that platforms still restate (default: 3)', days)
    .option('--tolerance <share>', 'how far a line may be off its pace (default: 10%)', shareOption('tolerance'))
    .option('--write', 'put the new budgets into the file; what is spent stays')
    .option('--store <file>', 'the ledger that says what was approved, and when (default: the file as it stands)')
    .addOption(new Option('--format <name>', 'how the answer is printed (default: text)').choices([...CHECK_FORMATS]))
    .option('--map <pair>', 'HEADER=field or platform=NAME, as huni calibrate takes it', repeated)
    .option('--currency <code>', 'currency of the amounts, where an export names none')
    .option('--day-first', 'dates are day/month, where an export leaves it open')
    .option('--month-first', 'dates are month/day, where an export leaves it open')
    .addOption(new Option('--decimal <mark>', 'decimal mark, where an export leaves it open').choices(['.', ',']))
    .action(async (file: string, options) => {
      const { trackCommand } = await import('./commands/track.js');
      done(await trackCommand(file, options, effects));
    });
}

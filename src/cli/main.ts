import { Command, CommanderError, Option } from 'commander';
import { ApprovalError } from '../approvals/errors.js';
import { VERSION } from '../version.js';
import { translationsOf } from '../words/catalogues/index.js';
import { say, type Translations, translatedBy } from '../words/said.js';
import { addApprovalCommands } from './approval-commands.js';
import { tuneCompiler } from './compiler.js';
import type { Effects } from './effects.js';
import { printableEffects, processEffects } from './effects.js';
import { EXIT, type ExitCode, InputError, StoppedError } from './exit.js';
import { addExportCommands } from './export-commands.js';
import { commandLineMistake, tellBy } from './help.js';
import { languageOf, typedLanguage } from './language.js';
import {
  accuracy,
  listOf,
  QUEUE,
  REPORT_TOO,
  wholeNumber,
  withCheckOptions,
  withCommonOptions,
  withQueueOptions,
} from './options.js';
import { RUN_PARTS } from './part-names.js';

/**
 * The command line. Each command's module is loaded only when it is called, so that `huni --help` answers at once.
 *
 * @param argv what follows the program's name
 */
export async function main(argv: readonly string[], world: Effects): Promise<ExitCode> {
  let effects = printableEffects(world, argv);
  let translations: Translations = {};
  let code: ExitCode = EXIT.ok;
  try {
    const language = languageOf(argv, effects.environment ?? {});
    translations = await translationsOf(language);
    effects = { ...effects, language };
  } catch (error) {
    return exitCodeOf(error, effects, translations);
  }
  const program = tellBy(new Command('huni'), translations)
    .description('Budget simulation and forecasting for paid social marketing.')
    .version(VERSION)
    .exitOverride()
    .option(
      '--language <code>',
      "of help, messages, what huni new writes, and reports of plans that name no language: en, az, tr, ar (default: the environment's LANG, for reports en)",
    )
    .configureOutput({
      writeOut: effects.out,
      writeErr: effects.err,
      outputError: (message, write) => write(commandLineMistake(message, translations)),
    })
    // Each command on a plan hears of it: what the plan itself names comes first.
    .hook('preAction', (_, command) => {
      const language = typedLanguage(argv);
      if (language !== null) command.setOptionValue('language', language);
    })
    .showHelpAfterError(translatedBy(translations, say`(huni --help lists the commands)`));

  program
    .command('new')
    .description('write a commented scenario to start from')
    .argument('[name]', 'name of the scenario', 'my-plan')
    .action(async (name: string) => {
      const { newCommand } = await import('./commands/new.js');
      code = await newCommand(name, effects);
    });

  withCommonOptions(
    program
      .command('run')
      .description('price a plan, optimise it under its rules, write the report')
      .argument('<file...>', 'scenario files'),
  )
    .option('--no-optimize', 'price the plan only')
    .option('--trust', 'tell in the report how flat the optimum is, and show other plans as good')
    .option('--robust', "find the plan that minimises the worst shock's loss, too")
    .option('--why', 'print every test of the verdict, with what was found and what was asked')
    .option(
      '--with <sections>',
      `further sections of the page, apart by commas: ${RUN_PARTS.join(', ')} (compare: the files given, or the variants of one)`,
      listOf('sections', RUN_PARTS),
    )
    .option('--png', 'draw each chart as a PNG, too')
    .option('--exact', 'the optimum to the cent, in place of moves in steps that people type')
    .option(
      '--accuracy <share>',
      "draw until standard errors are at most this share of the figures' spread: 1%",
      accuracy,
    )
    .addOption(
      new Option(
        '--export <for>',
        "write the budgets as rows to upload or paste, too: budgets-<for>.csv in the report's folder",
      ).choices(['meta', 'google', 'generic']),
    )
    .option('--live', 'write live.html, too: one offline file in which budgets move and figures follow')
    .action(async (files: string[], options) => {
      const { runCommand } = await import('./commands/run.js');
      code = await runCommand(files, options, effects);
    });

  withCommonOptions(
    program.command('optimize').description('find the best split and print it').argument('<file>', 'scenario file'),
    REPORT_TOO,
  )
    .option('--trust', 'tell how flat the optimum is, and show other plans as good')
    .option('--write [file]', 'write the plan back as a scenario: into the file itself, or into another')
    .action(async (file: string, options) => {
      const { optimizeCommand } = await import('./commands/optimize.js');
      code = await optimizeCommand(file, options, effects);
    });

  withQueueOptions(
    program
      .command('compare')
      .description('set scenarios side by side on the same futures: differences, ranks, chance of being best')
      .argument('<file...>', 'scenario files, or one with variants'),
    'folder of the charts and tables (default: reports/compare)',
  )
    .option('--png', 'draw each chart as a PNG, too')
    .action(async (files: string[], options) => {
      const { compareCommand } = await import('./commands/compare.js');
      code = await compareCommand(files, options, effects);
    });

  withCommonOptions(
    program
      .command('test')
      .description('tell which test is worth making before money moves: size, rule, chance of being wrong, value')
      .argument('<file>', 'scenario file'),
    REPORT_TOO,
  )
    .option('--write [file]', 'write the plan with the test as a phase with a gate: into the file itself, or another')
    .action(async (file: string, options) => {
      const { testCommand } = await import('./commands/test.js');
      code = await testCommand(file, options, effects);
    });

  withCheckOptions(
    program
      .command('check')
      .description('hold a plan to its targets and rules: exit 0 all hold, 1 one does not, 2 the input is wrong')
      .argument('<file>', 'scenario file'),
  ).action(async (file: string, options) => {
    const { checkCommand } = await import('./commands/check.js');
    code = await checkCommand(file, options, effects);
  });

  withQueueOptions(
    program
      .command('explain')
      .description("tell which inputs drive a plan's spread, and what it would be worth to know them")
      .argument('<file>', 'scenario file'),
    "the report's folder; charts and tables go into its explain/ (default: reports/<scenario>)",
  )
    .option(
      '--kpi <name>',
      'the KPI to explain (default: profit; what the goal counts where orders are worth nothing known)',
    )
    .option('--png', 'draw each chart as a PNG, too')
    .option('--no-optimize', 'leave out what information is worth, which needs the best plan')
    .action(async (file: string, options) => {
      const { explainCommand } = await import('./commands/explain.js');
      code = await explainCommand(file, options, effects);
    });

  withQueueOptions(
    program
      .command('frontier')
      .description('tell what may be had for what: profit against the worst futures, or against the budget')
      .argument('<file>', 'scenario file'),
    'folder of the charts and tables (default: reports/<scenario>/frontier)',
  )
    .addOption(new Option('--by <what>', 'what to trade against (default: risk)').choices(['risk', 'budget']))
    .option('--png', 'draw each chart as a PNG, too')
    .option('--points <n>', 'plans to find', wholeNumber('points', 2, 50), 7)
    .option('--for <target>', 'the largest or smallest budget that meets a target, such as "roas >= 2 with 80%"')
    .action(async (file: string, options) => {
      const { frontierCommand } = await import('./commands/frontier.js');
      code = await frontierCommand(file, options, effects);
    });

  withQueueOptions(
    program
      .command('sweep')
      .description('price, or optimise, every variant of a plan on common futures: best choices, regret, heat maps')
      .argument('<file>', 'scenario file'),
    'folder of the table, the page and the outcomes (default: reports/<scenario>/sweep)',
  )
    .option(
      '--vary <key=values>',
      'what to vary: "budget=10k..100k step 5k", "economics.order_value=7 to 13,9 to 15"; may be given again',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--optimize', 'find the best split of each variant, rather than price it as given')
    .option('--advice', 'say of each variant what run says of it: move, test, keep, less, cannot, start (takes longer)')
    .addOption(
      new Option('--design <name>', 'which variants (default: grid, every combination)').choices(['grid', 'sobol']),
    )
    .option('--points <n>', 'variants of a Sobol design', wholeNumber('points', 2, 100_000))
    .option('--png', 'draw each chart as a PNG, too')
    .action(async (file: string, options) => {
      const { sweepCommand } = await import('./commands/sweep.js');
      code = await sweepCommand(file, options, effects);
    });

  program
    .command('worker')
    .description('do jobs that others put into a queue on Redis')
    .option('--redis <url>', 'redis://HOST:PORT; user and password from HUNI_REDIS_USER, HUNI_REDIS_PASSWORD(_FILE)')
    .option('--threads <n>', 'jobs at a time (default: one a core)', wholeNumber('threads', 1, 256))
    .option('--prefix <name>', 'of the keys in Redis (default: huni)')
    .option('--status', 'tell what is queued and who works on it, and do nothing')
    .option('--quiet', 'print nothing but errors')
    .action(async (options) => {
      const { workerCommand } = await import('./commands/worker.js');
      code = await workerCommand(options, effects);
    });

  addExportCommands(program, effects, (answer) => {
    code = answer;
  });

  program
    .command('serve')
    .description('the planner in a browser, on this machine')
    .argument('[folder]', 'folder of plans', '.')
    .option('--host <name>', 'address to listen on; others than this machine need TLS or a proxy', '127.0.0.1')
    .option('--port <n>', 'port to listen on; 0: any that is free', wholeNumber('port', 0, 65_535), 4580)
    .option('--workers <n>', 'threads (default: one a core)', wholeNumber('workers', 1, 64))
    .option('--tls-cert <file>', 'certificate, PEM')
    .option('--tls-key <file>', 'its key, PEM')
    .option('--behind-proxy <address>', 'the address that people type, where a proxy stands before this server')
    .option('--store <file>', 'the ledger of approvals (default: approvals/ledger.db in the folder)')
    .option('--engine <url>', QUEUE)
    .option('--prefix <name>', 'of the keys in Redis (default: huni)')
    .action(async (folder: string, options) => {
      const { serveCommand } = await import('./commands/serve.js');
      code = await serveCommand(folder, options, effects);
    });

  addApprovalCommands(program, effects, (answer) => {
    code = answer;
  });

  program
    .command('schema')
    .description("print the scenario's JSON Schema")
    .action(async () => {
      const { schemaCommand } = await import('./commands/schema.js');
      code = schemaCommand(effects);
    });

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, effects, translations);
  }
}

function exitCodeOf(error: unknown, effects: Effects, translations: Translations): ExitCode {
  if (effects.signal.aborted) {
    const kept = error instanceof StoppedError ? error.said : say`Nothing was written.`;
    effects.err(`\n${translatedBy(translations, say`Stopped. ${kept}`)}\n`);
    return EXIT.interrupted;
  }
  // Commander has printed its own message; help and version are no mistakes.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongInput;
  if (error instanceof InputError) {
    effects.err(`${error.translatedBy(translations)}\n`);
    return EXIT.wrongInput;
  }
  if (error instanceof ApprovalError) {
    effects.err(`${error.translatedBy(translations)}\n`);
    return error.reason === 'wrong-input' ? EXIT.wrongInput : EXIT.failed;
  }
  const { stack } = error instanceof Error ? error : new Error(String(error));
  effects.err(`huni ${VERSION} failed, and this is its own mistake. Please report it with the scenario:\n${stack}\n`);
  return EXIT.wrongInput;
}

/** Runs the process: Ctrl-C aborts what is going on, and a second one does not wait for it. */
export async function runProcess(): Promise<void> {
  tuneCompiler();
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort(new Error('interrupted'));
  });
  process.on('SIGTERM', () => controller.abort(new Error('terminated')));
  const printed = watchOutput();
  const code = await main(process.argv.slice(2), processEffects(controller.signal));
  process.exitCode = await printed(code);
  // Threads that were still starting would hold the process up.
  if (controller.signal.aborted) process.exit();
}

/**
 * Watches what becomes of standard output. A reader that goes away (`huni check … | head`) is no mistake, and changes nothing of
 * the answer; a disk that is full is one, since the answer has not been given.
 *
 * @returns the exit code of a command, once all that it printed is through
 */
function watchOutput(): (code: ExitCode) => Promise<ExitCode> {
  const { stdout, stderr } = process;
  let failure: NodeJS.ErrnoException | null = null;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') failure ??= error;
  });
  // Nowhere is left to say it.
  stderr.on('error', () => {});
  return async (code) => {
    await new Promise<void>((done) => stdout.write('', () => done()));
    if (failure === null) return code;
    stderr.write(`standard output can't be written to: ${failure.message}\n`);
    return code === EXIT.ok ? EXIT.wrongInput : code;
  };
}

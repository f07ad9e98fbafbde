import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseNumber } from '../units/number.js';
import type { Effects } from './effects.js';
import type { ExitCode } from './exit.js';
import { wholeNumber } from './options.js';

/** Where approvals are recorded unless `--store` says otherwise. */
const STORE = 'approvals/ledger.db';
const MOST_SUBMISSIONS = 1_000_000_000;
const MOST_WORKERS = 256;

/** Adds the commands of the approval ledger; their modules are loaded only when one is called. */
export function addApprovalCommands(program: Command, effects: Effects, done: (code: ExitCode) => void): void {
  const id = wholeNumber('the number of a submission', 1, MOST_SUBMISSIONS);
  const workers = wholeNumber('workers', 1, MOST_WORKERS);

  withStore(program.command('submit').description('run a report again and record it for approval'))
    .argument('<dir>', "a report's folder")
    .addOption(
      new Option('--plan <plan>', 'the plan to approve (default: the optimised one)').choices(['given', 'optimized']),
    )
    .option('--key <file>', 'your private key (default: one of your own, made at first use)')
    .option('--workers <n>', 'threads (default: one a core)', workers)
    .action(async (dir: string, options) => {
      const { submitCommand } = await import('./commands/submit.js');
      done(await submitCommand(dir, options, effects));
    });

  withSigner(withStore(program.command('approve').description('approve a submission, signed')))
    .argument('<id>', 'number of the submission', id)
    .option('--limit <amount>', 'approve spending up to this (default: what was asked for)', amount)
    .option('--folder <dir>', 'where the report is (default: where it was submitted from)')
    .option('--workers <n>', 'threads (default: one a core)', workers)
    .action(async (submission: number, options) => {
      const { approveCommand } = await import('./commands/decide.js');
      done(await approveCommand(submission, options, effects));
    });

  withSigner(withStore(program.command('reject').description('reject a submission, signed')))
    .argument('<id>', 'number of the submission', id)
    .option('--reason <text>', 'why')
    .action(async (submission: number, options) => {
      const { rejectCommand } = await import('./commands/decide.js');
      done(await rejectCommand(submission, options, effects));
    });

  withStore(
    program.command('ledger').description('list what was submitted, approved and rejected, and check the ledger'),
  )
    .option('--trust', 'take the ledger as it is from now on, whatever was known of it')
    .action(async (options) => {
      const { ledgerCommand } = await import('./commands/ledger.js');
      done(await ledgerCommand(options, effects));
    });

  withStore(
    program.command('verify').description('hold a report against the ledger and against a new run of its scenario'),
  )
    .argument('<dir>', "a report's folder")
    .option('--workers <n>', 'threads (default: one a core)', workers)
    .action(async (dir: string, options) => {
      const { verifyCommand } = await import('./commands/verify.js');
      done(await verifyCommand(dir, options, effects));
    });

  withStore(program.command('policy').description('sign who may approve how much and put it in force, or print it'))
    .argument('[file]', 'YAML: currency, approvers with name, key and limit')
    .option('--key <file>', "the policy owner's private key")
    .action(async (file: string | undefined, options) => {
      const { policyCommand } = await import('./commands/policy.js');
      done(await policyCommand(file, options, effects));
    });

  program
    .command('keys')
    .description('make a key to sign with')
    .command('new')
    .description('write a new private key, for your eyes only, and print the public one')
    .argument('<name>', 'whose key it is')
    .option('--out <file>', 'where to (default: your configuration folder)')
    .action(async (name: string, options) => {
      const { newKeyCommand } = await import('./commands/keys.js');
      done(await newKeyCommand(name, options, effects));
    });
}

function withStore(command: Command): Command {
  return command
    .option('--store <file>', 'the ledger', STORE)
    .option('--owner <key>', 'the public key of its owner: it must have signed a policy in it', ownerKey)
    .option('--head <hash>', 'the last hash you noted: it must still be there', headHash)
    .option('--json', 'print the answer as JSON, and nothing else')
    .option('--quiet', 'print nothing but errors');
}

function withSigner(command: Command): Command {
  return command
    .requiredOption('--by <name>', 'who decides, as the policy names them')
    .option('--key <file>', 'their private key (default: in your configuration folder)');
}

function amount(text: string): number {
  // Money has no percentages: 70% would be 0.70.
  const number = parseNumber(text.includes('%') ? '' : text);
  if (number.ok && number.value >= 0) return number.value;
  throw new InvalidArgumentError(`found "${text}", expected an amount like 20000 or 20k`);
}

function headHash(text: string): string {
  const hash = text.toLowerCase();
  if (/^[0-9a-f]{12,64}$/.test(hash)) return hash;
  throw new InvalidArgumentError(
    `found "${text}", expected the hash that \`huni ledger\` prints last, or its first 12 digits at least`,
  );
}

function ownerKey(text: string): string {
  // Whether it is a point of the curve shows where a policy is held against it.
  if (/^ed25519:[A-Za-z0-9_-]{43}$/.test(text)) return text;
  throw new InvalidArgumentError(`found "${text}", expected a public key as \`huni keys new\` prints it, ed25519:…`);
}

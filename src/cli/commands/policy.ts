import { intactHistory } from '../../approvals/audit.js';
import { recordPolicy } from '../../approvals/decide.js';
import type { Policy } from '../../approvals/entries.js';
import { readPrivateKey } from '../../approvals/keys.js';
import { readPolicyFile } from '../../approvals/policy.js';
import { visibleText } from '../../encoding/visible.js';
import { type Said, say } from '../../words/said.js';
import { exactMoney } from '../amount-text.js';
import type { StoreOptions } from '../approval-options.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { refuseAlarms, withLedger } from '../open-ledger.js';
import { linesFor } from '../translated.js';

/** `huni policy FILE --key FILE`: signs a policy and puts it in force; without a file, prints the one in force. */
export async function policyCommand(
  file: string | undefined,
  options: StoreOptions & { readonly key?: string },
  effects: Effects,
): Promise<ExitCode> {
  if (file === undefined) return printPolicy(options, effects);
  if (options.key === undefined)
    throw new InputError(say`--key: found nothing, expected the policy owner's private key`);
  const [policyFile, key] = [await readPolicyFile(file), await readPrivateKey(options.key)];
  return withLedger(options, { create: true }, effects, async (known) => {
    refuseAlarms(known);
    const { entry, policy } = recordPolicy(known.ledger, policyFile, key, new Date());
    if (options.json) effects.out(`${JSON.stringify({ entry: entry.seq, hash: entry.hash, policy })}\n`);
    else if (!options.quiet) {
      effects.out(
        await linesFor(effects, [say`Policy in force (entry ${entry.seq}):`, ...approverLines(policy, effects)]),
      );
    }
    return { answer: EXIT.ok, intact: true };
  });
}

function printPolicy(options: StoreOptions, effects: Effects): Promise<ExitCode> {
  const { store, json, quiet } = options;
  return withLedger(options, { create: false }, effects, async ({ ledger, alarms }) => {
    const { policy } = intactHistory(ledger.entries(), store, [...alarms, ...ledger.faults()]);
    if (json) effects.out(`${JSON.stringify(policy === null ? null : policy.body)}\n`);
    else if (!quiet) {
      effects.out(
        await linesFor(effects, policy === null ? [say`No policy is in force.`] : approverLines(policy.body, effects)),
      );
    }
    return { answer: EXIT.ok, intact: true };
  });
}

function approverLines({ approvers, currency, owner }: Policy, { language }: Effects): readonly Said[] {
  const money = exactMoney(currency, language);
  const lines = approvers.map(({ name, limit, key }): Said => {
    const most = limit === null ? say`any amount` : say`up to ${money(limit)}`;
    return say`  ${visibleText(name)}: ${most} (${key})`;
  });
  return [...lines, say`  owner: ${owner}`];
}

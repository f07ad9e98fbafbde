import { elementAt, required } from '../required.js';
import { formatMoney } from '../units/money.js';
import { type Said, say, type Words } from '../words/said.js';
import { type AmountRequest, amountOf } from './amount.js';
import { buildHash } from './build.js';
import { sha256 } from './canonical.js';
import type { Submission } from './entries.js';
import { mismatch } from './errors.js';
import { type HashedFile, hashFolder, type ReadResult } from './folder.js';
import type { Rerun } from './reproduce.js';

/** All that a submission says of its report: found from the folder, never taken from anybody. */
export type Claim = Omit<Submission, 'kind' | 'folder' | 'signer' | 'signature'>;

interface ClaimRequest extends Pick<AmountRequest, 'kind' | 'previous' | 'workers' | 'signal'> {
  readonly folder: string;
  readonly read: { readonly text: string; readonly result: ReadResult };
  readonly rerun: Rerun;
}

/** Finds what a submission of a report has to say. @throws ApprovalError see `amountOf` */
export async function claimOf({ folder, read, rerun, ...request }: ClaimRequest): Promise<Claim> {
  const { scenario, forecast } = rerun;
  const plan = required(forecast.result.plans[request.kind]);
  return {
    scenario: { name: scenario.name, sha256: scenario.sha256 },
    result: sha256(read.text),
    engine: { version: read.result.engine.version, build: await buildHash() },
    plan: request.kind,
    currency: scenario.currency,
    ...(await amountOf({ ...request, scenario, plan })),
    files: [...(await hashFolder(folder))],
  };
}

/** What a submission says otherwise than its folder; files are compared apart. */
export function claimFaults(where: Words, { engine, ...said }: Submission, claim: Claim): readonly Said[] {
  const money = (value: number) => formatMoney(value, claim.currency, { locale: 'en', precision: 'exact' });
  const faults: Said[] = [];
  const hold = (name: Said, found: string | number, expected: string | number) => {
    if (found !== expected) faults.push(mismatch(say`${where}: ${name}`, found, say`${expected} from a new run`));
  };
  hold(say`scenario`, said.scenario.name, claim.scenario.name);
  hold(say`scenario`, said.scenario.sha256.slice(0, 12), claim.scenario.sha256.slice(0, 12));
  hold(say`currency`, said.currency, claim.currency);
  hold(say`budget`, money(said.budget), money(claim.budget));
  hold(say`amount`, money(said.amount), money(claim.amount));
  hold(say`error of the amount`, money(said.error), money(claim.error));
  hold(say`draws`, said.draws, claim.draws);
  hold(say`version`, engine.version, claim.engine.version);
  if (engine.build !== claim.engine.build) {
    const found = say`a program of hash ${claim.engine.build.slice(0, 12)}`;
    faults.push(mismatch('huni', found, say`${engine.build.slice(0, 12)}, which the report was submitted with`));
  }
  return faults;
}

/** Files as they were submitted. */
export function sameFiles(one: readonly HashedFile[], other: readonly HashedFile[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ path, sha256 }, k) => {
      const there = elementAt(other, k);
      return path === there.path && sha256 === there.sha256;
    })
  );
}

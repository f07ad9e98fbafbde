import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, in that order: begun last, one of them would keep a single core busy at the end of a run. */
const LONGEST = [
  'thorough/package',
  'thorough/track/calibration',
  'thorough/queue/clock-and-network',
  'thorough/queue/faults',
  'thorough/approvals/extras',
  'thorough/ledger-faults',
  'thorough/queue/commands',
  'thorough/cli/approvals',
  'thorough/optimize/nothing-spent',
  'thorough/advice/verdicts',
  'thorough/advice/acting',
  'real-data/backtest',
  'browser/planner-for-everyone',
  'browser/verdict-first',
  'browser/planner',
  'browser/accessibility',
].map((name) => `/test/${name}.test.ts`);

/** The runner's own order, which goes by durations of runs before where it knows any, after the files known to be long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

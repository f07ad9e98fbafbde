import type { SessionOptions } from '../engine/session.js';
import { compareScenarios } from '../forecast/compare/compare.js';
import { NotComparableError } from '../forecast/errors.js';
import { explainForecast } from '../forecast/explain.js';
import { runFrontier } from '../forecast/frontier/frontier.js';
import { explainedKpi } from '../forecast/known-worth.js';
import type { ReportPart } from '../report/parts.js';
import type { Scenario } from '../scenario/types.js';
import { type Doing, doing } from '../words/progress.js';
import { say } from '../words/said.js';
import { InputError } from './exit.js';
import type { CommonOptions } from './options.js';
import type { RunPart } from './part-names.js';
import { readContenders } from './read-contenders.js';

/** Plans of a frontier beside a run's own figures. */
const POINTS = 7;

/** Where each part's figures are, beside the page that it is a section of. */
export const PART_FILES = { compare: 'compare.json', explain: 'explain.json', frontier: 'frontier.json' } as const;

interface PartsMade {
  readonly parts: readonly ReportPart[];
  /** Their figures as JSON, by file name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Makes what was asked for beside a run.
 *
 * @param files all that are run: several are compared with each other, one with its variants
 * @throws {InputError} where there is nothing to compare with
 */
export async function makeParts(
  names: readonly RunPart[],
  scenario: Scenario,
  files: readonly string[],
  options: CommonOptions,
  session: SessionOptions & { readonly onProgress: (progress: Doing) => void },
): Promise<PartsMade> {
  const parts: ReportPart[] = [];
  const made = new Map<string, string>();
  if (names.includes('compare')) {
    const { comparisonPart, stringifyComparison } = await import('../report/compare/index.js');
    const contenders = await readContenders(files, options);
    try {
      const comparison = await compareScenarios(contenders, {
        ...session,
        onProgress: ({ label }) => session.onProgress(doing(say`${label}`)),
      });
      parts.push(comparisonPart(contenders, comparison));
      made.set(PART_FILES.compare, stringifyComparison(contenders, comparison));
    } catch (error) {
      if (error instanceof NotComparableError) throw new InputError(say`--with compare: ${error.said}`);
      throw error;
    }
  }
  if (names.includes('explain')) {
    const { explanationPart, stringifyExplanation } = await import('../report/explain/index.js');
    const { maximize } = scenario.goal;
    const kpi = maximize.kind === 'kpi' ? maximize.name : explainedKpi(scenario);
    const explanation = await explainForecast(scenario, { ...session, kpi });
    parts.push(explanationPart(scenario, explanation));
    made.set(PART_FILES.explain, stringifyExplanation(explanation));
  }
  if (names.includes('frontier')) {
    const { frontierPart, stringifyFrontier } = await import('../report/frontier/index.js');
    const frontier = await runFrontier(scenario, { ...session, by: 'risk', points: POINTS });
    parts.push(frontierPart(scenario, frontier));
    made.set(PART_FILES.frontier, stringifyFrontier(frontier));
  }
  return { parts, files: made };
}

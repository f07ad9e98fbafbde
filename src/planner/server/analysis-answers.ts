import { compareScenarios } from '../../forecast/compare/compare.js';
import type { Contender } from '../../forecast/compare/types.js';
import type { Explanation } from '../../forecast/explain/types.js';
import type { Frontier } from '../../forecast/frontier/types.js';
import { tornadoFinding } from '../../report/charts/tornado.js';
import { comparedFigures } from '../../report/compare/context.js';
import { explainContext } from '../../report/explain/context.js';
import { budgetFindings } from '../../report/frontier/budget-charts.js';
import { frontierContext } from '../../report/frontier/context.js';
import { firstOf } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import type { CompareAnswer, ExplainAnswer, FrontierAnswer } from '../protocol.js';
import { inLanguages } from './in-languages.js';

/** An explanation as the page shows it: the report's tornado, in its words. */
export function explainAnswer(scenario: Scenario, explanation: Explanation): ExplainAnswer {
  return inLanguages((language) => tornadoFinding(explainContext({ ...scenario, language }, explanation)));
}

/** Budgets as the page shows them: the report's findings, and the plans that may be taken. */
export function frontierAnswer(scenario: Scenario, frontier: Frontier): FrontierAnswer {
  return {
    points: frontier.budget?.points ?? [],
    findings: inLanguages((language) => budgetFindings(frontierContext({ ...scenario, language }, frontier))),
  };
}

/** Plans side by side, by the first of the figures that the report tells them apart by. */
export async function compareAnswer(
  contenders: readonly Contender[],
  options: Parameters<typeof compareScenarios>[1],
): Promise<CompareAnswer> {
  const figure = firstOf(comparedFigures(contenders));
  return { figure, comparison: await compareScenarios(contenders, options) };
}

import type { ReportContext } from '../context.js';
import { expressionUnit } from '../findings/units.js';
import { accuracySentence } from './accuracy.js';
import type { Table } from './table.js';

/** What it takes to get the same figures again, and how exact the simulation is. */
export function reproduceTable(context: ReportContext): Table {
  const { forecast, text, formats, plan } = context;
  const words = text.page.reproduce;
  const { engine, scenario, optimizer } = forecast.result;
  const se = plan.result.kpis.total.profit?.se ?? null;
  const accuracy = accuracySentence(context);
  const unit = expressionUnit(forecast.scenario.goal.maximize);
  return {
    columns: [words.columns.what, words.columns.value],
    words: [1],
    rows: [
      [words.scenario, scenario.name],
      [words.sha256, scenario.sha256],
      [words.seed, engine.seed],
      [words.draws, formats.whole(engine.draws)],
      [words.sampler, engine.sampler],
      [words.version, engine.version],
      ...(accuracy === null ? [] : [[words.accuracy, accuracy]]),
      ...(se === null ? [] : [[words.error, `± ${formats.estimate(se)}`]]),
      ...(engine.pseudo_random_inputs === undefined
        ? []
        : [[words.pseudo, formats.whole(engine.pseudo_random_inputs)]]),
      ...(engine.kernel === undefined ? [] : [[words.kernel, words.kernels[engine.kernel]]]),
      ...(optimizer === undefined
        ? []
        : [
            [words.status, words.statuses[optimizer.status]],
            [words.kkt, optimizer.kkt.toExponential(1)],
            [words.optimism, formats.byUnit(unit, optimizer.optimism)],
          ]),
    ],
  };
}

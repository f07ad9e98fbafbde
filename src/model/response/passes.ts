import { required } from '../../required.js';
import { rowAt, STRIDE } from '../layout.js';
import type { PlanPlaces } from '../plan-tape/record.js';
import type { Program } from '../program.js';
import { variablesOf, weightOf } from '../variables.js';

/**
 * Lines with a response turned round, once the tape's way back has the derivatives by what they bring: a spend works in as
 * many periods as its adstock is long.
 */
export function respondBack(
  program: Program,
  { layout, brought: outcomes, gradient }: PlanPlaces,
  activeOf: (line: number, period: number) => number,
  data: Float64Array,
  lanes: number,
): void {
  const T = program.periods;
  const variables = variablesOf(program);
  for (const [line, brought] of outcomes) {
    const { marginalsAt, weightsAt, length } = required(program.lines[line].response);
    for (let t = 0; t < T + length - 1; t++) {
      const bar = rowAt(layout.responseBars, marginalsAt + t);
      const marginal = rowAt(layout.responseMarginals, marginalsAt + t);
      const outcome = brought[Math.min(t, T)].bar;
      for (let d = 0; d < lanes; d++) data[bar + d] = data[marginal + d] * data[outcome + d];
    }
    const weights = rowAt(layout.responseWeights, weightsAt);
    for (let t = 0; t < T; t++) {
      const bar = rowAt(layout.responseBars, marginalsAt + t);
      const to = gradient[variables.first[line] + t * variables.step[line]];
      const active = activeOf(line, t);
      const perUnit = weightOf(program, line, t) / (program.seasonCpm[t] ?? 1);
      for (let d = 0; d < lanes; d++) {
        let effect = 0;
        for (let j = 0; j < length; j++) effect += data[weights + j * STRIDE + d] * data[bar + j * STRIDE + d];
        data[to + d] = data[to + d] + perUnit * effect * (active < 0 ? 1 : data[active + d]);
      }
    }
  }
}

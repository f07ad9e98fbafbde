import { type Layout, rowAt, STRIDE } from '../layout.js';
import type { Program } from '../program.js';
import { adstockWeights } from './adstock.js';

/** What follows from a draw's inputs alone: each response's weights by lag. */
export function prepareResponses(program: Program, layout: Layout, data: Float64Array, lanes: number): void {
  for (const { response } of program.lines) {
    if (response === undefined) continue;
    const { adstock, length, weightsAt } = response;
    const to = rowAt(layout.responseWeights, weightsAt);
    if (adstock === null) {
      data.fill(1, to, to + lanes);
      continue;
    }
    const weights = new Float64Array(length);
    const [first, second = first] = adstock.parameters.map((row) => rowAt(layout.inputs, row));
    const constant = adstock.parameters.every((row) => program.inputs[row].map.kind === 'constant');
    for (let d = 0; d < lanes; d++) {
      // The same weights in every draw are made once.
      if (d === 0 || !constant) {
        adstockWeights(adstock.kind, data[first + d], data[second + d], weights);
        if (adstock.normalised) scaleToOne(weights);
      }
      for (let j = 0; j < length; j++) data[to + j * STRIDE + d] = weights[j];
    }
  }
}

function scaleToOne(weights: Float64Array): void {
  let sum = 0;
  for (let j = 0; j < weights.length; j++) sum += weights[j];
  for (let j = 0; j < weights.length; j++) weights[j] = weights[j] / sum;
}

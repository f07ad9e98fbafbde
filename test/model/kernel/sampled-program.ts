import { compileNormalMap } from '../../../src/distributions/normal-map.js';
import type { Distribution } from '../../../src/distributions/types.js';
import { restOf } from '../../../src/model/prepared.js';
import type { Program, ProgramInput } from '../../../src/model/program.js';
import type { NormalSource } from '../../../src/sampling/types.js';
import { handMadeProgram } from '../hand-made.js';

const FAMILIES: readonly Distribution[] = [
  { family: 'fixed', value: 0.4 },
  { family: 'normal', mean: 0.5, sd: 2 },
  { family: 'lognormal', mu: -1, sigma: 0.7 },
  { family: 'beta', alpha: 2, beta: 40 },
  { family: 'gamma', shape: 3, scale: 0.1 },
  { family: 'uniform', min: 0.1, max: 0.9 },
  { family: 'triangular', min: 0.1, mode: 0.2, max: 0.9 },
  { family: 'quantiles', p: [0.1, 0.5, 0.9], x: [0.1, 0.2, 0.7] },
  { family: 'empirical', sorted: [0.1, 0.2, 0.2, 0.4, 0.9] },
];
const SCORE = compileNormalMap({ family: 'normal', mean: 0, sd: 1 }, 'any');
const MAPS = FAMILIES.map((family) => compileNormalMap(family, 'amount'));

/** A program whose inputs are of every family, with shared, shuffled and pseudo-random sources, and noise. */
export function sampledProgram(periods: number, seed: number): Program {
  const program = handMadeProgram(
    [
      { platform: 0, stage: 'awareness' },
      { platform: 1, stage: 'conversion' },
    ],
    { periods },
  );
  const sources: NormalSource[] = [
    { name: 'market', dimension: 1, shuffled: false },
    { name: 'platform', dimension: 2, shuffled: false },
  ];
  const inputs: ProgramInput[] = program.inputs.map(({ name }, row) => {
    const map = MAPS[(row * 7 + seed) % MAPS.length]!;
    if (map.kind === 'constant') return { name, map, terms: [] };
    const kind = (row + seed) % 5;
    const dimension = kind === 0 ? null : kind === 1 ? 2 : 3 + row;
    sources.push({ name, dimension, shuffled: kind === 1 });
    const own = sources.length - 1;
    const terms = [
      { source: own, weight: kind > 2 ? Math.sqrt(0.3) : 1 },
      { source: 0, weight: Math.sqrt(0.5) },
      { source: 1, weight: Math.sqrt(0.2) },
    ];
    return { name, map, terms: kind > 2 ? terms : terms.slice(0, 1) };
  });
  const source = sources.length;
  for (let t = 0; t < periods; t++) {
    sources.push({ name: `noise ${t}`, dimension: 1000 + t, shuffled: false });
  }
  const noise = [
    { sd: 0, rho: 0.5, source: -1 },
    { sd: 0.2, rho: 0.6, source },
  ];
  const first = inputs.length;
  for (let t = 0; t < periods; t++) {
    sources.push({ name: `noise of rates ${t}`, dimension: 2 + t, shuffled: true });
    inputs.push({ name: `noise of rates ${t}`, map: SCORE, terms: [{ source: sources.length - 1, weight: 1 }] });
  }
  const rateNoise = [
    { rate: 'ctr', platform: 0, sd: 0.08, rho: 0.3, first },
    // So wide that many draws lie beyond what is computed without reducing the range.
    { rate: 'cvr', platform: 1, sd: 0.9, rho: -0.5, first },
  ] as const;
  const rest = { ...restOf(program), rateNoise };
  const [constant] = inputs.map((_, row) => row);
  return { ...program, inputs, sources, noise, rest, fixedCosts: [constant!, 2, 5] };
}

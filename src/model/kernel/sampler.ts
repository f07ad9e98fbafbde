import { applyNormalMap, type NormalMap } from '../../distributions/normal-map.js';
import { BITS } from '../../sampling/direction-numbers.js';
import { createRunBits } from '../../sampling/normals.js';
import { SCRAMBLE_WORDS } from '../../sampling/scrambled-sources.js';
import { SHUFFLE_WORDS } from '../../sampling/shuffled-sobol.js';
import type { NormalSource, SamplingPlan } from '../../sampling/types.js';
import { LANES, type Layout, rowAt, STRIDE } from '../layout.js';
import { createLearnedScores, replacedSources } from '../learned-scores.js';
import { prepareDrawByDraw } from '../prepare-draws.js';
import { restOf } from '../prepared.js';
import type { Program, ProgramInput } from '../program.js';
import { prepareResponses } from '../response/prepare.js';
import type { BlockSampler } from '../sample-block.js';
import type { KernelInstance } from './instance.js';
import { nativeKernel } from './native-kernel.js';
import { bytesOf, writeRecord } from './record.js';
import { RECORDS } from './records.js';
import type { KernelTables } from './tables.js';

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const ROW = STRIDE * DOUBLE;

/** How the kernel maps scores; what it has no map for is left as scores, and mapped here. */
const MAP_CODES: Readonly<Record<NormalMap['kind'], number>> = {
  constant: -1,
  empirical: 0,
  broken: 0,
  rows: 0,
  linear: 1,
  exponential: 2,
  table: 3,
};

const SOURCE_BYTES = bytesOf(RECORDS.Source);
const INPUT_BYTES = bytesOf(RECORDS.Input);
const NOISE_BYTES = bytesOf(RECORDS.Noise);
const TERM_BYTES = 16;

/**
 * Section 2 by the kernel. Random bits that aren't of a Sobol sequence are made by the sampling folder and handed over;
 * distributions from data are mapped by the distributions folder.
 *
 * Everything is laid out before anything is looked at: `open` must be called once no more memory is taken.
 */
export function layKernelSampler(
  kernel: KernelInstance,
  tables: KernelTables,
  program: Program,
  layout: Layout,
  plan: SamplingPlan,
): { open(data: Float64Array): BlockSampler } {
  const { sources, inputs, noise, periods } = program;
  // What is replaced needn't be drawn.
  const replaced = replacedSources(program);
  const drawn = sources.map((source, index) => ({ source, index })).filter(({ index }) => !replaced.has(index));
  const bits = createRunBits(
    drawn.map(({ source }) => source),
    withoutReplaced(plan, drawn),
  );
  const row = (index: number): number => tables.block + rowAt(layout.inputs, index) * DOUBLE;
  const uncertain = inputs.map((input, index) => ({ ...input, index })).filter(({ map }) => map.kind !== 'constant');
  const normals = kernel.allocate(sources.length * ROW);
  const words = kernel.allocate(drawn.length * LANES * 4);
  const directions = kernel.allocate(drawn.length * BITS * 4);
  const unscrambled = kernel.allocate(drawn.length * BITS * 4);
  const columns = kernel.allocate(drawn.length * SCRAMBLE_WORDS * 4);
  const shifts = kernel.allocate(drawn.length * 4);
  const shuffles = kernel.allocate(drawn.length * SHUFFLE_WORDS * 4);
  const list = kernel.allocate((LANES + 2) * 2);
  const noisy = [
    ...noise.flatMap(({ sd, rho, source }, platform) =>
      source < 0 ? [] : [{ sd, rho, from: normals + source * ROW, to: rowAt(layout.noise, platform * periods) }],
    ),
    ...restOf(program).rateNoise.map(({ sd, rho, first }, process) => ({
      ...{ sd, rho, from: row(first) },
      to: rowAt(layout.rateNoise, process * periods),
    })),
  ];
  const sourcesAt = kernel.allocate(drawn.length * SOURCE_BYTES);
  const inputsAt = kernel.allocate(uncertain.length * INPUT_BYTES);
  const noisesAt = kernel.allocate(noisy.length * NOISE_BYTES);
  const samplingAt = kernel.allocate(bytesOf(RECORDS.Sampling));
  const layCurve = curveTables(kernel);

  drawn.forEach(({ index }, source) => {
    writeRecord(kernel, RECORDS.Source, sourcesAt + source * SOURCE_BYTES, {
      directions: bits.orderOf(source) === null ? 0 : directions + source * BITS * 4,
      shuffle: bits.orderOf(source) === 'shuffled' ? shuffles + source * SHUFFLE_WORDS * 4 : 0,
      shift: shifts + source * 4,
      bits: words + source * LANES * 4,
      to: normals + index * ROW,
    });
  });
  uncertain.forEach(({ map, terms, index }, k) => {
    const laid = layTerms(kernel, terms, normals);
    const parameters = kernel.allocate(5 * DOUBLE);
    kernel.doubles(parameters, 5).set(parametersOf(map));
    writeRecord(kernel, RECORDS.Input, inputsAt + k * INPUT_BYTES, {
      kind: MAP_CODES[map.kind],
      to: row(index),
      terms: laid,
      termCount: terms.length,
      parameters,
      table: map.kind === 'table' ? layCurve(map) : 0,
    });
  });
  noisy.forEach(({ sd, rho, from, to }, k) => {
    const parameters = kernel.allocate(4 * DOUBLE);
    kernel.doubles(parameters, 4).set([sd, rho, sd * Math.sqrt((1 - rho) * (1 + rho)), (sd * sd) / 2]);
    writeRecord(kernel, RECORDS.Noise, noisesAt + k * NOISE_BYTES, {
      normals: from,
      to: tables.block + to * DOUBLE,
      parameters,
    });
  });
  writeRecord(kernel, RECORDS.Sampling, samplingAt, {
    periods,
    sourceCount: drawn.length,
    sources: sourcesAt,
    inputCount: uncertain.length,
    inputs: inputsAt,
    noiseCount: noisy.length,
    noises: noisesAt,
    list,
  });

  return {
    open(data) {
      fillConstants(program, layout, data);
      const special = drawn
        .map((_, source) => ({ source, out: kernel.words(words + source * LANES * 4, LANES) }))
        .filter(({ source }) => bits.orderOf(source) === null);
      if (bits.scrambled !== null) kernel.words(unscrambled, drawn.length * BITS).set(bits.scrambled.unscrambled);
      const flat = {
        scrambles: kernel.words(columns, drawn.length * SCRAMBLE_WORDS),
        shuffles: kernel.words(shuffles, drawn.length * SHUFFLE_WORDS),
      };
      const fromData = uncertain.filter(({ map }) => map.kind !== 'constant' && MAP_CODES[map.kind] === 0);
      const learn = createLearnedScores(program, STRIDE);
      const scores = kernel.doubles(normals, sources.length * STRIDE);
      const native = nativeKernel();
      const memory = kernel.exports.memory.buffer;
      const draw = (offset: number): void =>
        native === null ? kernel.exports.draw(samplingAt, offset) : native.draw(memory, samplingAt, offset);
      const map = (): void => (native === null ? kernel.exports.map(samplingAt) : native.map(memory, samplingAt));
      let replicate = -1;
      return {
        sample(block, into) {
          if (into !== data) throw new Error("the kernel samples into its own block's memory");
          if (bits.scrambled !== null && replicate !== block.replicate) {
            const words = bits.scrambled.wordsOf(block.replicate);
            flat.scrambles.set(words.scrambles);
            flat.shuffles.set(words.shuffles);
            kernel.exports.scramble(columns, unscrambled, directions, shifts, drawn.length);
            replicate = block.replicate;
          }
          for (const { source, out } of special) bits.fill(source, block, out);
          draw(block.offset);
          learn?.(scores, block.lanes);
          map();
          for (const { map, index } of fromData) {
            const at = rowAt(layout.inputs, index);
            applyNormalMap(map, data, at, data, at, block.lanes);
          }
          kernel.exports.prepare(tables.program, block.lanes);
          prepareResponses(program, layout, data, block.lanes);
          prepareDrawByDraw(program, layout, data, block.lanes);
        },
      };
    },
  };
}

/** A plan in which those sources alone are resampled that are drawn. */
function withoutReplaced(plan: SamplingPlan, drawn: readonly { readonly source: NormalSource }[]): SamplingPlan {
  if (plan.resampled === undefined) return plan;
  const names = new Set(drawn.map(({ source }) => source.name));
  return {
    ...plan,
    resampled: { ...plan.resampled, sources: plan.resampled.sources.filter((name) => names.has(name)) },
  };
}

/** Rows that no draw changes. */
function fillConstants(program: Program, layout: Layout, data: Float64Array): void {
  program.inputs.forEach(({ map }, index) => {
    const at = rowAt(layout.inputs, index);
    if (map.kind === 'constant') data.fill(map.value, at, at + LANES);
  });
  program.noise.forEach(({ source }, platform) => {
    const at = rowAt(layout.noise, platform * program.periods);
    if (source < 0) data.fill(1, at, at + program.periods * STRIDE);
  });
}

/** Weights and rows: a double and an address each. */
function layTerms(kernel: KernelInstance, terms: ProgramInput['terms'], normals: number): number {
  const at = kernel.allocate(terms.length * TERM_BYTES);
  terms.forEach(({ source, weight }, k) => {
    kernel.doubles(at + k * TERM_BYTES, 1)[0] = weight;
    kernel.words(at + k * TERM_BYTES + DOUBLE, 1)[0] = normals + source * ROW;
  });
  return at;
}

function parametersOf(map: NormalMap): number[] {
  switch (map.kind) {
    case 'linear':
      return [map.min, map.max, map.mean, map.sd];
    case 'exponential':
      return [map.min, map.max, map.mu, map.sigma];
    case 'table':
      return [map.min, map.max, map.zMin, 1 / map.step, map.knots.length - 1];
    case 'constant':
    case 'empirical':
    case 'broken':
    case 'rows':
      return [];
  }
}

/** A cubic a cell, constant first, as `applyNormalMap` has it; equal tables are laid once, as they share the cache. */
function curveTables(kernel: KernelInstance): (map: Extract<NormalMap, { kind: 'table' }>) => number {
  const laid: { readonly knots: Float64Array; readonly slopes: Float64Array; readonly at: number }[] = [];
  return ({ knots, slopes }) => {
    const same = laid.find((other) => equal(other.knots, knots) && equal(other.slopes, slopes));
    if (same !== undefined) return same.at;
    const cells = knots.length - 1;
    const at = kernel.allocate(cells * 4 * DOUBLE);
    const cubics = kernel.doubles(at, cells * 4);
    for (let cell = 0; cell < cells; cell++) {
      const rise = knots[cell + 1] - knots[cell];
      const da = slopes[cell];
      const db = slopes[cell + 1];
      cubics.set([knots[cell], da, 3 * rise - 2 * da - db, da + db - 2 * rise], 4 * cell);
    }
    laid.push({ knots, slopes, at });
    return at;
  };
}

function equal(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, k) => value === b[k]);
}

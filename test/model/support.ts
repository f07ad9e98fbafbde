import { planSpend } from '../../src/model/block-model.js';
import { compileProgram } from '../../src/model/compile.js';
import { createFunctionWriter } from '../../src/model/gradients.js';
import type { PlanSpend } from '../../src/model/plan.js';
import type { Program } from '../../src/model/program.js';
import { createSampledBlocks } from '../../src/model/sampled-blocks.js';
import { variablesOf } from '../../src/model/variables.js';
import { blocksOf } from '../../src/sampling/blocks.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import type { KpiName, PlanFunction } from '../../src/scenario/expressions/types.js';
import { formatProblem, parseScenario } from '../../src/scenario/index.js';
import { CREATIVE_TIERS, type Scenario } from '../../src/scenario/types.js';

export async function scenarioOf(text: string): Promise<Scenario> {
  const reading = await parseScenario(text, 'test.yaml');
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.scenario;
}

/** A plan's program and some of its draws. */
export interface Laid {
  readonly scenario: Scenario;
  readonly program: Program;
  readonly plan: PlanSpend;
  readonly lanes: number;
  /** Fills in the sampled rows of a block's memory. */
  readonly load: (data: Float64Array) => void;
}

function sampling(draws: number, seed = 'test'): SamplingPlan {
  return { seed, sampler: 'mc', draws, replicates: 1 };
}

/** @param draws as many as fit into one block at most */
export async function lay(text: string, { draws = 8 }: { readonly draws?: number } = {}): Promise<Laid> {
  const scenario = await scenarioOf(text);
  const program = await compileProgram(scenario);
  const drawn = sampling(draws);
  const [block] = blocksOf(drawn);
  const samples = createSampledBlocks(program, drawn);
  const plan = planSpend(
    program,
    scenario.lines.map(({ budget }) => budget),
    CREATIVE_TIERS.map((tier) => scenario.creativeSplit[tier]),
  );
  return { scenario, program, plan, lanes: draws, load: (data) => samples.load(block!, data) };
}

export const kpi = (name: KpiName): PlanFunction => ({ kind: 'kpi', name });

/** Evaluates functions of one plan after the other, on the same draws. */
export function evaluator(
  { program, lanes, load }: Laid,
  functions: readonly PlanFunction[],
  { reference = false }: { readonly reference?: boolean } = {},
): (plan: PlanSpend) => Float64Array[] {
  const writer = createFunctionWriter(program, functions, { gradients: false, reference });
  load(writer.data);
  return (plan) => {
    const values = functions.map(() => new Float64Array(lanes));
    writer.write(plan, values, null, lanes, 0, lanes);
    return values;
  };
}

/** Values and gradients, `[variable * lanes + draw]`, of some functions of a plan. */
export function differentiate(
  { program, lanes, load }: Laid,
  plan: PlanSpend,
  functions: readonly PlanFunction[],
  { reference = false }: { readonly reference?: boolean } = {},
): { readonly values: Float64Array[]; readonly gradients: Float64Array[] } {
  const writer = createFunctionWriter(program, functions, { gradients: true, reference });
  load(writer.data);
  const values = functions.map(() => new Float64Array(lanes));
  const gradients = functions.map(() => new Float64Array(variablesOf(program).count * lanes));
  writer.write(plan, values, gradients, lanes, 0, lanes);
  return { values, gradients };
}

/** Draws of KPIs of the plan given, by name. */
export async function kpisOf<Name extends KpiName>(
  text: string,
  names: readonly Name[],
  draws = 8,
): Promise<Record<Name, Float64Array>> {
  const laid = await lay(text, { draws });
  const values = evaluator(laid, names.map(kpi))(laid.plan);
  return Object.fromEntries(names.map((name, k) => [name, values[k]!])) as Record<Name, Float64Array>;
}

import { type FigureSelection, seriesOf, stagesOf, totalFormulas } from '../figures.js';
import { type Formula, GROUP_FORMULAS, KPI_FORMULAS, PERIOD_FORMULAS } from '../kpi/definitions.js';
import { STRIDE } from '../layout.js';
import type { Program } from '../program.js';
import { layGraph } from './graph-tables.js';
import type { KernelInstance } from './instance.js';
import { CHUNK, type KernelTables } from './tables.js';

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const FIGURES_WORDS = 10;
const GROUP_WORDS = 2;

/** A selection laid in a kernel. */
export interface KernelFigures {
  readonly record: number;
  /** `[series * STRIDE + draw]`, series as in `seriesOf` */
  readonly results: number;
  readonly series: number;
}

/** Lays out what a selection asks for; views of the kernel's memory made before are void. */
export function layFigures(
  kernel: KernelInstance,
  tables: KernelTables,
  program: Program,
  selection: FigureSelection,
): KernelFigures {
  const series = seriesOf(program, selection).length;
  const results = kernel.allocate(series * STRIDE * DOUBLE);
  const graph = (formulas: readonly Formula[]): number => layGraph(kernel, formulas, { results: 0, gradients: 0 });
  const total = graph(totalFormulas(selection));
  const group = graph(Object.values(GROUP_FORMULAS) as Formula[]);
  const period = graph(Object.values(PERIOD_FORMULAS) as Formula[]);
  const cumulative = graph([KPI_FORMULAS.orders, KPI_FORMULAS.profit]);
  const groups = selection.groups ? groupsOf(program) : [];
  const groupsAt = kernel.allocate(groups.length * GROUP_WORDS * 4);
  groups.forEach((lines, k) => {
    const at = kernel.allocate(lines.length * 4);
    kernel.words(at, lines.length).set(lines.map(tables.line));
    kernel.words(groupsAt + k * GROUP_WORDS * 4, GROUP_WORDS).set([lines.length, at]);
  });
  const pending = kernel.allocate(3 * CHUNK * DOUBLE);
  const running = kernel.allocate(2 * CHUNK * DOUBLE);
  const record = kernel.allocate(FIGURES_WORDS * 4);
  kernel
    .words(record, FIGURES_WORDS)
    .set([
      total,
      group,
      groups.length,
      selection.groups ? groupsAt : 0,
      period,
      selection.cumulative ? 1 : 0,
      cumulative,
      pending,
      running,
      results,
    ]);
  return { record, results, series };
}

/** Lines of every line, platform and stage that is reported, each platform's together. */
function groupsOf(program: Program): number[][] {
  const { lines, platforms } = program;
  const chosen = (wanted: (line: Program['lines'][number]) => boolean): number[] =>
    lines
      .flatMap((line, index) => (wanted(line) ? [index] : []))
      .sort((a, b) => lines[a]!.platform - lines[b]!.platform || a - b);
  return [
    ...lines.map((_, scenario) => chosen(({ scenarioIndex }) => scenarioIndex === scenario)),
    ...platforms.map((_, p) => chosen(({ platform }) => platform === p)),
    ...stagesOf(program).map((wanted) => chosen(({ stage }) => stage === wanted)),
  ];
}

/** Copies a block's series to the store of all blocks: see `FigureWriter`. */
export function copySeries(
  rows: Float64Array,
  series: number,
  store: Float64Array,
  draws: number,
  start: number,
  lanes: number,
): void {
  for (let k = 0; k < series; k++) {
    const from = k * STRIDE;
    const to = k * draws + start;
    // A loop, not `set`: for so few numbers making the views takes longer than the copy.
    for (let d = 0; d < lanes; d++) store[to + d] = rows[from + d]!;
  }
}

import type { Program } from '../../model/program.js';
import { required } from '../../required.js';
import { LINE_METRICS, type LineMetric, type Platform } from '../../scenario/types.js';
import type { Subject } from './types.js';

/** Sources that belong together, by their place in `Program.sources`. Groups share no source. */
export interface SourceGroup {
  readonly name: string;
  readonly subject: Subject;
  readonly sources: readonly number[];
  /** Names of the inputs that they reach. */
  readonly inputs: readonly string[];
}

/** Sources that can't be distinguished, and the rows of the inputs that they reach. */
interface Part {
  readonly sources: readonly number[];
  readonly rows: readonly number[];
}

type Detail = 'metric' | 'line' | 'platform';

/** More groups than this are reported by line, then by platform: nobody reads 300 bars, and each one costs a run. */
const MOST_GROUPS = 72;

/**
 * All sources of a program, parted into independent groups that have a name: what the market, a platform or a line
 * contributes to a metric, each input of the whole scenario, creatives, price noise. Sources that reach the same inputs are
 * one group, since nothing tells them apart (a platform's share and a line's own, where the platform has one line); so are
 * sources tied by explicit correlations.
 */
export function sourceGroups(program: Program): SourceGroup[] {
  const parts = tiedSources(program);
  const lineOf = linesOfInputs(program);
  for (const detail of ['metric', 'line'] as const) {
    const groups = named(program, parts, lineOf, detail);
    if (groups.length <= MOST_GROUPS) return groups;
  }
  return named(program, parts, lineOf, 'platform');
}

/** Line and metric of each row that is a line's. */
export function linesOfInputs(
  program: Program,
): ReadonlyMap<number, { readonly line: number; readonly metric: LineMetric }> {
  const found = new Map<number, { line: number; metric: LineMetric }>();
  program.lines.forEach(({ inputs }, line) => {
    for (const metric of LINE_METRICS) found.set(inputs[metric], { line, metric });
  });
  return found;
}
type LineOf = ReturnType<typeof linesOfInputs>;

const DRAWS = 'draws.';

/** Whether a source picks rows of posterior draws. */
export function isDraws(source: string): boolean {
  return source.startsWith(DRAWS);
}

/** What lines share in a metric: `market.cpm`, `platform.tiktok.cpm`. */
function factorOf(name: string): { readonly platform: Platform | null; readonly metric: LineMetric } | null {
  const parts = name.split('.');
  const metric = LINE_METRICS.find((other) => other === parts.at(-1));
  if (metric === undefined) return null;
  if (parts[0] === 'market') return { platform: null, metric };
  return parts[0] === 'platform' ? { platform: parts[1] as Platform, metric } : null;
}

/** Factors by themselves, all price noise as one, and every other source with those that it shares an input with. */
function tiedSources(program: Program): Part[] {
  const { sources, inputs } = program;
  const leader = sources.map((_, source) => source);
  const find = (source: number): number => (leader[source] === source ? source : find(leader[source]));
  const rows: number[][] = sources.map(() => []);
  inputs.forEach(({ terms }, row) => {
    // A share of variance of 0 leaves its source without a say.
    const used = terms.filter(({ weight }) => weight !== 0);
    for (const { source } of used) rows[source].push(row);
    const own = used.filter(({ source }) => factorOf(sources[source].name) === null);
    for (const { source } of own) leader[find(source)] = find(own[0].source);
  });
  for (const { source } of program.noise) {
    if (source < 0) continue;
    const first = required(program.noise.find((process) => process.source >= 0)).source;
    for (let t = 0; t < program.periods; t++) leader[find(source + t)] = find(first);
  }
  const parts = new Map<number, number[]>();
  sources.forEach((_, source) => {
    parts.set(find(source), [...(parts.get(find(source)) ?? []), source]);
  });
  return [...parts.values()]
    .map((members) => ({
      sources: members,
      rows: [...new Set(members.flatMap((source) => rows[source]))].sort((a, b) => a - b),
    }))
    .filter((part) => part.rows.length > 0 || sources[part.sources[0]].name.startsWith('noise.'));
}

function named(program: Program, parts: readonly Part[], lineOf: LineOf, detail: Detail): SourceGroup[] {
  const merged = new Map<string, Part>();
  for (const part of parts) {
    const key = keyOf(program, part, lineOf, detail);
    const known = merged.get(key) ?? { sources: [], rows: [] };
    merged.set(key, {
      sources: [...known.sources, ...part.sources],
      rows: [...new Set([...known.rows, ...part.rows])].sort((a, b) => a - b),
    });
  }
  return [...merged].map(([key, part]) => {
    const subject = subjectOf(program, part, lineOf, key);
    return {
      name: nameOf(subject),
      subject,
      sources: [...part.sources].sort((a, b) => a - b),
      inputs: part.rows.map((row) => program.inputs[row].name),
    };
  });
}

/** Parts with one key become one group. */
function keyOf(program: Program, { sources, rows }: Part, lineOf: LineOf, detail: Detail): string {
  const name = program.sources[sources[0]].name;
  if (rows.length === 0) return 'noise';
  if (isDraws(name)) return `draws ${name.slice(DRAWS.length)}`;
  if (rows.every((row) => program.inputs[row].name.startsWith('creative.'))) return 'creative';
  const factor = factorOf(name);
  const at = lineOf.get(rows[0]);
  if (detail === 'platform' && factor?.platform != null) return `platform-rates ${factor.platform}`;
  if (detail !== 'metric' && factor === null && rows.length === 1 && at !== undefined) {
    const { id, platform } = program.lines[at.line];
    return detail === 'line' ? `line-rates ${id}` : `platform-rates ${program.platforms[platform]}`;
  }
  return rows.join(' ');
}

function subjectOf(program: Program, { sources, rows }: Part, lineOf: LineOf, key: string): Subject {
  if (key === 'noise' || key === 'creative') return { kind: key };
  const [kind] = key.split(' ', 1);
  const of = key.slice(kind.length + 1);
  if (kind === 'line-rates') return { kind, line: of };
  if (kind === 'platform-rates') return { kind, platform: of as Platform };
  if (kind === 'draws') return { kind, file: of };
  // A group that is all there is to its one input goes by the input's name.
  const inputs = rows.map((row) => program.inputs[row]);
  const whole = inputs.every(({ terms }) =>
    terms.every(({ source, weight }) => weight === 0 || sources.includes(source)),
  );
  if (whole && inputs.length === 1) return { kind: 'input', input: inputs[0].name };
  const factors = sources.map((source) => factorOf(program.sources[source].name)).filter((factor) => factor !== null);
  const widest = factors.find(({ platform }) => platform === null) ?? factors[0];
  if (widest !== undefined) {
    const { platform, metric } = widest;
    return platform === null ? { kind: 'market', metric } : { kind: 'platform', platform, metric };
  }
  const at = lineOf.get(rows[0]);
  if (rows.length === 1 && at !== undefined) {
    return { kind: 'line', line: program.lines[at.line].id, metric: at.metric };
  }
  return { kind: 'together', inputs: inputs.map(({ name }) => name) };
}

/** A subject's name in files: short, of one form, and no other's. */
export function nameOf(subject: Subject): string {
  switch (subject.kind) {
    case 'input':
      return subject.input;
    case 'market':
      return `market.${subject.metric}`;
    case 'platform':
      return `platform.${subject.platform}.${subject.metric}`;
    case 'line':
      return `own.${subject.line}.${subject.metric}`;
    case 'together':
      return subject.inputs.join(' & ');
    case 'line-rates':
      return `own.${subject.line}`;
    case 'platform-rates':
      return `platform.${subject.platform}`;
    case 'platform-metric':
      return `${subject.platform}.${subject.metric}`;
    case 'draws':
      return `${DRAWS}${subject.file}`;
    case 'platform-all':
      return subject.platform;
    default:
      return subject.kind;
  }
}

import type { Row } from '../../kernel/index.js';
import { joinReachStep, type ReachShape } from '../equations/reach.js';
import { restOf } from '../prepared.js';
import type { Program } from '../program.js';
import type { Recording } from './recording.js';

/**
 * Whose reaches make up a group's. A named audience counts once, for the platform of its first line of the group.
 *
 * @param chosen participants of the group
 */
export function reachShape(program: Program, chosen: (participant: number) => boolean): ReachShape {
  const L = program.lines.length;
  const rest = restOf(program);
  // The plan's order, not the program's: "first" is what the planner wrote first.
  const lines = program.lines
    .map((line, k) => ({ ...line, k }))
    .filter(({ k, response }) => chosen(k) && response === undefined)
    .sort((a, b) => a.scenarioIndex - b.scenarioIndex);
  const audienceOf = (line: (typeof lines)[number]): number =>
    line.stage === 'awareness' ? (line.more?.audience ?? -1) : -1;
  const owner = new Map<number, number>();
  for (const line of lines) {
    const audience = audienceOf(line);
    if (audience >= 0 && !owner.has(audience)) owner.set(audience, line.platform);
  }
  const platforms = program.platforms.flatMap((_, p) => {
    const audiences = [...owner].flatMap(([audience, platform]) =>
      platform === p
        ? [{ audience, lines: lines.filter((line) => audienceOf(line) === audience).map(({ k }) => k) }]
        : [],
    );
    const here = lines.filter((line) => line.platform === p);
    const own = here.filter((line) => line.stage === 'awareness' && audienceOf(line) < 0).map(({ k }) => k);
    const others = here.filter((line) => line.stage !== 'awareness').map(({ k }) => k);
    return audiences.length + own.length + others.length > 0 ? [{ audiences, own, others }] : [];
  });
  const sources = rest.sources.flatMap((_, k) => (chosen(L + k) ? [L + k] : []));
  return { platforms, sources, population: program.hasPopulation };
}

/** Records a joint reach of some rows. */
export function recordJoint(
  { program, tape, table, input }: Pick<Recording, 'program' | 'tape' | 'table' | 'input'>,
  shape: ReachShape,
  reachOf: (participant: number) => Row,
): Row {
  const named: { [name: string]: Row } = { population: input(program.globals.population) };
  for (const { audiences, own, others } of shape.platforms) {
    for (const { audience, lines } of audiences) {
      named[`audience ${audience}`] = input(restOf(program).audiences[audience].size);
      for (const k of lines) named[`reach ${k}`] = reachOf(k);
    }
    for (const k of [...own, ...others]) named[`reach ${k}`] = reachOf(k);
  }
  for (const k of shape.sources) named[`reach ${k}`] = reachOf(k);
  const joint = table.row();
  tape.call(joinReachStep(shape), { rows: { ...named, joint } });
  return joint;
}

/** The whole plan's reach, and that of three times or more. */
export function joinAll(recording: Recording): { readonly reach: Row; readonly reach3: Row } {
  const shape = reachShape(recording.program, () => true);
  return {
    reach: recordJoint(recording, shape, (k) => recording.participants[k].reach),
    reach3: recordJoint(recording, shape, (k) => recording.participants[k].reach3),
  };
}

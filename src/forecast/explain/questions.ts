import type { Program } from '../../model/program.js';
import { LINE_METRICS } from '../../scenario/types.js';
import { isDraws, linesOfInputs, nameOf } from './groups.js';
import type { Subject } from './types.js';

/** Something that could be found out before deciding: inputs known outright, whatever share they have in common. */
interface Question {
  readonly name: string;
  readonly subject: Subject;
  readonly inputs: readonly string[];
}

/**
 * What a planner could go and find out: each input of the whole scenario, how creatives turn out, and for each platform
 * each metric of all its lines and all of them at once, which is what a test campaign shows. Unlike a group of sources, a
 * question takes in what its inputs share with others, because a test shows a price and not its parts.
 */
export function questionsOf(program: Program): Question[] {
  const uncertain = program.inputs.map(({ name, terms }, row) => ({ name, row, known: terms.length > 0 }));
  const inputs = uncertain.filter(({ known }) => known);
  const lineOf = linesOfInputs(program);
  const ask = (subject: Subject, chosen: readonly { readonly name: string }[]): Question[] =>
    chosen.length === 0 ? [] : [{ name: nameOf(subject), subject, inputs: chosen.map(({ name }) => name) }];

  const creative = inputs.filter(({ name }) => name.startsWith('creative.'));
  const fileOf = (row: number): string | null => {
    const source = program.sources[program.inputs[row].terms[0].source].name;
    return isDraws(source) ? source : null;
  };
  const files = [...new Set(inputs.flatMap(({ row }) => fileOf(row) ?? []))];
  const globals = inputs.filter(
    ({ row, name }) => !lineOf.has(row) && !name.startsWith('creative.') && fileOf(row) === null,
  );
  const platforms = program.platforms.flatMap((platform, p) => {
    const own = inputs.filter(({ row }) => program.lines[lineOf.get(row)?.line ?? -1]?.platform === p);
    const metrics = LINE_METRICS.flatMap((metric) =>
      ask(
        { kind: 'platform-metric', platform, metric },
        own.filter(({ row }) => lineOf.get(row)?.metric === metric),
      ),
    );
    return metrics.length > 1 ? [...metrics, ...ask({ kind: 'platform-all', platform }, own)] : metrics;
  });
  return [
    ...globals.flatMap((input) => ask({ kind: 'input', input: input.name }, [input])),
    ...ask({ kind: 'creative' }, creative),
    ...files.flatMap((file) =>
      ask(
        { kind: 'draws', file: file.slice(file.indexOf('.') + 1) },
        inputs.filter(({ row }) => fileOf(row) === file),
      ),
    ),
    ...platforms,
  ];
}

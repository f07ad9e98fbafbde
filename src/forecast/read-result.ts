import * as z from 'zod/mini';
import { type Said, say } from '../words/said.js';
import type { Result } from './result.js';

const summary = z.looseObject({ mean: z.nullable(z.number()), se: z.nullable(z.number()) });
const summaries = z.record(z.string(), summary);
const groups = z.record(z.string(), summaries);

/** What drift looks at; the rest of a result may be of another version. */
const resultSchema = z.looseObject({
  format: z.literal('huni.result/1'),
  scenario: z.looseObject({ name: z.string(), sha256: z.string() }),
  engine: z.looseObject({ version: z.string(), seed: z.string(), draws: z.number() }),
  plans: z.looseObject({
    given: z.looseObject({
      lines: z.array(z.looseObject({ id: z.string(), budget: z.number() })),
      kpis: z.looseObject({
        total: summaries,
        lines: groups,
        platforms: groups,
        stages: groups,
        periods: z.array(z.catchall(z.object({ start: z.string() }), summary)),
      }),
    }),
  }),
});

/** A result read back from its JSON, or why it isn't one. */
type ResultReading = { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly said: Said };

/** Reads `result.json`. Never throws, whatever the text. */
export function parseResult(text: string): ResultReading {
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    // The parser's own message quotes what it read.
    return { ok: false, said: say`no JSON, expected a result.json of the format huni.result/1` };
  }
  const format = typeof plain === 'object' && plain !== null && 'format' in plain ? plain.format : undefined;
  if (format !== 'huni.result/1') {
    const found = typeof format === 'string' ? say`the format "${format.slice(0, 40)}"` : say`no format`;
    return { ok: false, said: say`${found}, expected a result.json of the format huni.result/1` };
  }
  const parsed = z.safeParse(resultSchema, plain);
  // What drift reads was looked at; nothing else of it is used.
  if (parsed.success) return { ok: true, result: parsed.data as unknown as Result };
  const [issue] = parsed.error.issues;
  return { ok: false, said: say`a result that is not whole: ${issue?.path.join('.') ?? ''}` };
}

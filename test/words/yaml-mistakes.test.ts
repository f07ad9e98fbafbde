import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseScenario } from '../../src/scenario/index.js';
import { yamlAsked } from '../../src/words/yaml-mistakes.js';

/** A slip each, and what is asked for at it. */
const SLIPS = {
  'a: [1, 2': '} or ] at the end',
  'a: "x': 'a quote at the end',
  "a: 'x": 'a quote at the end',
  'a: b: c': 'one "key: value" a line, a value with ": " in it in quotes',
  'a: @x': 'quotes round a text that begins with such a sign',
  'a: "\\q"': `within "…", \\ before a sign that it may stand before, or '…' in place of it`,
  'a: {"x":1,"y"2}': 'a comma between values',
  'a:\n  b: 1\n c: 2': 'the indentation of the lines above',
  'a: "x" y': 'no such sign or word here',
  'a: *': 'a name of letters and digits behind * or &',
  'a: &x &y 1': 'one anchor a value',
  'a: "k"#x': 'a space before #',
  'a: }': 'no such sign or word here',
};

describe('what is asked for where YAML breaks off', () => {
  it.each(Object.entries(SLIPS))('%j: %s', (text, asked) => {
    const [error] = parseDocument(text, { prettyErrors: false }).errors;
    expect(String(yamlAsked(error!))).toBe(asked);
  });

  it("is in huni's words, and so in every language", async () => {
    const reading = await parseScenario('currency: AZN\nlines: [instagram, tiktok\n', 'plan.yaml');
    expect(reading.ok).toBe(false);
    const [problem] = reading.ok ? [] : reading.problems;
    expect(problem?.message).toContain('expected valid YAML (} or ] at the end)');
  });
});

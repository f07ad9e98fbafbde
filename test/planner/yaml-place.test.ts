import { describe, expect, it } from 'vitest';
import {
  keysOf,
  nodesAt,
  type SchemaNode,
  takesOwnKeys,
  valuesOf,
} from '../../src/planner/page/editor/schema-search.js';
import { yamlPlace } from '../../src/planner/page/editor/yaml-place.js';
import { scenarioJsonSchema } from '../../src/scenario/index.js';

/** The place of `|` in a text. */
const placeIn = (marked: string) => {
  const position = marked.indexOf('|');
  return yamlPlace(marked.replace('|', ''), position);
};

describe('yamlPlace', () => {
  it('knows a key at the margin, and those that are there', () => {
    expect(placeIn('name: A\nbud|\nlines: []\n')).toMatchObject({
      path: [],
      kind: 'key',
      typed: 'bud',
      from: 8,
      others: ['name', 'lines'],
    });
  });

  it('knows keys and values of items in block lists, at either indentation', () => {
    const indented = 'lines:\n  - platform: instagram\n    stage: awareness\n  - platform: tiktok\n    st|\n';
    expect(placeIn(indented)).toMatchObject({ path: ['lines', 1], kind: 'key', typed: 'st', others: ['platform'] });
    expect(placeIn('lines:\n- platform: ti|\n')).toMatchObject({
      path: ['lines', 0, 'platform'],
      kind: 'value',
      typed: 'ti',
    });
    expect(placeIn('lines:\n  - platform: x\n    |\n')).toMatchObject({ path: ['lines', 0], kind: 'key', typed: '' });
    expect(placeIn('lines:\n  - pla|')).toMatchObject({ path: ['lines', 0], kind: 'key', typed: 'pla' });
  });

  it('knows what is within brackets, over several lines too', () => {
    expect(placeIn('lines:\n  - { platform: instagram, sta| }\n')).toMatchObject({
      path: ['lines', 0],
      kind: 'key',
      typed: 'sta',
      others: ['platform'],
    });
    expect(placeIn('goal: { maximize: pro|\n')).toMatchObject({
      path: ['goal', 'maximize'],
      kind: 'value',
      typed: 'pro',
    });
    expect(placeIn('shocks:\n  - { name: A,\n      platforms: [tiktok, ins|] }\n')).toMatchObject({
      path: ['shocks', 0, 'platforms', 1],
      kind: 'value',
      typed: 'ins',
    });
  });

  it('goes on past empty lines, comments and texts over several lines, and offers nothing in a comment', () => {
    const text = 'economics:\n\n# ours\n  order_value: 5 # a: b\n  mar|\n';
    expect(placeIn(text)).toMatchObject({ path: ['economics'], kind: 'key', typed: 'mar', others: ['order_value'] });
    expect(placeIn('name: >\n  stage: one\n  two\nhor|')).toMatchObject({ path: [], kind: 'key', others: ['name'] });
    expect(placeIn('name: A # bud|').path).toEqual(['#']);
  });
});

describe("a scenario's schema, searched", () => {
  const schema = scenarioJsonSchema() as SchemaNode;

  it('has keys, enumerations and examples at every depth', () => {
    expect([...keysOf(nodesAt(schema, ['economics'])).keys()]).toContain('order_value');
    expect(valuesOf(nodesAt(schema, ['lines', 0, 'stage'])).map(({ text }) => text)).toEqual([
      'awareness',
      'consideration',
      'conversion',
      'loyalty',
      'advocacy',
    ]);
    expect(valuesOf(nodesAt(schema, ['horizon']))).toEqual([{ text: '13 weeks', isExample: true }]);
    expect(takesOwnKeys(nodesAt(schema, ['rules', 'platforms']))).toBe(true);
    expect(nodesAt(schema, ['nonsense', 'deeper'])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Edit, type EditValue, editText } from '../../src/planner/edits/edit-text.js';

const TEXT = `# What we plan
name: Coffee   # of Baku
budget: 100
lines:
  - platform: instagram
    stage: awareness
    budget: 60   # the top
  - { platform: facebook, stage: conversion, budget: 40 }
creators:
  - { name: Aysel, platform: instagram, posts: 2 }
`;

const edited = (...edits: Edit[]): string => {
  const outcome = editText(TEXT, edits);
  if (!outcome.ok) throw new Error(`no place for ${JSON.stringify(outcome.edit)}`);
  return outcome.text;
};

describe('editText', () => {
  it('writes a number over and leaves every other character', () => {
    expect(edited({ kind: 'set', path: ['lines', 'instagram/awareness', 'budget'], value: 70 })).toBe(
      TEXT.replace('60   # the top', '70   # the top'),
    );
    expect(edited({ kind: 'set', path: ['lines', 'facebook/conversion', 'budget'], value: 30.5 })).toBe(
      TEXT.replace('budget: 40 }', 'budget: 30.5 }'),
    );
  });

  it('finds creators by name', () => {
    expect(edited({ kind: 'set', path: ['creators', 'Aysel', 'posts'], value: 3 })).toBe(
      TEXT.replace('posts: 2', 'posts: 3'),
    );
  });

  it('gives an item of an extended file an entry, with what is set alone', () => {
    const text = '# A variant\nextends: base.yaml\nname: Dearer\n';
    const set = (path: readonly (string | number)[], value: EditValue): Edit => ({ kind: 'set', path, value });
    const outcome = editText(text, [
      set(['lines', 'instagram/awareness/women/20-30', 'budget'], 70),
      set(['lines', 'instagram/awareness/women/20-30', 'cpm'], '2 to 4'),
      set(['creators', 'Aysel', 'fee'], 90),
      set(['rules', 'cpa'], 25),
    ]);
    expect(outcome.ok && outcome.text).toBe(`${text}lines:
  - { platform: instagram, stage: awareness, segment: women/20-30, budget: 70, cpm: 2 to 4 }
creators:
  - { name: Aysel, fee: 90 }
rules:
  cpa: 25
`);
    // What stands there alone can't be taken away from here, nor a place in a list of it be changed.
    const edits: Edit[] = [
      { kind: 'remove', path: ['lines', 'instagram/awareness'] },
      set(['rules', 'hold', 0], 'roas >= 2'),
    ];
    for (const edit of edits) expect(editText(text, [edit]).ok).toBe(false);
    expect(editText(TEXT, [set(['lines', 'tiktok/awareness', 'budget'], 5)]).ok).toBe(false);
  });

  it('quotes what YAML would read as something else', () => {
    expect(edited({ kind: 'set', path: ['name'], value: 'yes: no # maybe' })).toContain('name: "yes: no # maybe"');
    expect(edited({ kind: 'set', path: ['lines', 'facebook/conversion', 'budget'], value: '1, 2' })).toContain(
      'budget: "1, 2"',
    );
  });

  it('keeps an interval as a person writes it', () => {
    expect(edited({ kind: 'set', path: ['lines', 'instagram/awareness', 'budget'], value: '2% to 4%' })).toContain(
      'budget: 2% to 4%   # the top',
    );
  });

  it('puts in what is not there yet and keeps the comments', () => {
    const text = edited({ kind: 'set', path: ['economics', 'order_value'], value: '7 to 13' });
    expect(text).toContain('# What we plan');
    expect(text).toContain('# the top');
    expect(text).toContain('economics:\n  order_value: 7 to 13\n');
  });

  it('copies a line with other values, comments within it, and no anchor twice', () => {
    const text = edited({
      kind: 'duplicate',
      path: ['lines', 'instagram/awareness'],
      values: { segment: 'women, 25 to 34', budget: 0 },
    });
    expect(text).toContain(
      '    budget: 60 # the top\n  - platform: instagram\n    stage: awareness\n    budget: 0\n    segment: women, 25 to 34\n  - { platform: facebook',
    );
    const anchored = editText(
      'lines:\n  - &one { platform: x, stage: awareness, cpm: &price 4 }\n  - { <<: *one, stage: conversion, cpm: *price }\n',
      [{ kind: 'duplicate', path: ['lines', 'x/awareness'], values: { segment: 'b' } }],
    );
    expect(anchored.ok && anchored.text.match(/&/g)).toEqual(['&', '&']);
    expect(editText(TEXT, [{ kind: 'duplicate', path: ['lines', 'x/none'], values: {} }]).ok).toBe(false);
  });

  it('adds and removes a line, and what is left empty goes with it', () => {
    const more = edited({
      kind: 'append',
      path: ['lines'],
      value: { platform: 'tiktok', stage: 'awareness', budget: 0 },
    });
    expect(more).toMatch(/- \{ platform: tiktok, stage: awareness, budget: 0 \}/);
    expect(edited({ kind: 'remove', path: ['creators', 'Aysel'] })).not.toContain('creators');
  });

  it('says which edit has no place', () => {
    const wrong: Edit = { kind: 'set', path: ['lines', 'tiktok/awareness', 'budget'], value: 1 };
    expect(editText(TEXT, [wrong])).toEqual({ ok: false, edit: wrong });
    expect(editText('a: [', [{ kind: 'set', path: ['a'], value: 1 }]).ok).toBe(false);
    expect(editText(TEXT, [{ kind: 'remove', path: ['goal'] }]).ok).toBe(false);
  });

  it('keeps Windows line ends where it prints anew', () => {
    const outcome = editText(TEXT.replaceAll('\n', '\r\n'), [{ kind: 'set', path: ['seed'], value: 'x' }]);
    expect(outcome.ok && /[^\r]\n/.test(outcome.text)).toBe(false);
  });

  it('keeps a JSON file JSON', () => {
    const outcome = editText('{ "budget": 5 }', [{ kind: 'set', path: ['seed'], value: 'x' }]);
    expect(outcome.ok && JSON.parse(outcome.text)).toEqual({ budget: 5, seed: 'x' });
  });
});

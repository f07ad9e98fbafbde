import { expect, it } from 'vitest';
import { namesInTwo } from '../../src/planner/page/charts/names-in-two.js';

it('names wider than their room have as many words as fit on a first line, and the others on a second', () => {
  // A letter is a pixel wide.
  const names = ['cvr of all', 'Facebook awareness: click rate', 'Verylongword', 'Verylongword of one'];
  expect(namesInTwo(names, 10, (text) => text.length)).toEqual({
    'Facebook awareness: click rate': ['Facebook', 'awareness: click rate'],
    'Verylongword of one': ['Verylongword', 'of one'],
  });
  expect(namesInTwo(names, 20, (text) => text.length)).toEqual({
    'Facebook awareness: click rate': ['Facebook awareness:', 'click rate'],
  });
});

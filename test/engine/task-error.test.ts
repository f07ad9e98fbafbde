import { describe, expect, it } from 'vitest';
import { TaskError, UnknownProgramError } from '../../src/engine/types.js';

describe('what a task throws', () => {
  it('keeps its name, message and stack, and is the same one where it has come before', () => {
    const thrown = new RangeError('too far');
    const error = TaskError.of(thrown);
    expect(error).toMatchObject({ thrown: 'RangeError', message: 'too far', stack: thrown.stack });
    expect(error.stack).toContain('task-error.test');
    expect(TaskError.of(error)).toBe(error);
  });

  it('has its message for a stack where it brings none, and is told where it is no error at all', () => {
    const bare = new Error('no trace');
    delete bare.stack;
    expect(TaskError.of(bare)).toMatchObject({ thrown: 'Error', message: 'no trace', stack: 'no trace' });
    const text = TaskError.of('a text');
    expect(text).toMatchObject({ thrown: 'Error', message: 'a text' });
    expect(text.stack).toContain('Error: a text');
  });
});

it('a program that nobody holds is named, and an empty name is said to be one', () => {
  expect(new UnknownProgramError('f00').message).toMatch(/^no program goes by f00: /);
  expect(new UnknownProgramError('').message).toMatch(/^no program goes by an empty id: /);
});

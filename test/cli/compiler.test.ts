import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('the compiler of a command', () => {
  it('is set up without a word, whatever version of Node runs it', () => {
    const { status, stderr } = spawnSync(process.execPath, ['bin/huni.js', '--version'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

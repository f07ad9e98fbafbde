import { describe, expect, it } from 'vitest';
import { command } from './in-process.js';

const STRANGE = 'n\u001b[31m\u202e\u200b\u2066\u009b1m\r\n::error::x\n##[command]y\nAll checks passed\u2028\u2029';

describe('an argument with line ends, turns of direction and workflow commands', () => {
  it.each([
    [STRANGE],
    ['check', STRANGE],
    ['check', 'plan.yaml', `--${STRANGE}`],
    ['check', 'plan.yaml', '--sampler', STRANGE],
    ['check', 'plan.yaml', `--draws=${STRANGE}`],
    ['check', 'plan.yaml', '--format', STRANGE],
    ['run', 'plan.yaml', '--with', STRANGE],
    ['sweep', 'plan.yaml', '--vary', `${STRANGE}=1`],
    ['approve', STRANGE, '--by', 'x'],
    ['ledger', '--owner', STRANGE],
    ['ledger', '--store', STRANGE],
    ['verify', STRANGE],
    ['policy', STRANGE],
    ['keys', 'new', STRANGE],
    ['--language', STRANGE, 'check', 'plan.yaml'],
  ])('is quoted in one line, as escapes: %j', async (...args) => {
    const { code, out, err } = await command(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.split('\n')).not.toContain('All checks passed');
    expect(err).not.toMatch(/^\s*(?:::|All checks passed|##)/m);
    expect(err).not.toContain('##[');
    expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u202a-\u202e\u2066-\u2069]/u);
  });
});

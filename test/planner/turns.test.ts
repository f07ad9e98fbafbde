import { link, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTurns as createDrawing } from '../../src/planner/page/charts/draw-in-turn.js';
import { openPlanFolder } from '../../src/planner/server/plan-folder.js';
import { createTurns } from '../../src/planner/server/turns.js';

/** Work that goes on until it is let go, and says when it begins and ends. */
function work(said: string[], name: string) {
  let go: () => void = () => {};
  const free = new Promise<void>((resolve) => {
    go = resolve;
  });
  return {
    go,
    run: async (): Promise<string> => {
      said.push(`${name} begins`);
      await free;
      said.push(`${name} ends`);
      return name;
    },
  };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work in turn', () => {
  it('goes on side by side on different things, and one after another on the same', async () => {
    const said: string[] = [];
    const inTurn = createTurns();
    const [a, b, c] = [work(said, 'a'), work(said, 'b'), work(said, 'c')];
    const all = [inTurn(async () => 'x', a.run), inTurn(async () => 'y', b.run), inTurn(async () => 'x', c.run)];
    await settled();
    expect(said).toEqual(['a begins', 'b begins']);
    b.go();
    c.go();
    await settled();
    expect(said).toEqual(['a begins', 'b begins', 'b ends']);
    a.go();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
    expect(said).toEqual(['a begins', 'b begins', 'b ends', 'a ends', 'c begins', 'c ends']);
  });

  it('keeps its order where looking up what a thing is takes its time, and goes on after a failure', async () => {
    const said: string[] = [];
    const inTurn = createTurns();
    const slow = async (): Promise<string> => {
      await settled();
      return 'x';
    };
    const first = inTurn(slow, async () => {
      said.push('first');
      throw new Error('broken');
    });
    const second = inTurn(
      async () => 'x',
      async () => said.push('second'),
    );
    const nameless = inTurn(
      async () => {
        throw new Error('no such thing');
      },
      async () => said.push('never'),
    );
    await expect(first).rejects.toThrow('broken');
    await expect(nameless).rejects.toThrow('no such thing');
    await second;
    expect(said).toEqual(['first', 'second']);
  });
});

describe('saves of a folder', () => {
  it('of one file, by whatever name, come one after another: of many at once from one version only the first is taken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huni-turns-'));
    try {
      await writeFile(join(folder, 'plan.yaml'), 'a\n');
      await symlink('plan.yaml', join(folder, 'link.yaml'));
      await link(join(folder, 'plan.yaml'), join(folder, 'hard.yaml'));
      const plans = await openPlanFolder(folder);
      const { version } = await plans.read('plan.yaml');
      const names = ['plan.yaml', 'link.yaml', 'hard.yaml'];
      const saves = await Promise.all(
        Array.from({ length: 30 }, (_, k) => plans.save(names[k % 3]!, `text ${k}\n`, version)),
      );
      expect(saves.map(({ ok }) => ok)).toEqual([true, ...Array.from({ length: 29 }, () => false)]);
      for (const name of names) expect(await readFile(join(folder, name), 'utf8')).toBe('text 0\n');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('of different files all stand there, each of them the last that was taken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huni-turns-'));
    try {
      const plans = await openPlanFolder(folder);
      await Promise.all(
        Array.from({ length: 8 }, async (_, k) => {
          const file = `plan-${k}.yaml`;
          let version: string | null = null;
          for (let step = 0; step < 5; step++) {
            const saved = await plans.save(file, `${k} ${step}\n`, version);
            if (!saved.ok) throw new Error(`a save of ${file} was refused`);
            ({ version } = saved.plan);
          }
        }),
      );
      for (let k = 0; k < 8; k++) expect(await readFile(join(folder, `plan-${k}.yaml`), 'utf8')).toBe(`${k} 4\n`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('charts drawn in turn', () => {
  it('are drawn one a frame where each takes long, each as it is by then, and not once they are gone', () => {
    const frames: (() => void)[] = [];
    const drawn: string[] = [];
    let clock = 0;
    const turns = createDrawing<string>(
      (draw) => frames.push(draw),
      () => (clock += 10),
    );
    turns.next('density', () => drawn.push('density 1'));
    turns.next('fan', () => drawn.push('fan 1'));
    turns.next('gone', () => drawn.push('gone 1'));
    turns.next('density', () => drawn.push('density 2'));
    turns.forget('gone');
    expect(frames).toHaveLength(1);
    frames.shift()!();
    expect(drawn).toEqual(['density 2']);
    frames.shift()!();
    expect(drawn).toEqual(['density 2', 'fan 1']);
    expect(frames).toHaveLength(0);
    turns.next('fan', () => drawn.push('fan 2'));
    frames.shift()!();
    expect(drawn).toEqual(['density 2', 'fan 1', 'fan 2']);
  });

  it('are drawn in one frame where that has room for them, and go on after one that fails', () => {
    const frames: (() => void)[] = [];
    const drawn: string[] = [];
    let clock = 0;
    const turns = createDrawing<string>(
      (draw) => frames.push(draw),
      () => (clock += 1),
    );
    turns.next('density', () => drawn.push('density'));
    turns.next('fan', () => drawn.push('fan'));
    frames.shift()!();
    expect(drawn).toEqual(['density', 'fan']);
    expect(frames).toHaveLength(0);
    turns.next('broken', () => {
      throw new Error('broken');
    });
    turns.next('fan', () => drawn.push('fan 2'));
    expect(frames.shift()!).toThrow('broken');
    frames.shift()!();
    expect(drawn).toEqual(['density', 'fan', 'fan 2']);
  });
});

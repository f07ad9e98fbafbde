import { spawnSync } from 'node:child_process';

/**
 * The yardstick: arithmetic and exponentials over an array that fits the cache, in plain JavaScript. A slow or busy
 * machine slows it as it slows the engine, so a ratio to it says what the code costs, wherever it runs.
 */
export function createReferenceLoop(): () => number {
  const values = Float64Array.from({ length: 4096 }, (_, k) => k / 4096);
  return () => {
    let sum = 0;
    for (let pass = 0; pass < 60; pass++) {
      for (let k = 0; k < values.length; k++) sum += Math.exp(-values[k]! * (pass + 1)) * values[k]!;
    }
    return sum;
  };
}

/** The yardstick of what mostly starts up: Node with nothing to do. Disks and other machines slow it as no loop is slowed. */
export function startBareNode(): void {
  spawnSync(process.execPath, ['--eval', '0']);
}

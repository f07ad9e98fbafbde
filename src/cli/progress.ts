import type { Progress } from '../forecast/run.js';
import type { Effects } from './effects.js';

/** One line on standard error that is written over at each step, on a terminal only. */
export function progressLine(effects: Effects, name: string, quiet: boolean) {
  const shown = effects.interactive && !quiet;
  const clear = '\r\u001b[2K';
  return {
    show(progress: Pick<Progress, 'message'>): void {
      if (shown) effects.err(`${clear}${name}: ${progress.message} …`);
    },
    done(): void {
      if (shown) effects.err(clear);
    },
  };
}

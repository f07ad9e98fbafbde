import { translationsOf } from '../words/catalogues/index.js';
import { type Translations, translatedBy, type Words } from '../words/said.js';
import type { Effects } from './effects.js';

/** One line on standard error that is written over at each step, on a terminal only; English until the catalogue is loaded. */
export function progressLine(effects: Effects, name: string, quiet: boolean) {
  const shown = effects.interactive && !quiet;
  const clear = '\r\u001b[2K';
  let translations: Translations = {};
  if (shown) {
    void translationsOf(effects.language ?? 'en').then((loaded) => {
      translations = loaded;
    });
  }
  return {
    show({ message, said = message }: { readonly message: string; readonly said?: Words }): void {
      if (shown) effects.err(`${clear}${name}: ${translatedBy(translations, said)} …`);
    },
    done(): void {
      if (shown) effects.err(clear);
    },
  };
}

const BAR = 24;
/** Before so many are done, their pace says little. */
const PACE_KNOWN = 2;

/** A bar on standard error with how many of a batch are done and the time left, on a terminal only. */
export function batchProgress(effects: Effects, quiet: boolean, now: () => number = Date.now) {
  const shown = effects.interactive && !quiet;
  const clear = '\r\u001b[2K';
  const start = now();
  return {
    show({ done, of }: { readonly done: number; readonly of: number }): void {
      if (!shown) return;
      const filled = Math.round((BAR * done) / of);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
      const left = done < PACE_KNOWN ? '' : `, ${spanWords(((now() - start) / done) * (of - done))} left`;
      effects.err(`${clear}${bar} ${done} of ${of}${left}`);
    },
    done(): void {
      if (shown) effects.err(clear);
    },
  };
}

function spanWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

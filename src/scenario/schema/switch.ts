import type * as z from 'zod/mini';
import * as messages from '../messages.js';
import { describe, inWords, leaf, no, ok } from './leaf.js';

/** Texts and booleans that switch a part on or off (YAML 1.1 reads `on` as true, YAML 1.2 as text). */
export function switchLeaf<T>(states: Readonly<Record<string, T>>, expected: string): z.ZodMiniType<T> {
  const spelling = (value: unknown) => (value === true ? 'on' : value === false ? 'off' : inWords(value));
  const json = {
    enum: [...Object.keys(states), ...('on' in states ? [true] : []), ...('off' in states ? [false] : [])],
  };
  return leaf<T>(json, (value) => {
    const state = Object.hasOwn(states, spelling(value)) ? states[spelling(value)] : undefined;
    return state === undefined ? no(messages.wrongKind(describe(value), expected)) : ok(state);
  });
}

/** `true` or `false`, `on` or `off`. */
export const flag = switchLeaf({ on: true, off: false }, 'true or false');

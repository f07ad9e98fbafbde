import * as messages from '../messages.js';
import { describe, leaf, no, ok } from './leaf.js';
import { readNumber } from './number.js';

const PATTERN = '^\\s*[+\\-−]\\s*[\\d._]+\\s*%\\s*$';

/** A change with its sign and %, as the factor 1 + effect: `+25%` is 1.25. `above`: it may not take all. */
export const effect = (above: boolean) =>
  leaf<number>({ type: 'string', pattern: PATTERN, examples: ['+25%', '-40%'] }, (value) => {
    const number =
      typeof value === 'string' && new RegExp(PATTERN).test(value)
        ? readNumber(value.replace('−', '-').replace(/\s+/g, ''))
        : null;
    if (number === null || !number.ok) return no(messages.notAnEffect(describe(value)));
    const factor = 1 + number.value;
    return factor < 0 || (above && factor === 0) ? no(messages.effectTooLow(String(value), above)) : ok(factor);
  });

import type { Scenario } from '../../scenario/types.js';
import type { Widen } from './catalogue.js';
import type { en } from './en.js';

/** A catalogue: what every language has to say. */
export type ReportText = Omit<Widen<typeof en>, 'language' | 'direction'> & {
  readonly language: Scenario['language'];
  readonly direction: 'ltr' | 'rtl';
};

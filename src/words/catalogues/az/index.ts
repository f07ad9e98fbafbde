import type { Translations } from '../../said.js';
import { approvals } from './approvals.js';
import { commandLine } from './command-line.js';
import { help } from './help.js';
import { phrases } from './phrases.js';
import { progress } from './progress.js';
import { scenario } from './scenario.js';
import { template } from './template.js';
import { track } from './track.js';

/** What is reported in Azerbaijani. */
export const az: Translations = {
  ...approvals,
  ...scenario,
  ...phrases,
  ...progress,
  ...commandLine,
  ...help,
  ...template,
  ...track,
};

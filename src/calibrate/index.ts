/** Exports to distributions. */
export { type CalibrateOptions, type Calibration, calibrate, type LineFit } from './fit/calibrate.js';
export { type Campaign, type DailyRows, dayNumber, isoDay } from './fit/daily.js';
export {
  type FragmentOptions,
  farAbovePace,
  fragmentText,
  linesLeftOut,
  notExpressed,
  type PlanWishes,
} from './fit/fragment.js';
export { type DailyExport, dailyRowsOf } from './fit/from-export.js';
export { stageIn as stageNamedIn } from './fit/stage-words.js';
export {
  applyStages,
  guessStages,
  parseStages,
  type StagedCampaign,
  stagesText,
  withStages,
} from './fit/stages.js';

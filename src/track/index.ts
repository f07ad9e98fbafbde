/** A plan that is under way, held against what came of it. */
export { TrackError } from './errors.js';
export { type StoredCampaign, storedCampaigns, withCampaigns } from './match/edit.js';
export { applyMatch, matchPath, matchText, parseMatch, withNewCampaigns } from './match/file.js';
export { proposeMatch } from './match/propose.js';
export type { MatchedCampaign } from './match/types.js';
export type * from './result.js';
export { type Track, type TrackOptions, trackPlan } from './track.js';
export { replannedText } from './write-back.js';

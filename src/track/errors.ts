import type { Words } from '../words/said.js';
import type { MatchedCampaign } from './match/types.js';

/** What makes a plan impossible to follow: reported in full, nothing guessed. */
export class TrackError extends Error {
  override readonly name = 'TrackError';
  constructor(
    /** In full; another language has it by its catalogue. */
    readonly said: Words,
    /** Campaigns of the exports and their lines, where they are what stands in the way: to be stored, and corrected. */
    readonly match: readonly MatchedCampaign[] | null = null,
  ) {
    super(String(said));
  }
}

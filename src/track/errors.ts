/** What makes a plan impossible to follow: reported in full, nothing guessed. */
export class TrackError extends Error {
  override readonly name = 'TrackError';
}

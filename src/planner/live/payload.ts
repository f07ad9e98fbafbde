import type { PlanView } from '../protocol.js';

/** What `live.html` holds beside its program: JSON in an element that no browser runs. */
export interface LivePayload {
  readonly file: string;
  readonly text: string;
  readonly plan: PlanView;
  /** The engine's encoding, base64. */
  readonly scenario: string;
  /** Base64. */
  readonly kernels: { readonly model: string; readonly summary: string };
  /** The worker's program: a file from disk may start a worker from a blob only. */
  readonly worker: string;
}

/** The element's id. */
export const PAYLOAD_ID = 'huni-plan';

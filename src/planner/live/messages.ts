import type { PricingRequest } from '../page/pricing/priced.js';

/** The first message that a worker of a live file gets: what it is for, and the kernels, base64. */
export type FirstMessage =
  /** Prices plans for the page; starts others from the same program, a text: to a file's workers a blob of the page's is another origin's. */
  | { readonly role: 'pricing'; readonly kernels: Kernels; readonly program: string }
  /** Does tasks for the one that prices. */
  | { readonly role: 'tasks'; readonly kernels: Kernels };

export interface Kernels {
  readonly model: string;
  readonly summary: string;
}

/** What the page asks of the worker that prices, each under a number that the answer has, too. */
export type AskMessage =
  | { readonly kind: 'price'; readonly number: number; readonly request: PricingRequest }
  | { readonly kind: 'stop'; readonly number: number };

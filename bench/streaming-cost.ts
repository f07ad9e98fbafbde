import type { Measurement } from './measure.js';
import { PRICE, STREAM, SUMMARY } from './tasks/engine.js';

/** What streaming may cost, as a multiple of pricing and summarising draws that are kept. */
export const MOST_FOR_STREAMING = 1.25;

/** A draw streamed over a draw kept, all in terms of the yardstick; `null` where one of the tasks wasn't measured. */
export function streamingCost(figures: readonly Measurement[]): number | null {
  const find = (name: string): Measurement | undefined => figures.find((figure) => figure.name.startsWith(name));
  const [price, summary, stream] = [find(PRICE), find(SUMMARY), find(STREAM)];
  if (price === undefined || summary === undefined || stream === undefined) return null;
  const series = Number(/\((\d+) series\)/.exec(price.name)![1]);
  const each = ({ ratio, per }: Measurement): number => ratio / per;
  return each(stream) / (each(price) + series * each(summary));
}

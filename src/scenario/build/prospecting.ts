import type { Distribution } from '../../distributions/types.js';
import type { DocumentInput } from '../schema/document.js';
import type { LineInput } from '../schema/line.js';
import { STAGES, type Stage } from '../types.js';

const isFilled = (people: Distribution | undefined): boolean =>
  people !== undefined && !(people.family === 'fixed' && people.value === 0);

/** Whether a line leaves its price or a rate to benchmarks: who writes all of them writes down whom it reaches, too. */
function restsOnBenchmarks({ cpm, ctr, cvr }: LineInput): boolean {
  return cpm === undefined || ctr === undefined || cvr === undefined;
}

const isBelowAwareness = ({ stage }: LineInput): boolean => stage === 'consideration' || stage === 'conversion';

/** Whether a line is a search campaign that rests on benchmarks: who searches is found without having seen an ad of the plan's before. */
export function isSearch(line: LineInput): boolean {
  return line.platform === 'google' && isBelowAwareness(line) && restsOnBenchmarks(line);
}

/**
 * Whether a consideration or conversion line that rests on benchmarks has nothing at all above it: no line, post or stock of an
 * earlier stage, and no audience of its own. Who runs such a campaign doesn't retarget anybody: the platform finds its people.
 */
export function isCold(input: DocumentInput, line: LineInput): boolean {
  const { stage } = line;
  if (!isBelowAwareness(line) || line.audience !== undefined || !restsOnBenchmarks(line)) return false;
  const earlier = (other: Stage): boolean => STAGES.indexOf(other) < STAGES.indexOf(stage);
  const posts = [...(input.creators ?? []), ...(input.organic ?? [])];
  const { stocks = {} } = input;
  return (
    !input.lines.some((other) => other.response === undefined && earlier(other.stage)) &&
    !posts.some((post) => earlier(post.stage ?? 'awareness')) &&
    !isFilled(stage === 'consideration' ? stocks.warm : stocks.hot)
  );
}

/** The stage whose benchmarks a line is priced by. */
export function benchmarkStage({ platform, stage, cold }: { platform: string; stage: Stage; cold?: boolean }): Stage {
  // Search has figures of its own, whoever stands above it.
  return cold === true && platform !== 'google' ? 'awareness' : stage;
}

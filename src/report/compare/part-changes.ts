import { isFunnelLine, type Line, type Scenario, type Source } from '../../scenario/types.js';
import { type AssumptionEntry, partEntries } from '../content/part-entries.js';
import type { Formats } from '../formats.js';
import type { CompareText } from '../text/compare/index.js';
import { type PartsText, partsText } from '../text/parts/index.js';
import { quantityWords } from './quantity-words.js';

/** What creators, own posts, brand, shocks, phases and the other parts of a plan beside its lines have otherwise, a sentence each. */
export function partSentences(
  from: Scenario,
  to: Scenario,
  options: { readonly text: CompareText; readonly formats: Formats; readonly lineName: (line: Line) => string },
): readonly string[] {
  const { text, formats, lineName } = options;
  const parts = partsText(from.language);
  const before = new Map(from.sources.map((source) => [source.id, source]));
  const after = new Set(to.sources.map(({ id }) => id));
  const posts = (source: Source): string => postsOf(source, parts, formats);
  const sentences = [
    ...from.sources.filter(({ id }) => !after.has(id)).map(({ name }) => parts.removed(name)),
    ...to.sources.filter(({ id }) => !before.has(id)).map((source) => parts.added(source.name, posts(source))),
    ...to.sources.flatMap((source) => {
      const old = before.get(source.id);
      const changed = old !== undefined && posts(old) !== posts(source);
      return changed ? [text.changes.changed(parts.posts(source.name), posts(old), posts(source))] : [];
    }),
  ];
  const old = new Map(partEntries(from, lineName).map((entry) => [entry.name, entry]));
  const write = ({ form, quantity: { distribution } }: AssumptionEntry): string =>
    quantityWords(distribution, form === 'number' ? 'plain' : form, formats, text);
  for (const entry of partEntries(to, lineName)) {
    const earlier = old.get(entry.name);
    if (earlier !== undefined && !same(earlier.quantity.distribution, entry.quantity.distribution))
      sentences.push(text.changes.changed(entry.name, write(earlier), write(entry)));
  }
  const common = commonOf(from, to);
  const [one, other] = [structureOf(from, common), structureOf(to, common)];
  for (const part of Object.keys(parts.parts) as (keyof PartsText['parts'])[]) {
    if (!same(one[part], other[part])) sentences.push(parts.otherwise(parts.parts[part]));
  }
  return sentences;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function postsOf(source: Source, parts: PartsText, formats: Formats): string {
  if (source.kind === 'organic') return parts.aWeek(formats.plain(source.perWeek));
  const { posts } = source;
  return posts.kind === 'fixed' ? formats.whole(posts.count) : parts.upTo(formats.whole(posts.max));
}

/** What two plans have in common: their parts are compared there; what one of them lacks is reported by itself. */
interface Common {
  readonly lines: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly platforms: ReadonlySet<string>;
}

function commonOf(from: Scenario, to: Scenario): Common {
  const shared = (of: (scenario: Scenario) => readonly string[]): ReadonlySet<string> => {
    const other = new Set(of(to));
    return new Set(of(from).filter((one) => other.has(one)));
  };
  return {
    lines: shared(({ lines }) => lines.map(({ id }) => id)),
    sources: shared(({ sources }) => sources.map(({ id }) => id)),
    platforms: shared(({ noise }) => Object.keys(noise)),
  };
}

/** What is no quantity of its own, by part: where it differs, the part is named. */
function structureOf(
  scenario: Scenario,
  { lines, sources, platforms }: Common,
): Readonly<Record<keyof PartsText['parts'], unknown>> {
  const funnels = scenario.lines.filter(isFunnelLine).filter(({ id }) => lines.has(id));
  const byPlatform = (values: Readonly<Record<string, unknown>>): unknown =>
    Object.entries(values).filter(([platform]) => platforms.has(platform));
  const { attribution } = scenario;
  return {
    schedule: scenario.sources
      .filter(({ id }) => sources.has(id))
      .map((source) => (source.kind === 'creator' ? [source.periods, source.upfront, source.rights === null] : null)),
    creatorsFrom: scenario.creatorsFrom,
    brand: scenario.brand === null,
    shocks: scenario.shocks,
    phases: scenario.phases,
    metrics: scenario.metrics.map(({ rate: _, ...metric }) => metric),
    formats: [scenario.formats, funnels.map(({ formats }) => formats)],
    content: scenario.content,
    community: scenario.community === null,
    attribution: attribution === null ? null : [attribution.tracking, byPlatform(attribution.viewThrough)],
    audiences: funnels.map(({ namedAudience }) => namedAudience),
    overlap: scenario.overlap,
    counts: scenario.counts,
    rateNoise: Object.values(scenario.rateNoise).map(byPlatform),
    carryIn: funnels.map(({ carryIn }) => carryIn),
  };
}

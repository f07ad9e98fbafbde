import type { Row } from '../../kernel/index.js';
import type { Stage } from '../../scenario/types.js';
import { partOf } from '../equations/line.js';
import { rightsStep, sourceStep } from '../equations/posts.js';
import { preparedOf, restOf } from '../prepared.js';
import { variablesOf } from '../variables.js';
import type { BrandRecorder } from './brand.js';
import type { GateRecorder } from './gates.js';
import type { Recording } from './recording.js';

/** Stocks of the period that is open. */
export interface Pools {
  readonly warm: readonly Row[];
  readonly hot: Row;
  readonly buyers: Row;
}

/** Section 7 on the tape. */
export interface SourceRecorder {
  openRights(t: number): void;
  /** What usage rights add to a platform's awareness rates; `null` where no creator has given any. */
  rights(platform: number): Row | null;
  post(stage: Stage, t: number, pools: Pools): void;
}

export function createSources(
  recording: Recording,
  { gates, brand }: { readonly gates: GateRecorder; readonly brand: BrandRecorder },
): SourceRecorder {
  const { program, tape, table, numbers, gradient, input, decay, factor, prepared, zero, participants, periods } =
    recording;
  const rest = restOf(program);
  const rows = preparedOf(program);
  const L = program.lines.length;
  const variables = variablesOf(program);
  const memory = rest.sources.map(() => zero);
  const held = rest.sources.map(() => zero);
  const memoryBars = rest.sources.map(() => table.row().bar);
  const heldBars = rest.sources.map(() => table.row().bar);
  let rightsNow: (Row | null)[] = [];
  const fixed = table.row().bar;
  const bar = (source: number): number => {
    const variable = variables.posts[source];
    return variable < 0 ? fixed : (gradient[variable] ?? -1);
  };
  const sells = program.platforms.map((_, p) =>
    rest.sources.some(({ platform, rights }) => platform === p && rights !== null),
  );

  return {
    rights: (platform) => rightsNow[platform] ?? null,
    openRights(t) {
      rightsNow = [];
      if (t < 0) return;
      rightsNow = sells.map((any) => (any ? table.row() : null));
      rest.sources.forEach(({ rights, platform }, k) => {
        const rightsBefore = rightsNow[platform];
        if (rights === null || rightsBefore === null) return;
        const alive = gates.alive(L + k);
        const after = table.row();
        tape.call(rightsStep({ stoppable: alive !== null }), {
          rows: {
            boost: prepared(rows.sources[k].boost),
            'rights fee': prepared(rows.sources[k].rightsFee),
            rights: rightsBefore,
            'line pay': participants[L + k].pay,
            'period pay': periods[t].pay,
            ...(alive === null ? {} : { active: alive }),
          },
          states: { held: { before: held[k].value, after: after.value, bar: heldBars[k] } },
          decisions: { opening: { ...numbers.opening(k, t), bar: bar(k) } },
        });
        held[k] = after;
      });
    },
    post(stage, t, pools) {
      if (t < 0) return;
      rest.sources.forEach(({ stage: own, platform, kind, inputs, pay }, k) => {
        if (own !== stage) return;
        const place = rows.platforms[platform];
        const its = rows.sources[k];
        const alive = gates.alive(L + k);
        const isAwareness = stage === 'awareness';
        const options = {
          stage,
          shaken: place.organic >= 0,
          factors: place.moved,
          stoppable: alive !== null,
          lifted: brand.on && !isAwareness,
          remembers: brand.on && isAwareness,
          shares: pay.kind === 'creator',
          counted: kind === 'creator',
        };
        const after = table.row();
        const own_ = participants[L + k];
        const period = periods[t];
        tape.call(sourceStep(options), {
          rows: {
            audience: prepared(its.audience),
            'per post': prepared(its.perPost),
            fatigue: input(inputs.fatigue),
            lambda: decay(0),
            'view rate': prepared(its.viewRate),
            'click rate': prepared(its.clickRate),
            'order rate': prepared(its.orderRate),
            'pay per post': prepared(its.payPerPost),
            landing: input(program.globals.landing),
            ...(options.shaken ? { organic: prepared(place.organic + t) } : {}),
            ...(options.factors
              ? {
                  'view factor': factor(platform, 'views', t),
                  'click factor': factor(platform, 'clicks', t),
                  'order factor': factor(platform, 'orders', t),
                }
              : {}),
            ...(alive === null ? {} : { active: alive }),
            ...(options.shares ? { 'pay per conversion': prepared(its.payPerConversion) } : {}),
            lift: brand.lift(),
            reached: brand.reached(),
            'largest audience': own_.largestAudience,
            'period reach': own_.periodReach[t],
            'line impressions': own_.impressions,
            'line views': own_.views,
            'line clicks': own_.clicks,
            'line conversions': own_.conversions,
            'line pay': own_.pay,
            'line posts': own_.posts,
            'period impressions': period.impressions,
            'period views': period.views,
            'period clicks': period.clicks,
            'period conversions': period.conversions,
            'period pay': period.pay,
            'period posts': period.posts,
            part: period.parts[partOf(stage)],
            warm: pools.warm[platform],
            hot: pools.hot,
            buyers: pools.buyers,
          },
          states: { memory: { before: memory[k].value, after: after.value, bar: memoryBars[k] } },
          decisions: { posts: { ...numbers.posts(k, t), bar: bar(k) } },
          numbers: { 'season orders': numbers.season(t).orders },
        });
        memory[k] = after;
      });
    },
  };
}

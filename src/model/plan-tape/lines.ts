import type { Row } from '../../kernel/index.js';
import { required } from '../../required.js';
import { STAGES, type Stage } from '../../scenario/types.js';
import {
  type ActualsOptions,
  approachStep,
  type LineOptions,
  lineStep,
  partOf,
  sharedLineStep,
} from '../equations/line.js';
import { responseStep } from '../equations/response.js';
import { ownFactors, preparedOf, restOf } from '../prepared.js';
import type { ProgramLine } from '../program.js';
import { isOver } from '../program-in-flight.js';
import { variablesOf } from '../variables.js';
import type { BrandRecorder } from './brand.js';
import type { GateRecorder } from './gates.js';
import type { Recording } from './recording.js';
import type { ResponseRecorder } from './responses.js';
import type { ExpectedRows } from './rows.js';
import type { Pools, SourceRecorder } from './sources.js';

/** Outputs of a period before the first that later periods depend on. */
const CARRIED = new Set([
  'memory',
  'warm',
  'hot',
  'buyers',
  'reached',
  'impressions',
  'spent',
  'alone',
  'presence',
  'crowd',
]);

interface LineRecorder {
  /** Lines and sources of a period, stage by stage. */
  deliver(t: number, pools: Pools, sources: SourceRecorder): void;
  readonly expected: ReadonlyMap<number, readonly ExpectedRows[]>;
}

/** What a shared line's two calls have between them. */
interface Presence {
  readonly impressions: Row;
  readonly spent: Row;
  readonly alone: Row;
  readonly presence: Row;
  readonly crowd: Row;
}

export function createLines(
  recording: Recording,
  parts: {
    readonly gates: GateRecorder;
    readonly brand: BrandRecorder;
    readonly quality: readonly Row[];
    readonly responses: ResponseRecorder;
  },
): LineRecorder {
  const { program, tape, table, numbers, gradient, input, decay, factor, prepared, one, zero, participants, periods } =
    recording;
  const { gates, brand, quality, responses } = parts;
  const rest = restOf(program);
  const rows = preparedOf(program);
  const variables = variablesOf(program);
  const poolOf = poolsOf(recording);
  const memory = program.lines.map(() => zero);
  const memoryBars = program.lines.map(() => table.row().bar);
  const nobody = table.row().bar;
  const { inFlight } = program;
  const expected = new Map<number, ExpectedRows[]>();

  const actualsOf = (line: number, t: number): ActualsOptions | undefined => {
    if (inFlight === undefined || !isOver(inFlight, t)) return undefined;
    const { impressions, clicks, conversions } = inFlight.lines[line];
    return {
      impressions: !Number.isNaN(impressions[t]),
      clicks: !Number.isNaN(clicks[t]),
      conversions: !Number.isNaN(conversions[t]),
    };
  };
  const expectedRows = (line: number, t: number): ExpectedRows => {
    const rows = expected.get(line) ?? [];
    expected.set(line, rows);
    rows[t] ??= { clicks: table.row(), conversions: table.row() };
    return rows[t];
  };

  const rowsOf = (line: number) => {
    const own = rows.lines[line];
    if (own === null) throw new RangeError(`line ${line} has no rows of a funnel`);
    return own;
  };

  const optionsOf = (line: number, t: number, active: Row | null, rights: Row | null): LineOptions => {
    const { stage, platform } = program.lines[line];
    const isAwareness = stage === 'awareness';
    return {
      stage,
      pressure: rowsOf(line).pressure >= 0,
      shared: poolOf[line] !== null,
      factors: t >= 0 && (rows.platforms[platform].moved || ownFactors(rows.lines[line], t) !== null),
      stoppable: active !== null,
      rights: isAwareness && rights !== null,
      lifted: brand.on && !isAwareness,
      remembers: brand.on && isAwareness,
      pooled: !isAwareness,
      came: actualsOf(line, t),
    };
  };

  /** What a line spent in a period before the first. */
  const carriedIn = (line: number, t: number): number => program.lines[line].more?.carryIn[rest.carryIn + t] ?? 0;

  /** Before its first money a line does nothing that anything depends on. */
  const isSilent = (line: number, t: number): boolean => t < 0 && memory[line] === zero && carriedIn(line, t) === 0;

  const spendOf = (line: number, t: number) => {
    if (t < 0) return { number: numbers.constant(carriedIn(line, t)), factor: numbers.constant(0), bar: nobody };
    // Money that is spent is nobody's decision.
    if (isOver(inFlight, t)) return { ...numbers.spend(line, t), bar: nobody };
    return {
      ...numbers.spend(line, t),
      bar: gradient[variables.first[line] + t * variables.step[line]] ?? -1,
    };
  };

  /** Everything that a line's steps may speak of in a period. */
  const bind = (line: number, t: number, pools: Pools, active: Row | null, rights: Row | null) => {
    const { stage, platform, inputs } = program.lines[line];
    const its = rowsOf(line);
    const own = ownFactors(its, t);
    const reported = t >= 0;
    const priceNoise = !reported ? one : own !== null ? prepared(own.price + t) : factor(platform, 'price', t);
    const pool = stage === 'consideration' ? pools.warm[platform] : stage === 'conversion' ? pools.hot : pools.buyers;
    const named: { [name: string]: Row } = {
      price: prepared(its.price),
      noise: priceNoise,
      fatigue: input(inputs.fatigue),
      lambda: decay(0),
      'own audience': its.audience >= 0 ? prepared(its.audience) : input(inputs.audience),
      match: input(inputs.match),
      'view rate': prepared(its.viewRate),
      'click rate': prepared(its.clickRate),
      'order rate': prepared(its.orderRate),
      landing: input(program.globals.landing),
      quality: quality[Math.max(0, t)],
      lift: brand.lift(),
      reached: brand.reached(),
      pool,
      warm: pools.warm[platform],
      hot: pools.hot,
      buyers: pools.buyers,
    };
    if (its.pressure >= 0) {
      named.pressure = prepared(its.pressure);
      named['usual spend'] = prepared(its.usualSpend);
    }
    if (active !== null) named.active = active;
    if (rights !== null) named.rights = rights;
    if (reported && (rows.platforms[platform].moved || own !== null)) {
      named['view factor'] = factor(platform, 'views', t);
      named['click factor'] = own === null ? factor(platform, 'clicks', t) : prepared(own.clicks + t);
      named['order factor'] = own === null ? factor(platform, 'orders', t) : prepared(own.orders + t);
    }
    const came = actualsOf(line, t);
    if (came !== undefined) {
      const { clicks, conversions } = expectedRows(line, t);
      named['clicks expected'] = clicks;
      named['conversions expected'] = conversions;
      if (came.conversions) named['conversions that came'] = prepared(rows.came[line].first + t);
    }
    if (reported) {
      const own = participants[line];
      const period = periods[t];
      Object.assign(named, {
        'largest audience': own.largestAudience,
        'period reach': own.periodReach[t],
        'line spend': own.spend,
        'line unspent': own.unspent,
        'line idle': own.idle,
        'line impressions': own.impressions,
        'line views': own.views,
        'line clicks': own.clicks,
        'line conversions': own.conversions,
        'period spend': period.spend,
        'period unspent': period.unspent,
        'period impressions': period.impressions,
        'period views': period.views,
        'period clicks': period.clicks,
        'period conversions': period.conversions,
        part: period.parts[partOf(stage)],
      });
    }
    return {
      rows: named,
      decisions: { spend: spendOf(line, t) },
      numbers: {
        'season price': reported ? numbers.season(t).price : numbers.constant(1),
        'season orders': reported ? numbers.season(t).orders : numbers.constant(1),
        overlap: numbers.constant(rest.overlap),
        ...(came?.impressions === true
          ? { 'impressions that came': numbers.constant(required(inFlight).lines[line].impressions[t]) }
          : {}),
        ...(came?.clicks === true
          ? { 'clicks that came': numbers.constant(required(inFlight).lines[line].clicks[t]) }
          : {}),
      },
    };
  };

  const wanted = (t: number): ReadonlySet<string> | undefined => (t < 0 ? CARRIED : undefined);

  return {
    expected,
    deliver(t, pools, sources) {
      const presences = new Map<number, Presence>();
      const crowds = new Map<string, Row>();
      const maskOf = (line: number): Row | null => gates.active(line, program.lines[line].platform, t);
      const rightsOf = (line: number): Row | null =>
        program.lines[line].stage === 'awareness' ? sources.rights(program.lines[line].platform) : null;
      const approach = (line: number): void => {
        const pool = poolOf[line];
        if (pool === null || presences.has(line)) return;
        const crowd = crowds.get(pool) ?? table.row();
        crowds.set(pool, crowd);
        const presence = {
          impressions: table.row(),
          spent: table.row(),
          alone: table.row(),
          presence: table.row(),
          crowd,
        };
        presences.set(line, presence);
        const active = maskOf(line);
        const bound = bind(line, t, pools, active, rightsOf(line));
        tape.call(
          approachStep(optionsOf(line, t, active, rightsOf(line))),
          {
            ...bound,
            rows: { ...bound.rows, ...presence, memory: { value: memory[line].value, bar: memoryBars[line] } },
          },
          wanted(t),
        );
      };
      const deliver = (line: number): void => {
        const active = maskOf(line);
        const rights = rightsOf(line);
        const options = optionsOf(line, t, active, rights);
        const bound = bind(line, t, pools, active, rights);
        const after = table.row();
        const states = { memory: { before: memory[line].value, after: after.value, bar: memoryBars[line] } };
        const presence = presences.get(line);
        if (presence === undefined) tape.call(lineStep(options), { ...bound, states }, wanted(t));
        else tape.call(sharedLineStep(options), { ...bound, rows: { ...bound.rows, ...presence }, states }, wanted(t));
        memory[line] = after;
      };
      const respond = (line: number): void => {
        if (t < 0) return;
        const { stage } = program.lines[line];
        const active = maskOf(line);
        const brought = responses.bring(line, t, active);
        const own = participants[line];
        const period = periods[t];
        tape.call(responseStep(stage, active !== null), {
          rows: {
            ...(active === null ? {} : { active }),
            brought: actualsOf(line, t)?.conversions === true ? prepared(rows.came[line].first + t) : brought,
            'line spend': own.spend,
            'line unspent': own.unspent,
            'line idle': own.idle,
            'line conversions': own.conversions,
            'period spend': period.spend,
            'period unspent': period.unspent,
            'period conversions': period.conversions,
            'period response spend': period.responseSpend,
            'period response conversions': period.responseConversions,
            part: period.parts[partOf(stage)],
            buyers: pools.buyers,
          },
          decisions: { spend: spendOf(line, t) },
        });
      };
      for (const stage of STAGES) {
        const linesAt = (of: Stage): number[] => linesOf(recording, of).filter((line) => !isSilent(line, t));
        const own = linesAt(stage);
        // Loyalty and advocacy share the buyers: both are there before either delivers.
        const there = stage === 'loyalty' ? [...own, ...linesAt('advocacy')] : own;
        for (const line of there) approach(line);
        for (const line of own) {
          if (program.lines[line].response === undefined) deliver(line);
          else respond(line);
        }
        sources.post(stage, t, pools);
      }
    },
  };
}

function linesOf({ program }: Recording, stage: Stage): number[] {
  return program.lines.flatMap((line, k) => (line.stage === stage ? [k] : []));
}

/** The pool that a line has in common with another one; `null` where it has its people for itself. */
function poolsOf({ program }: Recording): (string | null)[] {
  const { overlap } = restOf(program);
  const pools = program.lines.map((line) => (overlap === 0 ? null : poolOfLine(line)));
  return pools.map((pool) => (pool !== null && pools.filter((other) => other === pool).length > 1 ? pool : null));
}

function poolOfLine({ stage, platform, response, more }: ProgramLine): string | null {
  if (response !== undefined) return null;
  switch (stage) {
    case 'awareness':
      return more === undefined || more.audience < 0 ? null : `audience ${more.audience}`;
    case 'consideration':
      return `warm ${platform}`;
    case 'conversion':
      return 'hot';
    case 'loyalty':
    case 'advocacy':
      return 'buyers';
  }
}

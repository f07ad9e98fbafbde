import { type Random, randomStream } from '../../../src/calibrate/fit/random.js';
import { dailyRows, type Row, successes } from '../../calibrate/support.js';

export const SHAPES = ['steady', 'growth', 'pauses', 'price steps', 'several campaigns', 'retargeting'] as const;
export type AccountShape = (typeof SHAPES)[number];

/** A made account: its rows, and what made them. */
export interface SimulatedAccount {
  readonly shape: AccountShape;
  readonly rows: ReturnType<typeof dailyRows>;
}

/** Half a year and the four weeks that are forecast. */
export const DAYS = 182;
export const AHEAD = 28;
export const FIRST_DAY = 19_000;

/** What a campaign costs and brings, day by day. */
interface Course {
  readonly logPrice: Float64Array;
  readonly ctr: Float64Array;
  readonly cvr: Float64Array;
}

/**
 * An account of a shape: campaigns share a line's price, which wanders, has noise from day to day and answers to spend; rates
 * wander; clicks and orders are drawn in whole numbers. How much anything moves differs between accounts by factors, as
 * real ones do, and is drawn without a look at what fits believe.
 */
export function simulatedAccount(shape: AccountShape, seed: string): SimulatedAccount {
  const random = randomStream(seed, `account ${shape}`);
  const lines = shape === 'retargeting' ? (['awareness', 'conversion'] as const) : (['consideration'] as const);
  return { shape, rows: dailyRows(lines.flatMap((stage) => lineRows(shape, stage, random))) };
}

const around = (median: number, logSd: number, random: Random) => median * Math.exp(logSd * random.normal());

function lineRows(shape: AccountShape, stage: Row['stage'], random: Random): Row[] {
  const pace = around(150, 0.6, random);
  const elasticity = 0.5 * random.uniform();
  const course = courseOf(shape, stage, random);
  const campaigns = campaignsOf(shape, random);
  const rows: Row[] = [];
  let daily = 0;
  for (let day = 0; day < DAYS; day++) {
    daily = 0.7 * daily + 0.15 * random.normal();
    const grown = shape === 'growth' ? 3 ** (day / DAYS) : 1;
    const running = campaigns.filter(({ from, until }) => day >= from && day < until);
    if (running.length === 0 || (shape === 'pauses' && day % 70 >= 56)) continue;
    const total = pace * grown * Math.exp(daily);
    const answer = elasticity * Math.log(total / pace);
    running.forEach(({ name, logPrice, logRate, share }) => {
      const all = running.reduce((sum, one) => sum + one.share, 0);
      const spend = Number(((total * share) / all).toFixed(2));
      const price = Math.exp(course.logPrice[day]! + answer + logPrice);
      const impressions = Math.round((1000 * spend) / price);
      const clicks = successes(impressions, Math.min(0.5, course.ctr[day]! * Math.exp(logRate)), random);
      rows.push({
        campaign: `${stage} ${name}`,
        ...(stage === undefined ? {} : { stage }),
        day: FIRST_DAY + day,
        spend,
        impressions,
        clicks,
        conversions: successes(clicks, course.cvr[day]!, random),
      });
    });
  }
  return rows;
}

function courseOf(shape: AccountShape, stage: Row['stage'], random: Random): Course {
  const dear = stage === 'conversion' ? Math.log(2) : 0;
  // A walk of 0.012 a day is 0.15 off in the mean of four weeks.
  const [priceStep, clickStep, orderStep] = [0, 1, 2].map(() => around(0.012, 0.7, random)) as [number, number, number];
  const [noise, rho] = [around(0.1, 0.4, random), 0.6 * random.uniform()];
  const stepAt = shape === 'price steps' ? Math.floor(DAYS * random.uniform()) : DAYS;
  const step = 0.4 * Math.sign(random.uniform() - 0.5);
  const logPrice = new Float64Array(DAYS);
  const ctr = new Float64Array(DAYS);
  const cvr = new Float64Array(DAYS);
  let [level, rate, wave] = [Math.log(around(6, 0.4, random)) + dear, Math.log(around(0.012, 0.4, random)), 0];
  let order = Math.log(around(0.04, 0.4, random));
  for (let day = 0; day < DAYS; day++) {
    level += priceStep * random.normal() + (day === stepAt ? step : 0);
    rate += clickStep * random.normal();
    order += orderStep * random.normal();
    wave = rho * wave + noise * Math.sqrt(1 - rho * rho) * random.normal();
    logPrice[day] = level + wave;
    ctr[day] = Math.exp(rate + 0.08 * random.normal());
    cvr[day] = Math.min(0.5, Math.exp(order));
  }
  return { logPrice, ctr, cvr };
}

interface Campaign {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly logPrice: number;
  readonly logRate: number;
  readonly share: number;
}

/** One campaign, or six that come and go with one that stays. */
function campaignsOf(shape: AccountShape, random: Random): readonly Campaign[] {
  if (shape !== 'several campaigns') {
    return [{ name: 'one', from: 0, until: DAYS, logPrice: 0, logRate: 0, share: 1 }];
  }
  return Array.from({ length: 7 }, (_, i) => {
    const from = i === 0 ? 0 : Math.floor((i - 1) * 26 + 20 * random.uniform());
    return {
      name: `${i}`,
      from,
      until: i === 0 ? DAYS : from + 30 + Math.floor(50 * random.uniform()),
      logPrice: 0.25 * random.normal(),
      logRate: 0.25 * random.normal(),
      share: 0.5 + random.uniform(),
    };
  });
}

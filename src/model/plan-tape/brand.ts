import type { Row } from '../../kernel/index.js';
import { brandStep, recallStep } from '../equations/pools.js';
import { preparedOf, restOf } from '../prepared.js';
import type { Recording } from './recording.js';

/** Section 13 on the tape. */
export interface BrandRecorder {
  /** Whether a period's recall is to be stored. */
  readonly on: boolean;
  open(t: number): void;
  /** What multiplies conversions in the period that is open. */
  lift(): Row;
  /** Where the period's reach is added up. */
  reached(): Row;
  /** Ends the period; gives all buyers, those of the brand included. */
  close(t: number, buyers: Row): Row;
  /** People who recall the brand at the end; `null` without a brand. */
  recalling(): Row | null;
}

export function createBrand({ program, tape, table, input, prepared, one, zero, periods }: Recording): BrandRecorder {
  const { brand } = restOf(program);
  if (brand === null) {
    return {
      on: false,
      open: () => {},
      lift: () => one,
      reached: () => zero,
      close: (_t, buyers) => buyers,
      recalling: () => null,
    };
  }
  const { brandDecay, brandOrders } = preparedOf(program);
  let recalling = zero;
  let now = { left: zero, share: zero, lift: zero, reached: zero, orders: zero };
  return {
    on: true,
    open(t) {
      now = {
        left: table.row(),
        share: table.row(),
        lift: table.row(),
        reached: table.row(),
        orders: t < 0 ? table.row() : periods[t].parts.brand,
      };
      tape.call(recallStep, {
        rows: {
          decay: prepared(brandDecay),
          population: input(program.globals.population),
          'order lift': input(brand.cvr_lift),
          'base orders': prepared(brandOrders),
          recalling,
          left: now.left,
          share: now.share,
          lift: now.lift,
          'brand orders': now.orders,
        },
      });
    },
    lift: () => now.lift,
    reached: () => now.reached,
    close(_t, buyers) {
      const all = table.row();
      recalling = table.row();
      tape.call(brandStep, {
        rows: {
          recall: input(brand.recall),
          left: now.left,
          share: now.share,
          reached: now.reached,
          'brand orders': now.orders,
          buyers,
          recalling,
          'all buyers': all,
        },
      });
      return all;
    },
    recalling: () => recalling,
  };
}

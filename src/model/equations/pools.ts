import { add, defineStep, divide, minimum, multiply, subtract } from '../../kernel/index.js';

/** A stock at a period's start: what is left of it (section 4). */
export const decayStep = defineStep(
  { name: 'decay of a stock', inputs: ['decay'], reads: ['before'] },
  ({ decay, before }) => ({ adds: { stock: multiply(decay, before) } }),
);

/** Customers' own orders and referrals at a period's end (section 6). */
export const customersStep = defineStep(
  {
    name: 'orders of customers',
    inputs: ['repeat rate', 'referral rate'],
    reads: ['buyers'],
    numbers: ['months'],
  },
  (values) => ({
    adds: {
      repeated: multiply(values['repeat rate'], values.months, values.buyers),
      referred: multiply(values['referral rate'], values.months, values.buyers),
    },
  }),
);

/** Section 13 at a period's start: what is left of the recall, and what it does to sales. */
export const recallStep = defineStep(
  {
    name: 'brand at the start of a period',
    inputs: ['decay', 'population', 'order lift', 'base orders'],
    reads: ['recalling'],
  },
  (values) => {
    const left = multiply(values.decay, values.recalling);
    const share = minimum(1, divide(left, values.population));
    return {
      writes: { left, share, lift: add(1, multiply(values['order lift'], share)) },
      adds: { 'brand orders': multiply(values['base orders'], share) },
    };
  },
);

/** Section 13 at a period's end: the reached who come to recall, and the buyers whom the brand alone has brought. */
export const brandStep = defineStep(
  {
    name: 'brand at the end of a period',
    inputs: ['recall'],
    reads: ['left', 'share', 'reached', 'brand orders', 'buyers'],
  },
  (values) => ({
    writes: {
      recalling: add(values.left, multiply(values.recall, subtract(1, values.share), values.reached)),
      'all buyers': add(values.buyers, values['brand orders']),
    },
  }),
);

/** Section 5: quality of a period, from the proven pool and the two others. */
export const qualityStep = defineStep(
  {
    name: 'creative quality',
    inputs: ['experiment', 'moonshot', 'experiment gain', 'moonshot gain', 'wear'],
    reads: ['pool'],
    decisions: ['proven share', 'experiment share', 'moonshot share'],
    numbers: ['months'],
  },
  (values) => ({
    writes: {
      quality: add(
        multiply(values['proven share'], values.pool),
        multiply(values['experiment share'], values.experiment),
        multiply(values['moonshot share'], values.moonshot),
      ),
      'next pool': add(
        multiply(values.wear, values.pool),
        multiply(
          values.months,
          add(
            multiply(values['experiment share'], values['experiment gain']),
            multiply(values['moonshot share'], values['moonshot gain']),
          ),
        ),
      ),
    },
  }),
);

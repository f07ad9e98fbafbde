import { address, count, double, type MemoryLayout } from '../../model/kernel/record.js';

/** What the summary kernel reads and writes beside a series. */
export const RECORDS = {
  Moments: {
    mean: double(),
    smallest: double(),
    largest: double(),
    squares: double('Σ (x − mean)².'),
    clusterSquares: double("Σ_c e_c², e_c the sum of a cluster's deviations."),
  },
  Selection: {
    values: address(),
    buckets: address('A half-word a value.'),
    counts: address('Four tables of words by bucket.'),
    places: address('By bucket: where its next value goes; 0: nowhere.'),
    gathered: address('Room for as many doubles as there are values.'),
    ranks: address('Wanted ranks, ascending, words.'),
    rankCount: count(),
    statistics: address('Where the values of those ranks go, doubles.'),
  },
} as const;

/** What the summary kernel and what writes its memory agree on. */
export const LAYOUT: MemoryLayout = { records: RECORDS, constants: {} };

/** What is done to rows of a block's memory, draw by draw, in the order in which the kernel counts them. */
export const ROW_OPERATIONS = ['fill', 'scale', 'add', 'multiply', 'atMost', 'overRest', 'timesExcess'] as const;

/**
 * One of them: `to` becomes a number, `a` times a number, `a + b`, `a · b`, `a` but at most a number, `a / (1 − b)`, or `a · (b − 1)`. Starts
 * of rows; `to` may be one that is read.
 */
export interface RowOperation {
  readonly kind: (typeof ROW_OPERATIONS)[number];
  readonly to: number;
  readonly a: number;
  readonly b: number;
  readonly number: number;
}

/** Writes operations down one after the other. */
export interface RowOperations {
  readonly list: readonly RowOperation[];
  fill(to: number, number: number): void;
  scale(to: number, a: number, number: number): void;
  add(to: number, a: number, b: number): void;
  multiply(to: number, a: number, b: number): void;
  atMost(to: number, a: number, number: number): void;
  overRest(to: number, a: number, b: number): void;
  timesExcess(to: number, a: number, b: number): void;
}

export function createRowOperations(): RowOperations {
  const list: RowOperation[] = [];
  const byNumber = (kind: RowOperation['kind']) => (to: number, a: number, number: number) => {
    list.push({ kind, to, a, b: a, number });
  };
  const byRow = (kind: RowOperation['kind']) => (to: number, a: number, b: number) => {
    list.push({ kind, to, a, b, number: 0 });
  };
  return {
    list,
    fill: (to, number) => byNumber('fill')(to, to, number),
    scale: byNumber('scale'),
    add: byRow('add'),
    multiply: byRow('multiply'),
    atMost: byNumber('atMost'),
    overRest: byRow('overRest'),
    timesExcess: byRow('timesExcess'),
  };
}

type Loop = (data: Float64Array, operation: RowOperation, lanes: number) => void;

// Loops of their own, so that each is compiled once, and well.
const LOOPS: Readonly<Record<RowOperation['kind'], Loop>> = {
  fill(data, { to, number }, lanes) {
    data.fill(number, to, to + lanes);
  },
  scale(data, { to, a, number }, lanes) {
    for (let d = 0; d < lanes; d++) data[to + d] = data[a + d] * number;
  },
  add(data, { to, a, b }, lanes) {
    for (let d = 0; d < lanes; d++) data[to + d] = data[a + d] + data[b + d];
  },
  multiply(data, { to, a, b }, lanes) {
    for (let d = 0; d < lanes; d++) data[to + d] = data[a + d] * data[b + d];
  },
  atMost(data, { to, a, number }, lanes) {
    for (let d = 0; d < lanes; d++) data[to + d] = Math.min(number, data[a + d]);
  },
  overRest(data, { to, a, b }, lanes) {
    for (let d = 0; d < lanes; d++) data[to + d] = data[a + d] / (1 - data[b + d]);
  },
  timesExcess(data, { to, a, b }, lanes) {
    for (let d = 0; d < lanes; d++) data[to + d] = data[a + d] * (data[b + d] - 1);
  },
};

/** Does them on a block's first `lanes` draws: the readable reference. */
export function operateOnRows(operations: readonly RowOperation[], data: Float64Array, lanes: number): void {
  for (const operation of operations) LOOPS[operation.kind](data, operation, lanes);
}

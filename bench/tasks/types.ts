/** What another process took. */
export interface Elsewhere {
  /** Milliseconds. */
  readonly processor: number;
  /** Peak resident memory. */
  readonly megabytes: number;
}

/** One thing that is timed. */
export interface BenchTask {
  readonly name: string;
  /** What one run of the task is divided by, and in what unit the quotient is reported. */
  readonly per: number;
  readonly unit: 'µs a draw' | 'ns a value' | 'ms';
  /** Heavy tasks run fewer times. */
  readonly heavy: boolean;
  /** What it is timed against: the loop, unless starting Node is the better part of it. */
  readonly yardstick?: 'process';
  /** Peak memory that a process of its own may take, in MB. */
  readonly mostMegabytes?: number;
  /** Gives what it took where another process did it; anything else is passed over. */
  readonly run: () => unknown | Promise<unknown>;
}

// What a program and its block look like in the kernel's memory. `../tables.ts` writes these records, field by field in
// the same order. A field that names a quantity is the address of its row; rows hold a double a draw.

/** Bytes from a row to the next of its region. */
export const ROW: usize = 136 * 8;

/** Draws that go through all periods together: a cache line of every row they touch, which all fit in the first-level cache. */
export const CHUNK: i32 = 8;
/** Bytes of a chunk in a row. */
export const CHUNK_BYTES: usize = 64;

@unmanaged
export class Line {
  /** 0 awareness … 4 advocacy. */
  stage: i32;
  /** The line's own inputs. */
  audience: usize;
  cpm: usize;
  ctr: usize;
  view_rate: usize;
  cvr: usize;
  fatigue: usize;
  match: usize;
  /** Noise of its platform, a row a period. */
  noise: usize;
  /** Budgets by period, doubles in a row. */
  spend: usize;
  /** What a unit more of the line's variable spends by period, doubles in a row: flighting weights, or 1. */
  flighting: usize;
  /** The stock that it retargets; 0 for awareness. */
  retargeted: usize;
  /** What it feeds. */
  warm: usize;
  memory: usize;
  largestAudience: usize;
  platformReach: usize;
  /** Its totals, in the order of LINE_TOTALS. */
  totals: usize;
  /** Rows of the adjoint; 0 where no gradient is wanted. */
  bars: usize;
  memoryBar: usize;
  warmBar: usize;
  retargetedBar: usize;
  /** Its first row of a gradient, and rows from one period to the next: 1 where its flighting is free. */
  firstVariable: i32;
  variableStep: i32;
  /** Conversions that its response brings, by period and then after the horizon; 0 for a line with a funnel. */
  responseValues: usize;
  /** Adstock weights by lag, and how many there are. */
  responseWeights: usize;
  responseLength: i32;
  /** By period, those after the horizon included; 0 where no gradient is wanted. */
  responseMarginals: usize;
  responseBars: usize;
}

@unmanaged
export class Program {
  periods: i32;
  platforms: i32;
  lineCount: i32;
  hasPopulation: i32;
  hasCreative: i32;
  lines: usize;
  /** Shares of proven, experiment and moonshot creative: three doubles. */
  creative: usize;
  /** Doubles by period. */
  seasonCpm: usize;
  seasonCvr: usize;
  /** Doubles: days of a period over 30, days of a period. */
  months: usize;
  periodDays: usize;
  decay: usize;
  derived: usize;
  quality: usize;
  pool: usize;
  memory: usize;
  stocks: usize;
  largestAudience: usize;
  lineTotals: usize;
  periodTotals: usize;
  platformReach: usize;
  /** What a chunk leaves for its adjoint: vectors by period, line and TRACES; 0 where no gradient is wanted. */
  trace: usize;
  lineBars: usize;
  periodBars: usize;
  memoryBars: usize;
  stockBars: usize;
  qualityBar: usize;
  poolBar: usize;
  gradient: usize;
  /** Inputs of the whole scenario. */
  close_rate: usize;
  repeat_rate: usize;
  referral_rate: usize;
  landing: usize;
  warm: usize;
  hot: usize;
  buyers: usize;
  population: usize;
  m_proven: usize;
  m_experiment: usize;
  m_moonshot: usize;
  g_experiment: usize;
  g_moonshot: usize;
  order_value: usize;
  margin: usize;
  fee: usize;
  tax: usize;
  delay_days: usize;
  value_days: usize;
  ltv_days: usize;
  memory_days: usize;
  warm_days: usize;
  hot_days: usize;
  buyers_days: usize;
  wear_days: usize;
  /** Addresses of rows that add up to the fixed costs, and how many there are. */
  fixedCosts: usize;
  fixedCostCount: i32;
  /** Rows of a gradient. */
  variableCount: i32;
  /** What responses bring after the horizon: new, repeat, referred. */
  afterHorizon: usize;

  @inline
  line(index: i32): Line {
    return changetype<Line>(this.lines + <usize>index * offsetof<Line>());
  }
}

/** A standard normal a draw. */
@unmanaged
export class Source {
  /** 32 direction numbers of its scrambled Sobol sequence; 0 where the 32 random bits come from outside. */
  directions: usize;
  /** Its digital shift. */
  shift: usize;
  /** 128 words. */
  bits: usize;
  to: usize;
}

/** An input that isn't the same in all draws. */
@unmanaged
export class Input {
  /** 0 its score alone, 1 linear, 2 exponential, 3 tabulated. */
  kind: i32;
  to: usize;
  /** 16 bytes each: the weight, and the source's row. */
  terms: usize;
  termCount: i32;
  /** Doubles: its bounds, then linear: mean, sd · exponential: mu, sigma · tabulated: first score, cells a score, cells. */
  parameters: usize;
  table: usize;
}

/** A platform's price noise. */
@unmanaged
export class Noise {
  /** Rows by period. */
  normals: usize;
  to: usize;
  /** Doubles: σ, φ, σ √(1 − φ²), σ²/2. */
  parameters: usize;
}

@unmanaged
export class Sampling {
  periods: i32;
  sourceCount: i32;
  sources: usize;
  inputCount: i32;
  inputs: usize;
  noiseCount: i32;
  noises: usize;
  /** Room for the tails of a row of normals. */
  list: usize;
}

/** A step of a KPI's computation. */
@unmanaged
export class Node {
  operation: i32;
  /** Operands, in bytes from the first node's values. */
  left: usize;
  right: usize;
  reserved: i32;
  /** Of a number. */
  value: f64;
}

/** A figure of some of the lines. */
@unmanaged
export class LineSum {
  /** Its node, and the row of the lines' totals that it adds up, in bytes. */
  node: usize;
  total: usize;
  count: i32;
  /** Addresses of the lines' records. */
  lines: usize;
}

/** KPIs as nodes over base figures, and over figures of some lines. */
@unmanaged
export class Graph {
  figureCount: i32;
  nodeCount: i32;
  nodes: usize;
  /** A chunk's bytes a node: values, and derivatives of one output with respect to each. */
  values: usize;
  bars: usize;
  /** Nodes of the outputs, as whole numbers. */
  outputCount: i32;
  outputs: usize;
  /** Where the outputs go: a row each. */
  results: usize;
  /** Where their gradients go: a row a variable each. */
  gradients: usize;
  /** Figures of some of the lines. */
  sumCount: i32;
  sums: usize;

  @inline
  node(index: i32): Node {
    return changetype<Node>(this.nodes + <usize>index * offsetof<Node>());
  }

  @inline
  sum(index: i32): LineSum {
    return changetype<LineSum>(this.sums + <usize>index * offsetof<LineSum>());
  }

  @inline
  output(index: i32): i32 {
    return i32.load(this.outputs + (<usize>index << 2));
  }
}

/** Lines that are reported together, platform by platform. */
@unmanaged
export class Group {
  count: i32;
  /** Addresses of their records. */
  lines: usize;
}

/** What a caller wants to see. */
@unmanaged
export class Figures {
  total: Graph;
  /** Of lines, platforms and stages; `groups` is 0 where they aren't wanted, and no periods either. */
  group: Graph;
  groupCount: i32;
  groups: usize;
  period: Graph;
  isCumulative: i32;
  cumulative: Graph;
  /** Chunks: orders not yet recorded by kind, and outputs added up so far. */
  pending: usize;
  running: usize;
  /** A row a series. */
  results: usize;
}

/** Vectors that a pair of draws leaves of a line and period for its adjoint: TRACES, then e's loss by memory, and 1000 / c. */
export const TRACES: i32 = 10;
/** A chunk's trace of a line and period. */
export const TRACE_BYTES: usize = CHUNK_BYTES * 10;

/** Rows of LINE_TOTALS and, the first seven, of PERIOD_TOTALS. */
export const SPEND: usize = 0 * ROW;
export const UNSPENT: usize = 1 * ROW;
export const IMPRESSIONS: usize = 2 * ROW;
export const REACH: usize = 3 * ROW;
export const VIEWS: usize = 4 * ROW;
export const CLICKS: usize = 5 * ROW;
export const CONVERSIONS: usize = 6 * ROW;
export const LINE_TOTALS: usize = 7;
export const NEW: usize = 7 * ROW;
export const REPEAT: usize = 8 * ROW;
export const REFERRED: usize = 9 * ROW;
export const BUYERS: usize = 10 * ROW;
export const RESPONSE_SPEND: usize = 11 * ROW;
export const RESPONSE_CONVERSIONS: usize = 12 * ROW;
export const PERIOD_TOTALS: usize = 13;

/** Rows of DECAYS. */
export const WARM: usize = 1 * ROW;
export const HOT: usize = 2 * ROW;
export const BUYERS_DECAY: usize = 3 * ROW;
export const WEAR: usize = 4 * ROW;

/** Rows of DERIVED. */
export const THETA: usize = 0 * ROW;
export const FIXED_COST: usize = 1 * ROW;
export const LTV: usize = 2 * ROW;
export const FUTURE_ORDERS_PER_BUYER: usize = 3 * ROW;

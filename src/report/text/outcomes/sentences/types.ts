import type { ReportText } from '../../types.js';

type Charts = ReportText['charts'];
type WhatIf = ReportText['workbook']['whatIf'];

/** Sentences about what a plan brings, in place of those that speak of orders. */
export interface CountedSentences {
  readonly tail: Charts['fan']['tail'];
  readonly course: Pick<Charts['orders'], 'likely' | 'none' | 'axis'>;
  readonly withTail: Charts['profit']['withTail'];
  readonly bridge: Pick<Charts['bridge'], 'noteFuture' | 'noteBaseline' | 'noteBaselineAlone'>;
  readonly parts: Pick<Charts['bridge']['parts'], 'future' | 'profit_future'>;
  readonly response: Pick<Charts['response'], 'best' | 'single' | 'none' | 'absentOrders' | 'note' | 'y'>;
  readonly later: ReportText['page']['later'];
  /** Of what the plan brings, how it is to be read. */
  readonly added: string;
  readonly whatIf: Pick<WhatIf, 'close' | 'orders' | 'ordersNow' | 'ordersAt'>;
}

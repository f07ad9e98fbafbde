/**
 * What orders are called where a file says that something else is counted. `leads`: every conversion is a lead; `closed`:
 * leads come first, and some of them become customers; so do bookings that are honoured, and installs that come to pay.
 */
export type OutcomeKind = 'leads' | 'closed' | 'bookings' | 'closed_bookings' | 'installs' | 'closed_installs';

/** Names of KPIs in place of the usual ones, by the KPI; `main` is the one that people look at first. */
export interface OutcomeNames {
  readonly main: 'orders' | 'leads';
  readonly kpis: Readonly<Record<string, string>>;
}

export type OutcomeWords = Readonly<Record<OutcomeKind, OutcomeNames>>;

import { required } from '../../required.js';
import { parseNumber } from '../../units/number.js';
import * as messages from '../messages.js';
import { canonicalId } from '../platform-names.js';
import { type Comparison, GATE_KPIS, type GateKpi } from '../types.js';
import type { Parsing } from './from-syntax.js';

const GATE = /^(?:(?<of>[^<>]+)\.)?(?<kpi>[A-Za-z_]\w*)\s*(?<comparison>>=|<=|>|<)\s*(?<threshold>\S+)$/;
const MAX_GATE = 300;

interface ParsedGate {
  /** A line's or source's id; `null`: the plan. */
  readonly of: string | null;
  readonly kpi: GateKpi;
  readonly comparison: Comparison;
  readonly threshold: number;
}

/** Parses `cpa <= 20`, or with a line or source of the plan, `instagram/conversion.cpa <= 9`. */
export function parseGate(text: string, ids: readonly string[]): Parsing<ParsedGate> {
  const groups = text.length > MAX_GATE ? undefined : GATE.exec(text.trim())?.groups;
  const number = groups === undefined ? null : parseNumber(required(groups.threshold));
  if (groups === undefined || number === null || !number.ok) return { ok: false, fault: messages.notAGate(text) };
  const of = groups.of === undefined ? null : canonicalId(groups.of.trim());
  if (of !== null && !ids.includes(of)) return { ok: false, fault: messages.unknownSubject(of, ids) };
  const kpi = GATE_KPIS.find((name) => name === groups.kpi);
  if (kpi === undefined) return { ok: false, fault: messages.unknownGateKpi(required(groups.kpi), GATE_KPIS) };
  return { ok: true, value: { of, kpi, comparison: groups.comparison as Comparison, threshold: number.value } };
}

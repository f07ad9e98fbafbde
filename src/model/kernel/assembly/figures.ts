// Section 10: every KPI in total, by line, platform and stage, by period, and added up over periods.
import { evaluateGraph } from './graph';
import {
  CHUNK_BYTES, CLICKS, CONVERSIONS, Figures, Graph, Group, IMPRESSIONS, Line, NEW, PERIOD_TOTALS, Program, REACH,
  RESPONSE_CONVERSIONS, RESPONSE_SPEND, ROW, SPEND, THETA, UNSPENT, VIEWS,
} from './tables';
import {
  AT_CLICKS, AT_CONVERSIONS, AT_FIXED_COST, AT_IMPRESSIONS, AT_NEW, AT_REACH, AT_RESPONSE_CONVERSIONS, AT_RESPONSE_SPEND,
  AT_SPEND, AT_UNSPENT, AT_VIEWS, planTotals, sharedFigures,
} from './totals';
import { add, addAt, both, div, larger, load, mul, smaller, store, sub, VECTOR } from './vector';

/** All series of a chunk, in the order of `seriesOf`. */
export function writeFigures(program: Program, figures: Figures, at: usize): void {
  let to = figures.results + at;
  planTotals(program, figures.total.values, at);
  to = write(figures.total, to);
  if (figures.groups != 0) {
    share(program, figures.group, at);
    for (let index = 0; index < figures.groupCount; index++) {
      const group = changetype<Group>(figures.groups + <usize>index * offsetof<Group>());
      sumLines(program, group, figures.group.values, at);
      to = write(figures.group, to);
    }
    share(program, figures.period, at);
    clear(figures.pending, 3);
    for (let t = 0; t < program.periods; t++) {
      fillPeriod(program, figures.pending, figures.period.values, t, at);
      to = write(figures.period, to);
    }
  }
  if (figures.isCumulative) {
    share(program, figures.cumulative, at);
    clear(figures.pending, 3);
    clear(figures.running, 2);
    for (let t = 0; t < program.periods; t++) {
      fillPeriod(program, figures.pending, figures.cumulative.values, t, at);
      to = addUp(figures.cumulative, figures.running, to);
    }
  }
}

/** Evaluates a graph whose figures are filled in, and writes its outputs, a row each. */
function write(graph: Graph, to: usize): usize {
  evaluateGraph(graph);
  for (let k = 0; k < graph.outputCount; k++, to += ROW) {
    const from = graph.values + CHUNK_BYTES * graph.output(k);
    for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) store(to + v, load(from + v));
  }
  return to;
}

/** The same, the outputs being added to those of earlier periods. */
function addUp(graph: Graph, running: usize, to: usize): usize {
  evaluateGraph(graph);
  for (let k = 0; k < graph.outputCount; k++, to += ROW, running += CHUNK_BYTES) {
    const from = graph.values + CHUNK_BYTES * graph.output(k);
    for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) {
      addAt(running + v, load(from + v));
      store(to + v, load(running + v));
    }
  }
  return to;
}

function share(program: Program, graph: Graph, at: usize): void {
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR) sharedFigures(program, graph.values + v, at + v);
}

function clear(chunks: usize, count: i32): void {
  for (let v: usize = 0; v < CHUNK_BYTES * count; v += VECTOR) store(chunks + v, both(0));
}

/** A group's lines added up; its reach is each platform's largest line, combined. */
function sumLines(program: Program, group: Group, to: usize, at: usize): void {
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR, to += VECTOR) {
    const d = at + v;
    const people = load(program.population + d);
    let spend = both(0);
    let unspent = both(0);
    let impressions = both(0);
    let views = both(0);
    let clicks = both(0);
    let conversions = both(0);
    let responseSpend = both(0);
    let responseConversions = both(0);
    let largest = both(0);
    let missed = both(1);
    let reach = both(0);
    for (let k = 0; k < group.count; k++) {
      const line = changetype<Line>(<usize>i32.load(group.lines + (<usize>k << 2)));
      const totals = line.totals + d;
      spend = add(spend, load(totals + SPEND));
      unspent = add(unspent, load(totals + UNSPENT));
      impressions = add(impressions, load(totals + IMPRESSIONS));
      views = add(views, load(totals + VIEWS));
      clicks = add(clicks, load(totals + CLICKS));
      conversions = add(conversions, load(totals + CONVERSIONS));
      if (line.responseValues != 0) {
        responseSpend = add(responseSpend, load(totals + SPEND));
        responseConversions = add(responseConversions, load(totals + CONVERSIONS));
      }
      largest = larger(largest, load(totals + REACH));
      // Lines of a platform stand together.
      const next = k + 1 < group.count ? changetype<Line>(<usize>i32.load(group.lines + (<usize>k << 2), 4)) : null;
      if (next == null || next.platformReach != line.platformReach) {
        if (program.hasPopulation) missed = mul(missed, sub(both(1), smaller(both(1), div(largest, people))));
        else reach = add(reach, largest);
        largest = both(0);
      }
    }
    store(to + AT_SPEND, spend);
    store(to + AT_UNSPENT, unspent);
    store(to + AT_IMPRESSIONS, impressions);
    store(to + AT_REACH, program.hasPopulation ? mul(people, sub(both(1), missed)) : reach);
    store(to + AT_VIEWS, views);
    store(to + AT_CLICKS, clicks);
    store(to + AT_CONVERSIONS, conversions);
    store(to + AT_RESPONSE_SPEND, responseSpend);
    store(to + AT_RESPONSE_CONVERSIONS, responseConversions);
  }
}

/** A period's figures; of its orders and of what earlier ones left, the share 1 − θ is recorded in it. */
function fillPeriod(program: Program, pending: usize, to: usize, t: i32, at: usize): void {
  const periods = both(<f64>program.periods);
  for (let v: usize = 0; v < CHUNK_BYTES; v += VECTOR, to += VECTOR, pending += VECTOR) {
    const d = at + v;
    const period = program.periodTotals + ROW * PERIOD_TOTALS * t + d;
    store(to + AT_SPEND, load(period + SPEND));
    store(to + AT_UNSPENT, load(period + UNSPENT));
    store(to + AT_IMPRESSIONS, load(period + IMPRESSIONS));
    store(to + AT_REACH, load(period + REACH));
    store(to + AT_VIEWS, load(period + VIEWS));
    store(to + AT_CLICKS, load(period + CLICKS));
    store(to + AT_CONVERSIONS, load(period + CONVERSIONS));
    store(to + AT_RESPONSE_SPEND, load(period + RESPONSE_SPEND));
    store(to + AT_RESPONSE_CONVERSIONS, load(period + RESPONSE_CONVERSIONS));
    const theta = load(program.derived + THETA + d);
    store(to + AT_FIXED_COST, div(load(program.derived + ROW + d), periods));
    // new, repeat, referred: in one order everywhere.
    for (let kind: usize = 0; kind < 3; kind++) {
      const unrecorded = add(load(pending + CHUNK_BYTES * kind), load(period + NEW + ROW * kind));
      const later = mul(unrecorded, theta);
      store(to + AT_NEW + CHUNK_BYTES * kind, sub(unrecorded, later));
      store(pending + CHUNK_BYTES * kind, later);
    }
  }
}

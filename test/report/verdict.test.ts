import { describe, expect, it } from 'vitest';
import { VERDICT_KINDS, type VerdictKind } from '../../src/forecast/advice.js';
import { allocationRows } from '../../src/report/charts/allocation-layout.js';
import { makeCharts } from '../../src/report/charts/index.js';
import { breakEvenTable } from '../../src/report/content/break-even.js';
import { decisionSentences } from '../../src/report/content/decision.js';
import { runReport } from '../../src/report/content/run-report.js';
import { testSentences, testWords } from '../../src/report/content/test-advice.js';
import { verdictReasons, verdictSentence } from '../../src/report/content/verdict.js';
import { reportContext } from '../../src/report/context.js';
import { summaryMarkdown } from '../../src/report/markdown.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { en } from '../../src/report/text/en.js';
import { reportText } from '../../src/report/text/index.js';
import { oneStop } from '../../src/report/text/sentence.js';
import { verdictText } from '../../src/report/text/verdict/index.js';
import { advised } from './advised.js';
import { ENGLISH, texts } from './catalogue-texts.js';

const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;

describe.each(LANGUAGES)('a verdict in %s', (language) => {
  it.each(VERDICT_KINDS)('is the first sentence of page, Markdown and terminal: %s', (kind) => {
    const forecast = advised(language, kind);
    const context = reportContext(forecast);
    const first = verdictSentence(context)!;
    const [decision] = runReport(context, makeCharts(context));
    expect(decision!.blocks[0]).toEqual({ kind: 'paragraph', words: first, tone: 'lead' });
    expect(summaryMarkdown(context, [])).toContain('**');
    const lines = terminalSummary(forecast, { width: 1000, color: false, why: true }).split('\n');
    expect(lines[0]).toBe(first);
    const told = [
      first,
      ...verdictReasons(context),
      ...testSentences(context),
      ...breakEvenTable(context)!.rows.flat(),
    ];
    for (const words of told) {
      expect(words).not.toMatch(/NaN|undefined|\bnull\b|\[object/);
      expect(oneStop(words)).not.toMatch(/[^.]\.\.(?!\.)/);
      if (language !== 'en') expect(words.replace(/\p{Script=Latin}+\/\S+/gu, '')).not.toMatch(ENGLISH);
    }
    // Figures are kept: 62 % better, a test of 200 in 7 days, 57 needed where 40 is believed.
    expect(verdictReasons(context).join()).toMatch(/62/);
    expect(testSentences(context).join()).toMatch(/45.*200.*35.*225/s);
    expect(breakEvenTable(context)!.rows[0]!.join()).toMatch(/40.*57/);
    // What no value would mend is left out where another one would.
    expect(breakEvenTable(context)!.rows).toHaveLength(2);
  });

  it('lists moves on the terminal that its first sentence does not name, and those it names only there', () => {
    const forecast = advised(language, 'move');
    const verdict = forecast.result.verdict!;
    const [move] = verdict.moves;
    const label = reportContext(forecast).text.page.terminal.moves;
    const labelsWith = (moves: readonly (typeof verdict.moves)[number][]): boolean => {
      const result = { ...forecast.result, verdict: { ...verdict, moves } };
      const lines = terminalSummary({ ...forecast, result }, { width: 1000, color: false }).split('\n');
      return lines.slice(1).some((line) => line.startsWith(label) || line.endsWith(label));
    };
    expect(labelsWith([move!])).toBe(false);
    expect(labelsWith([move!, move!, move!])).toBe(true);
  });

  it('follows the plan given where that stands, the optimised one where money moves', () => {
    const followed = (kind: VerdictKind) => reportContext(advised(language, kind)).plan.kind;
    expect([followed('keep'), followed('test'), followed('less')]).toEqual(['given', 'given', 'given']);
    expect([followed('move'), followed('start')]).toEqual(['optimized', 'optimized']);
  });

  it('draws and tabulates the budgets of the plan that it follows', () => {
    for (const kind of ['keep', 'test', 'less', 'move'] as const) {
      const context = reportContext(advised(language, kind));
      const budgets = context.plan.result.lines.map(({ budget }) => budget);
      expect(context.changes.map(({ planned }) => planned)).toEqual(budgets);
      // The chart's bars, labels and stages' shares come from the same rows.
      const rows = allocationRows(context).filter(({ stage }) => !stage);
      expect(rows.map(({ planned }) => planned).sort()).toEqual([...budgets].sort());
    }
    // Bars are of the plan followed: a plan that stands isn't drawn twice, nor called the optimised one.
    for (const kind of ['keep', 'less'] as const) {
      const context = reportContext(advised(language, kind));
      expect(context.given).toBe(context.plan);
      const { distribution, targets } = context.text.charts;
      const charts = new Map(makeCharts(context).map((chart) => [chart.name, chart]));
      const noteOf = (name: string): string => {
        const chart = charts.get(name)!;
        return 'note' in chart ? chart.note : '';
      };
      const draws = context.formats.whole(context.plan.details.profit.length);
      expect(noteOf('profit-distribution')).toContain(distribution.note(draws));
      expect(noteOf('targets')).toContain(targets.note);
    }
    expect(reportContext(advised(language, 'keep')).changes.every(({ change }) => change === 0)).toBe(true);
    expect(reportContext(advised(language, 'move')).changes.some(({ change }) => change !== 0)).toBe(true);
  });
});

it.each(LANGUAGES)('says in %s that no test is worth its cost, and no share below zero', (language) => {
  const forecast = advised(language, 'keep');
  const verdict = forecast.result.verdict!;
  // Nor that it is worth 0 %, where it is worth next to nothing.
  for (const value of [-5.7e-6, 0, 4e-5]) {
    const because = verdict.because.map((reason) =>
      reason.test === 'test_value' ? { ...reason, value, holds: false } : reason,
    );
    const { test: _, ...result } = { ...forecast.result, verdict: { ...verdict, because } };
    const context = reportContext({ ...forecast, result });
    const { lead } = testWords(context);
    expect(lead).toContain(verdictText(language).because.test_worth_nothing);
    expect(lead).not.toMatch(/[\d%]/);
    expect(verdictReasons(context).join()).toContain(verdictText(language).because.test_worth);
  }
});

it.each(LANGUAGES)('lists in %s what was asked of each test, and no share below nothing', (language) => {
  const forecast = advised(language, 'move');
  const verdict = forecast.result.verdict!;
  const because = verdict.because.map((reason) => {
    if (reason.test === 'delivered') return { ...reason, value: -0.17, holds: true };
    if (reason.test === 'test_value') return { ...reason, value: 0, holds: false };
    return reason.test === 'guesses' ? { ...reason, holds: true } : reason;
  });
  const context = reportContext({ ...forecast, result: { ...forecast.result, verdict: { ...verdict, because } } });
  const words = verdictText(language);
  const told = verdictReasons(context);
  expect(told).toContain(`${words.holds}: ${words.because.delivered_none}`);
  expect(told).toContain(`${words.fails}: ${words.because.test_worth}`);
  // What is close to its bound says so within the parenthesis that is there.
  expect(told.filter((reason) => reason.includes(words.close))).toHaveLength(1);
  expect(told.join()).not.toContain(') (');
});

it.each(LANGUAGES)('names in %s who posts how often beside the money, not in a second parenthesis', (language) => {
  const forecast = advised(language, 'move');
  const { scenario } = forecast;
  const moved = { ...forecast.result.verdict!, posts: [{ id: scenario.lines[0]!.id, from: 0, to: 2 }] };
  const sentence = verdictSentence(reportContext({ ...forecast, result: { ...forecast.result, verdict: moved } }))!;
  const moves = verdictSentence(reportContext(forecast))!;
  expect(sentence.length).toBeGreaterThan(moves.length);
  expect(sentence).not.toContain(') (');
});

it.each(
  LANGUAGES,
)('says in %s that no better plan was found where none was weighed, and names no tests', (language) => {
  const forecast = advised(language, 'keep');
  const verdict = forecast.result.verdict!;
  const sentenceWith = (because: typeof verdict.because) =>
    verdictSentence(reportContext({ ...forecast, result: { ...forecast.result, verdict: { ...verdict, because } } }));
  expect(sentenceWith(verdict.because)).toBe(verdictText(language).keep);
  const outcome = verdict.because.filter(({ test }) => test === 'middle_outcome');
  for (const because of [[], outcome]) expect(sentenceWith(because)).toBe(reportText(language).page.decision.kept);
});

it.each(LANGUAGES)('says in %s that what is lost, or earned, is with orders that come after the plan', (language) => {
  const { withLater } = verdictText(language);
  const [, said = ''] = withLater('|').split('|');
  for (const kind of ['less', 'start'] as const) {
    const forecast = advised(language, kind);
    const { given, optimized } = forecast.result.plans;
    const counted = (plan: typeof given): typeof given => {
      const { total } = plan.kpis;
      return { ...plan, kpis: { ...plan.kpis, total: { ...total, future_orders: { ...total.orders!, mean: 12 } } } };
    };
    const plans = { given: counted(given), optimized: counted(optimized!) };
    const sentence = verdictSentence(reportContext({ ...forecast, result: { ...forecast.result, plans } }))!;
    expect(sentence).toContain(said);
    const within = { given, optimized: optimized! };
    for (const plan of [within.given, within.optimized]) expect(plan.kpis.total.future_orders?.mean ?? 0).toBe(0);
    expect(
      verdictSentence(reportContext({ ...forecast, result: { ...forecast.result, plans: within } })),
    ).not.toContain(said);
  }
});

it.each(LANGUAGES)('says in %s in one breath what the plan given comes to', (language) => {
  const told = terminalSummary(advised(language, 'keep'), { width: 1000, color: false });
  const outcome = told.split('\n').find((line) => line.startsWith(reportText(language).page.terminal.outcome))!;
  // One colon at most: "the plan as given: a loss: …" reads as a list.
  expect(outcome.match(/: /g) ?? []).toHaveLength(outcome.includes(':') ? 1 : 0);
});

it.each(
  LANGUAGES,
)('says in %s whose outcome the terminal shows where the plan given stands beside a better one', (language) => {
  const outcome = (kind: VerdictKind): string =>
    terminalSummary(advised(language, kind), { width: 1000, color: false });
  const { ofGiven } = reportText(language).page.terminal;
  const marker = ofGiven('').trim();
  expect(outcome('test')).toContain(marker);
  expect(outcome('move')).not.toContain(marker);
});

it.each(
  LANGUAGES,
)('rounds in %s what a goal that is counted gains once, for the first sentence and its reason', (language) => {
  const forecast = advised(language, 'move');
  const verdict = forecast.result.verdict!;
  const difference = { ...forecast.result.difference!, orders: { ...forecast.result.difference!.profit!, p50: 80.8 } };
  const because = [
    ...verdict.because,
    { test: 'one_more', value: 81.4, needed: 1, holds: true, close: false } as const,
  ];
  const scenario = {
    ...forecast.scenario,
    goal: { ...forecast.scenario.goal, maximize: { kind: 'kpi', name: 'orders' } as const, text: 'orders' },
  };
  const result = { ...forecast.result, difference, verdict: { ...verdict, because } };
  const context = reportContext({ ...forecast, scenario, result });
  for (const sentence of [verdictSentence(context)!, verdictReasons(context).at(-1)!]) {
    expect(sentence).toContain('81');
    expect(sentence).not.toMatch(/80[.,]8|81[.,]4/);
  }
});

it.each(LANGUAGES)('says in %s of what a test is worth a share: of cost, or of what the plan brings', (language) => {
  const forecast = advised(language, 'keep');
  const verdict = forecast.result.verdict!;
  const { because } = verdictText(language);
  const reasons = (reason: (typeof verdict.because)[number]['test'][]) =>
    verdictReasons(
      reportContext({
        ...forecast,
        result: {
          ...forecast.result,
          verdict: { ...verdict, because: verdict.because.filter(({ test }) => reason.includes(test)) },
        },
      }),
    ).join();
  const [share, needed] = [0.02, 0.01].map((value) => reportContext(forecast).formats.share(value)) as [string, string];
  expect(reasons(['middle_outcome', 'test_value'])).toContain(because.test_value(share, needed));
  expect(reasons(['test_value'])).toContain(because.test_value_of_goal(share, needed));
});

describe.each(LANGUAGES)('a move in %s that hangs on guesses', (language) => {
  const told = (kind: VerdictKind, share: number, worth: number, hangs: boolean) => {
    const forecast = advised(language, kind);
    const verdict = forecast.result.verdict!;
    const because = verdict.because.map((reason) =>
      reason.test === 'guesses'
        ? { ...reason, value: share, holds: hangs }
        : reason.test === 'test_value'
          ? { ...reason, value: worth, holds: false }
          : reason,
    );
    const { test: _, ...result } = { ...forecast.result, verdict: { ...verdict, because } };
    const context = reportContext({ ...forecast, result });
    const terminal = terminalSummary({ ...forecast, result }, { width: 10_000, color: false });
    return { context, sentences: [decisionSentences(context).join(' '), terminal, summaryMarkdown(context, [])] };
  };
  const { guessedMove, because } = verdictText(language);

  it('says that it does, and what a test would be worth', () => {
    const { context, sentences } = told('move', 0.9999, 0.0083, true);
    const share = (value: number) => context.formats.share(value);
    const words = guessedMove(share(1), because.test_value(share(0.0083), share(0.01)));
    for (const text of sentences) expect(text.replaceAll('\\', '')).toContain(words.slice(1));
  });

  it('says why no test is made, where one would be worth nothing or would change nothing', () => {
    const [nothing, unchanged] = [-0.001, 0.04].map((worth) => told('move', 0.7, worth, true).sentences[0]);
    expect(nothing).toContain(because.test_worth_nothing);
    expect(unchanged).toContain(because.test_changes_nothing);
  });

  it('says no such thing of what hangs on what is known, nor where nothing is moved', () => {
    const after = guessedMove('', '').split(')')[1]!.slice(0, 30);
    for (const { sentences } of [told('move', 0.3, 0.001, false), told('keep', 0.9, 0.001, true)]) {
      for (const text of sentences) expect(text).not.toContain(after);
    }
  });
});

it('tells what is needed from what is believed where they differ in the third digit', () => {
  const forecast = advised('en', 'less');
  const near = { input: 'cvr', line: null, now: 0.1012, needed: 0.1046, probability: 0.49 } as const;
  const { rows } = breakEvenTable(reportContext({ ...forecast, result: { ...forecast.result, break_even: [near] } }))!;
  expect(rows[0]!.slice(1, 3)).toEqual(['10.1%', 'at least 10.5%']);
});

// Raffles for draws, a plant's seed, a shop's discount for slack: each said by a reader who stumbled over it.
it.each([
  ['az', /çəkiliş|toxum|güzəşt|imtina|yerini dəyişin|8-də /i],
  ['tr', /çekiliş|tohum|artığı/i],
  ['ar', /سحوبات|السحب|البذرة|باقي KKT/],
] as const)('%s has no word that means another thing', (language, wrong) => {
  for (const [path, text] of texts(reportText(language))) expect(text, path).not.toMatch(wrong);
});

it('counts one and two as people do', () => {
  const { terminal, decision } = en.page;
  expect([terminal.rulesHold('1'), terminal.rulesHold('2'), terminal.rulesHold('3')]).toEqual([
    'the only one holds',
    'both hold',
    'all 3 hold',
  ]);
  expect(decision.targetsMet('2')).toBe('Both targets are met.');
});

it('has one stop after an abbreviation with its own, and three where they are meant', () => {
  expect(oneStop('100 ر.س..')).toBe('100 ر.س.');
  expect(oneStop('so on...')).toBe('so on...');
});

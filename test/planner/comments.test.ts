import { describe, expect, it } from 'vitest';
import { scenarioWords } from '../../src/calibrate/words/scenario/index.js';
import { editText } from '../../src/planner/edits/edit-text.js';
import { fileComments } from '../../src/planner/server/comments.js';
import { planView } from '../../src/planner/server/plan-view.js';
import { parseScenario } from '../../src/scenario/index.js';
import { LANGUAGES } from '../../src/units/locale.js';

const CALIBRATED = `# Calibrated from meta.csv.
# 120 rows of 2 campaigns.
name: Coffee
currency: AZN
horizon: 4 weeks
budget: 100
lines:
  - platform: instagram
    stage: awareness
    budget: 60
    cpm: { mean: 2, sd: 0.4 }  # 60 rows, 2025-01-01 to 2025-03-01
  - platform: facebook
    stage: conversion
    budget: 40
    cpm: 3 to 5
`;

async function viewOf(text: string) {
  const reading = await parseScenario(text, 'coffee.yaml');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return planView(reading.scenario, text);
}

describe('where figures come from', () => {
  it('is what stands beside them, of a file made from exports a measurement', async () => {
    const { lines, notes } = await viewOf(CALIBRATED);
    expect(notes).toEqual(['Calibrated from meta.csv.', '120 rows of 2 campaigns.']);
    expect(lines[0]!.quantities.cpm).toMatchObject({
      origin: 'measured',
      source: '60 rows, 2025-01-01 to 2025-03-01',
    });
    expect(lines[1]!.quantities.cpm).toMatchObject({ origin: 'yours', source: null });
    expect(lines[1]!.quantities.ctr?.origin).toBe('benchmark');
  });

  it('is a measurement in whatever language the file was made', async () => {
    for (const language of LANGUAGES) {
      const head = `# ${scenarioWords(language).sentences.calibratedFrom('meta.csv')}`;
      const { lines } = await viewOf(CALIBRATED.replace('# Calibrated from meta.csv.', head));
      expect([language, lines[0]!.quantities.cpm!.origin]).toEqual([language, 'measured']);
    }
  });

  it('keeps what was measured behind what somebody writes over it, and what is published behind both', async () => {
    const { lines } = await viewOf(CALIBRATED);
    const measured = lines[0]!.quantities.cpm!;
    expect(measured.behind.map(({ kind }) => kind)).toEqual(['measured', 'benchmark']);
    const edited = editText(CALIBRATED, [
      {
        kind: 'set',
        path: measured.path,
        value: '4 to 6',
        comment: 'measured 1.42 to 2.7, middle 1.96; 60 rows, 2025-01-01 to 2025-03-01',
      },
    ]);
    if (!edited.ok) throw new Error('no place for it');
    expect(edited.text).toContain('    cpm: 4 to 6 # measured 1.42 to 2.7, middle 1.96; 60 rows');
    const { cpm } = (await viewOf(edited.text)).lines[0]!.quantities;
    expect(cpm).toMatchObject({ origin: 'yours', source: null });
    expect(cpm!.behind[0]).toEqual({
      kind: 'measured',
      p5: 1.42,
      p50: 1.96,
      p95: 2.7,
      quantiles: [],
      source: '60 rows, 2025-01-01 to 2025-03-01',
    });
    // What is published is there for rates and prices, in words; nothing is for an audience.
    expect(lines[1]!.quantities.ctr!.behind[0]).toMatchObject({
      kind: 'benchmark',
      p50: lines[1]!.quantities.ctr!.p50,
    });
    expect(lines[1]!.quantities.ctr!.behind[0]!.source).not.toBe('');
    expect(lines[1]!.quantities.audience!.behind).toEqual([]);
  });

  it('is a comment of yours in any other file', async () => {
    const { lines, notes } = await viewOf(CALIBRATED.replace('# Calibrated from meta.csv.', '# By hand.'));
    expect(notes).toEqual([]);
    expect(lines[0]!.quantities.cpm).toMatchObject({ origin: 'yours', source: '60 rows, 2025-01-01 to 2025-03-01' });
  });

  it('is nothing in a file that is no YAML', () => {
    expect(fileComments('# Calibrated from a.csv\nlines: [').beside(['lines'])).toBeNull();
    expect(fileComments('# Calibrated from a.csv\nlines: [').calibrated).toBe(false);
  });
});

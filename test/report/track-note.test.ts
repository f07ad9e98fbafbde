import { expect, it } from 'vitest';
import { reportText } from '../../src/report/text/index.js';
import { trackChart } from '../../src/report/track/chart.js';
import { trackContext } from '../../src/report/track/sentences.js';
import type { Track } from '../../src/track/track.js';
import { advised } from './advised.js';

/** A chart's note, of a plan for so many periods: with a plan of the rest beside the one given, or without. */
function noteOf(language: 'en' | 'az' | 'tr' | 'ar', periods: number, verdict: 'move' | 'keep'): string {
  const forecast = advised(language, verdict);
  const horizon = { ...forecast.scenario.horizon, periods };
  const band = { p10: 1, p50: 2, p90: 3 };
  const chart = Array.from({ length: periods }, () => ({ approved: band, now: band }));
  const track = { forecast: { ...forecast, scenario: { ...forecast.scenario, horizon } }, result: { chart } };
  const drawn = trackChart(trackContext(track as unknown as Track));
  return 'note' in drawn ? drawn.note : '';
}

it.each(['en', 'az', 'tr', 'ar'] as const)('says in %s that the course behind is the approved one', (language) => {
  const { fan } = reportText(language).charts;
  const { dashed, diamond } = trackContext({ forecast: advised(language, 'keep') } as unknown as Track).words
    .approvedCourse;
  for (const verdict of ['move', 'keep'] as const) {
    expect(noteOf(language, 4, verdict).startsWith(`${fan.note} ${dashed}`)).toBe(true);
    expect(noteOf(language, 1, verdict).startsWith(`${fan.noteSingle} ${diamond}`)).toBe(true);
  }
  expect([fan.noteBoth, fan.noteSingleBoth].some((note) => note.endsWith(dashed) || note.endsWith(diamond))).toBe(
    false,
  );
});

import { expect, it } from 'vitest';
import { normalsOf, planOf, source } from './draws.js';

const SOURCES = [
  source('instagram/awareness.cpm', 1),
  source('market.cpm', 17),
  source('tiktok/conversion.cvr', 17, true),
  source('noise.facebook.3', null),
];

/** The first two draws of the run, and two in the middle of its last replicate. */
const picks = (sampler: 'sobol' | 'mc' | 'antithetic') =>
  normalsOf(SOURCES, planOf('spring', sampler, 3200)).map((z) => [z[0], z[1], z[3130], z[3131]]);

// These numbers may never change: results of scenarios that people keep would no longer come out again.

it('sobol draws stay what they are', () => {
  expect(picks('sobol')).toEqual([
    [1.1126907824436898, -0.3756791011451277, 0.23235272119818545, -0.20494499249540057],
    [-1.5681188804852533, 0.13653733002229665, 0.01352838954855626, -0.10973768787224206],
    [0.6410312345716431, -1.8400231979771848, -0.036234190070159975, 1.3524221108376966],
    [1.0473480075661836, -0.970231902026858, 0.15290763730277548, -0.0749944914425402],
  ]);
});

it('mc draws stay what they are', () => {
  expect(picks('mc')).toEqual([
    [1.0142339328867822, -0.8932990039820762, 0.839279266793916, 0.49208439821717276],
    [-1.1049174351071682, -2.4549910469153553, -1.1427514913628043, 1.3786326241343563],
    [-1.4725326766507978, 1.34255907537914, 1.0183675931832934, 1.3574695423407763],
    [1.0473480075661836, -0.970231902026858, -0.5583313110680671, -0.6297554317542231],
  ]);
});

it('antithetic draws stay what they are', () => {
  expect(picks('antithetic')).toEqual([
    [1.0142339328867822, -1.0142339328867822, 0.2526821641501385, -0.2526821641501385],
    [-1.1049174351071682, 1.1049174351071682, -0.330042724325926, 0.330042724325926],
    [-1.4725326766507978, 1.4725326766507978, -0.20772475611926164, 0.20772475611926164],
    [1.0473480075661836, -1.0473480075661836, -0.4754727054069097, 0.4754727054069097],
  ]);
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { makeCharts } from '../../src/report/charts/index.js';
import { FILE, isDrawn, PAGE, PHONE } from '../../src/report/charts/types.js';
import { reportContext } from '../../src/report/context.js';
import { slowUnless } from '../slow.js';
import { syntheticForecast } from './synthetic.js';
import { VARIANTS } from './variants.js';

/** Vega-Lite's own schema, the one that a spec's `$schema` names and that the Vega editor checks against. */
const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json'), 'utf8'),
) as object;
// `color-hex` and the like are formats of Vega's own; unions of types are how its generator writes "string or null".
const ajv = new Ajv({ strict: false, allowUnionTypes: true, validateFormats: false });
const validate = ajv.compile(schema);

/** A few on every change: what else is drawn goes through the same specs. */
const QUICK: ReadonlySet<string> = new Set(Object.keys(VARIANTS).slice(0, 4));

describe.each(Object.entries(VARIANTS))('specs of %s', (variant, options) => {
  it('are valid by the schema that they name', slowUnless(QUICK.has(variant)), () => {
    const charts = makeCharts(reportContext(syntheticForecast({ draws: 64, ...options }))).filter(isDrawn);
    for (const chart of charts) {
      for (const layout of [FILE, PAGE, PHONE]) {
        const spec: unknown = JSON.parse(JSON.stringify(chart.spec(layout)));
        validate(spec);
        const errors = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
        expect(errors, `${chart.name} at ${layout.width}`).toEqual([]);
      }
    }
  });
});

it('the schema does refuse what is no spec', () => {
  expect(validate({ mark: 'bra', encoding: {} })).toBe(false);
});

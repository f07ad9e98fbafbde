import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/index.js';
import { documentSchema } from '../../src/scenario/schema/document.js';
import { lineSchema } from '../../src/scenario/schema/line.js';
import { PLATFORMS } from '../../src/scenario/types.js';

type Json = { readonly [key: string]: Json } & { readonly properties: Json; readonly items: Json };
const schema = scenarioJsonSchema() as Json;

describe('the JSON Schema', () => {
  it('has every key that validation knows, and extends', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...Object.keys(documentSchema.def.shape), 'extends'].sort());
    expect(Object.keys(schema.properties.lines!.items.properties)).toEqual(Object.keys(lineSchema.def.shape));
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties.lines!.items.additionalProperties).toBe(false);
  });

  it('asks for what validation asks for, unless another file is extended', () => {
    expect(schema.else).toEqual({ required: ['currency', 'horizon', 'budget', 'lines'] });
    expect(schema.if).toEqual({ required: ['extends'] });
    expect(schema.properties.lines!.items.required).toEqual(['platform', 'stage']);
  });

  it('describes every key at the top and every quantity', () => {
    for (const [key, value] of Object.entries(schema.properties)) expect(value, key).toHaveProperty('description');
    expect(schema.properties.lines!.items.properties.cpm).toMatchObject({
      $ref: '#/$defs/distribution',
      description: expect.stringContaining('1,000 impressions'),
    });
    expect(schema.properties.lines!.items.properties.platform).toMatchObject({ examples: [...PLATFORMS] });
  });

  it('has only references that lead somewhere, and is plain data', () => {
    const text = JSON.stringify(schema);
    const references = [...text.matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map((match) => match[1]);
    expect(new Set(references)).toEqual(new Set(Object.keys(schema.$defs!)));
    expect(JSON.parse(text)).toEqual(schema);
  });

  it('shows switches and choices as what may be written', () => {
    const creative = JSON.stringify(schema.properties.creative);
    expect(creative).toContain('"enum":["on","off",true,false]');
    expect(creative).toContain('wear_days');
  });
});

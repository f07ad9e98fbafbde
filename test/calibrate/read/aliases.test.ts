import { describe, expect, it } from 'vitest';
import { aliasBlocks, aliasesOf } from '../../../src/calibrate/read/aliases/index.js';
import { isField } from '../../../src/calibrate/read/fields.js';

/** Languages whose exports are read, by platform; what is not here was found nowhere that can be opened. */
const READ: Readonly<Record<string, readonly string[]>> = {
  meta: ['en', 'tr', 'ar', 'ru', 'pl', 'de', 'es', 'fr', 'it', 'pt', 'ja', 'zh', 'he', 'id'],
  google: ['en', 'tr', 'ar', 'ru', 'pl', 'de', 'es', 'fr', 'it', 'pt', 'ja', 'zh'],
  tiktok: ['en', 'ja', 'pl', 'de', 'es', 'pt'],
  linkedin: ['en', 'pt'],
};

const named = aliasBlocks.map((block) => [`${block.platform ?? 'anyone'}, ${block.language}`, block] as const);

describe('names of columns', () => {
  it.each(named)('%s: each has a source that can be opened, and a field', (_, { source, names, evidence }) => {
    const addresses = source.match(/https:\/\/[^\s;]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(new URL(address).hostname).toMatch(/\./);
    // What a page or an export says isn't told by a search for it.
    if (evidence === 'official') for (const address of addresses) expect(address).not.toContain('/search?');
    // A block without names, or a field without any, reads nothing.
    expect(Object.keys(names).length).toBeGreaterThan(0);
    for (const [field, headers] of Object.entries(names)) {
      expect(isField(field), field).toBe(true);
      expect(headers.length, field).toBeGreaterThan(0);
      for (const header of headers) {
        expect(
          aliasesOf(header).some((alias) => alias.field === field),
          header,
        ).toBe(true);
      }
    }
  });

  it.each(
    Object.entries(READ),
  )('%s: of all languages that are said to be read, spend and impressions', (platform, languages) => {
    for (const language of languages) {
      const fields = aliasBlocks
        .filter((block) => block.platform === platform && block.language === language)
        .flatMap(({ names }) => Object.keys(names));
      expect(fields, language).toContain('spend');
      expect(fields, language).toContain('impressions');
    }
  });

  // As the platforms' own exports and help pages have them.
  it.each([
    ['Leads', 'leads'],
    ['Purchases', 'purchases'],
    ['Website purchases', 'purchases'],
    ['Conversions', 'conversions'],
    ['Nom de la campagne', 'campaign'],
    ["Nom de l'ensemble de publicités", 'adset'],
    ['Nom de l’ensemble de publicités', 'adset'],
    ['Nombre del conjunto de anuncios', 'adset'],
    ['Nome del gruppo di inserzioni', 'adset'],
    ['Ad set name', 'adset'],
    ['Amount spent (USD)', 'spend'],
    ['Link clicks', 'clicks_link'],
  ])('%s is %s', (header, field) => {
    expect(aliasesOf(header).map((alias) => alias.field)).toContain(field);
  });

  it('Azerbaijani ones are of no platform: no export was seen', () => {
    const own = aliasBlocks.filter(({ language }) => language === 'az');
    expect(own.map(({ platform, evidence }) => [platform, evidence])).toEqual([[null, 'assumed']]);
    expect(aliasesOf('Xərclənən məbləğ').map(({ field }) => field)).toEqual(['spend']);
  });
});

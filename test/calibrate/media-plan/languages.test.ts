import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageIn } from '../../../src/calibrate/fit/stage-words.js';
import { type MediaPlanOptions, readMediaPlan } from '../../../src/calibrate/media-plan/read.js';
import { reportText } from '../../../src/report/text/index.js';
import { STAGES } from '../../../src/scenario/types.js';
import { heldReading } from '../../golden/readings.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huni-plan-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A plan's lines, each with its stage and its money in smallest units, and the currency. */
async function taken(text: string, options: MediaPlanOptions = {}) {
  const path = join(folder, 'plan.csv');
  await writeFile(path, text);
  const plan = heldReading(Buffer.from(text), { plan: true, ...options }, await readMediaPlan(path, options), true);
  if (plan?.status !== 'read') throw new Error(JSON.stringify(plan));
  const { currency, placements } = plan;
  const lines = placements.map(
    ({ platform, stage, spend }) => `${platform}/${stage} ${spend.map(({ units }) => units).join(' ')}`,
  );
  return { currency, lines };
}

describe("a person's media plan", () => {
  it('has its stages by the names that huni itself gives them', () => {
    for (const language of ['en', 'tr', 'az', 'ar'] as const) {
      for (const stage of STAGES) {
        const name = reportText(language).names.stages[stage];
        expect(stageIn(name)?.stage, name).toBe(stage);
      }
    }
  });

  it('is read in Turkish: a title above, months across, totals of rows and columns', async () => {
    const text = `EGE ZEYTİN – 2027 İLKBAHAR MEDYA PLANI;;;;;
Hazırlayan: Ajans;;;;;
;;;;;
Mecra;Aşama;Mart 2027;Nisan 2027;Mayıs 2027;Toplam
Instagram;Farkındalık;120.000,00 TL;100.000,00 TL;80.000,00 TL;300.000,00 TL
TİKTOK;Farkındalık;60.000,00 TL;50.000,00 TL;40.000,00 TL;150.000,00 TL
ARA TOPLAM;;180.000,00 TL;150.000,00 TL;120.000,00 TL;450.000,00 TL
Facebook;Dönüşüm;50.000,00 TL;50.000,00 TL;50.000,00 TL;150.000,00 TL
GENEL TOPLAM;;230.000,00 TL;200.000,00 TL;170.000,00 TL;600.000,00 TL
`;
    expect(await taken(text)).toEqual({
      currency: 'TRY',
      lines: [
        'instagram/awareness 12000000 10000000 8000000',
        'tiktok/awareness 6000000 5000000 4000000',
        'facebook/conversion 5000000 5000000 5000000',
      ],
    });
  });

  it('is read in Azerbaijani: days in figures, thousands parted by spaces', async () => {
    const text = `Bakı göz klinikası: media plan;;;;
Kanal;Mərhələ;Büdcə (AZN);Başlama;Bitmə
Instagram;Tanınma;3 000,50;01.03.2027;25.04.2027
Facebook;Konversiya;2 000,00;01.03.2027;25.04.2027
TikTok;Dəyərləndirmə;1 000,00;01.03.2027;25.04.2027
Cəmi;;6 000,50;;
`;
    expect(await taken(text)).toEqual({
      currency: 'AZN',
      lines: ['instagram/awareness 300050', 'facebook/conversion 200000', 'tiktok/consideration 100000'],
    });
  });

  it('is read in Arabic: Arabic digits, platforms in Arabic letters', async () => {
    const text = `المنصة,المرحلة,الميزانية (ر.س),تاريخ البدء,تاريخ الانتهاء
إنستغرام,الوعي,"٤٠٬٠٠٠",2027-03-01,2027-04-25
سناب شات,الوعي,"٣٠٬٠٠٠",2027-03-01,2027-04-25
تيك توك,التحويل,"٢٠٬٠٠٠",2027-03-01,2027-04-25
المجموع الكلي,,"٩٠٬٠٠٠",,
`;
    expect(await taken(text, { currency: 'SAR' })).toEqual({
      currency: 'SAR',
      lines: ['instagram/awareness 4000000', 'snapchat/awareness 3000000', 'tiktok/conversion 2000000'],
    });
  });

  it('is read in English: objectives, subtotals, dollars with cents', async () => {
    const text = `Client: Northwind,,,,
Media plan Q2,,,,
,,,,
Channel,Objective,Flight start,Flight end,Net budget
Meta,Brand awareness,4/5/2027,6/27/2027,"$45,000.00"
Meta,Sales,4/5/2027,6/27/2027,"$25,000.00"
Subtotal Meta,,,,"$70,000.00"
Google Ads,Conversions,4/5/2027,6/27/2027,"$20,000.00"
TikTok,Video views,4/5/2027,6/27/2027,"$10,000.00"
Grand total,,,,"$100,000.00"
`;
    expect(await taken(text)).toEqual({
      currency: 'USD',
      lines: [
        'meta/awareness 4500000',
        'meta/conversion 2500000',
        'google/conversion 2000000',
        'tiktok/awareness 1000000',
      ],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../../src/calibrate/types.js';
import { codes, day, lines, readText, spendOf, textsOf } from './support.js';

describe('Meta Ads Manager', () => {
  const header =
    'Reporting starts,Reporting ends,Campaign name,Ad set name,Campaign delivery,Results,Result indicator,Reach,' +
    'Frequency,Amount spent (USD),Impressions,"CPM (cost per 1,000 impressions) (USD)",Link clicks,Clicks (all),' +
    'CTR (link click-through rate),Purchases,Purchases conversion value,Starts';

  it('reads daily rows, leaves the totals row out and holds it against the sum', async () => {
    const reading = await readText(
      lines(
        header,
        ',,,,,,,1800,,1234.56,3000,411.52,30,45,1,3,120.5,',
        '2026-05-01,2026-05-01,Spring,Broad,active,2,actions:offsite_conversion.fb_pixel_purchase,900,1.1,"1,000.06",1000,1000.06,10,15,1,2,80.5,2026-04-01',
        '2026-05-02,2026-05-02,Spring,Broad,active,1,actions:offsite_conversion.fb_pixel_purchase,1500,1.333333,234.5,2000,117.25,20,30,1,1,40,2026-04-01',
      ),
      {},
      'utf-8 with mark',
    );
    expect(reading.status).toBe('read');
    expect(reading.platform?.names).toEqual(['meta']);
    expect(reading.currency).toMatchObject({ code: 'USD', evidence: { kind: 'column', header: 'Amount spent (USD)' } });
    expect(spendOf(reading)).toEqual(['1234.56 USD']);
    expect(reading.totals.counts).toMatchObject({
      impressions: 3000,
      clicks: 30,
      clicks_all: 45,
      conversions: 3,
      purchases: 3,
    });
    expect(reading.meaning.clicks).toBe('"Link clicks": link clicks');
    expect(reading.period).toEqual({ first: '2026-05-01', last: '2026-05-02' });
    expect(reading.granularity).toBe('day');
    expect(reading.counts).toMatchObject({ read: 3, kept: 2, quarantined: 0, leftOut: { total: 1 } });
    expect(codes(reading)).toContain('total-agrees');
    expect(textsOf(reading, 'platform')).toEqual(['meta', 'meta']);
    expect([...reading.rows.row]).toEqual([3, 4]);
  });

  it('says so when the totals row differs from the rows', async () => {
    const reading = await readText(
      lines(
        'Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions',
        '2026-05-01,2026-05-31,A,10.00,100',
        '2026-05-01,2026-05-31,B,20.00,200',
        '2026-05-01,2026-05-31,,31.00,300',
      ),
    );
    expect(spendOf(reading)).toEqual(['30.00 EUR']);
    expect(codes(reading)).toContain('total-differs');
    expect(reading.granularity).toBe('month');
  });

  it('reads 18.415 of an Indonesian account as thousands, in amounts too', async () => {
    const reading = await readText(
      lines(
        'Awal pelaporan,Akhir pelaporan,Nama kampanye,Jumlah yang dibelanjakan (IDR),Impresi,Jangkauan,Klik tautan,CTR (rasio klik tayang tautan)',
        '2026-05-11,2026-05-11,Satu,1.617.715,18.415,9.000,120,0.65',
        '2026-05-12,2026-05-12,Satu,500.000,950,900,15,1.58',
      ),
    );
    // Each column as a whole: the rate has a decimal point, 1.617.715 can only be thousands, and so is 18.415.
    expect(spendOf(reading)).toEqual(['2117715 IDR']);
    expect(reading.totals.counts).toMatchObject({ impressions: 19365, clicks: 135 });
    const consistent = await readText(
      lines(
        'Awal pelaporan,Akhir pelaporan,Nama kampanye,Jumlah yang dibelanjakan (IDR),Impresi,Jangkauan,Klik tautan,CTR (rasio klik tayang tautan)',
        '2026-05-11,2026-05-11,Satu,1.617.715,18.415,9.000,120,"0,65"',
        '2026-05-12,2026-05-12,Satu,500.000,950,900,15,"1,58"',
      ),
    );
    expect(consistent.status).toBe('read');
    expect(spendOf(consistent)).toEqual(['2117715 IDR']);
    expect(consistent.totals.counts).toMatchObject({ impressions: 19365, clicks: 135 });
    expect(consistent.platform?.names).toEqual(['meta']);
  });

  it('counts results as conversions only where their indicator is one', async () => {
    const reading = await readText(
      lines(
        'Reporting starts,Reporting ends,Campaign name,Results,Result indicator,Amount spent (USD),Impressions',
        '2026-05-01,2026-05-01,Shop,7,actions:offsite_conversion.fb_pixel_purchase,10.00,1000',
        '2026-05-01,2026-05-01,Fame,900,reach,10.00,1000',
      ),
    );
    expect(reading.totals.counts).toMatchObject({ conversions: 7, results: 907 });
    expect(reading.rows.measures.conversions?.[1]).toBeNaN();
  });

  it.each([
    [
      'de',
      'Tag;Kampagnenname;Ausgegebener Betrag (EUR);Impressionen;Link-Klicks',
      '05.03.2026;Herbst;1.234,50;12.345;100',
      '1234.50 EUR',
      12345,
    ],
    [
      'fr',
      'Jour;Nom de la campagne;Montant dépensé (EUR);Impressions;Clics sur un lien',
      '05/03/2026;Été;1 234,50;12 345;100',
      '1234.50 EUR',
      12345,
    ],
    [
      'es',
      'Día,Nombre de la campaña,Importe gastado (MXN),Impresiones,Clics en el enlace',
      '05/03/2026,Verano,1234.50,12345,100',
      '1234.50 MXN',
      12345,
    ],
    [
      'pt',
      'Dia,Nome da campanha,Valor usado (BRL),Impressões,Cliques no link',
      '05/03/2026,Verão,"1.234,50","12.345",100',
      '1234.50 BRL',
      12345,
    ],
    [
      'tr',
      'Gün;Kampanya Adı;Harcanan Tutar (TRY);Gösterim;Bağlantı Tıklamaları',
      '05.03.2026;İlkbahar;1.234,50;12.345;100',
      '1234.50 TRY',
      12345,
    ],
    [
      'az',
      'Tarix;Kampaniya adı;Xərclənən məbləğ (AZN);Göstərimlər;Kliklər',
      '05.03.2026;Bahar;1234,50;12345;100',
      '1234.50 AZN',
      12345,
    ],
    [
      'ar',
      'اليوم,اسم الحملة,المبلغ الذي تم إنفاقه (EGP),مرات الظهور,النقرات',
      '٠٥/٠٣/٢٠٢٦,شتاء,١٬٢٣٤٫٥٠,١٢٬٣٤٥,١٠٠',
      '1234.50 EGP',
      12345,
    ],
    [
      'he',
      'יום,שם הקמפיין,סכום שהוצא (ILS),צפיות,קליקים על הקישור',
      '05/03/2026,אביב,"1,234.50","12,345",100',
      '1234.50 ILS',
      12345,
    ],
    [
      'ru',
      'День;Название кампании;Потраченная сумма (USD);Показы;Клики по ссылке',
      '05.03.2026;Весна;1234,50;12345;100',
      '1234.50 USD',
      12345,
    ],
    [
      'it',
      'Giorno;Nome della campagna;Importo speso (EUR);Impression;Clic sul link',
      '05/03/2026;Estate;1.234,50;12.345;100',
      '1234.50 EUR',
      12345,
    ],
  ])('reads %s headers, numbers and dates', async (_language, header, row, spend, impressions) => {
    const reading = await readText(lines(header, row));
    expect(reading.findings.filter(({ level }) => level === 'refusal')).toEqual([]);
    expect(spendOf(reading)).toEqual([spend]);
    expect(reading.totals.counts).toMatchObject({ impressions, clicks: 100 });
    expect(reading.period?.first).toBe('2026-03-05');
  });
});

describe('LinkedIn Campaign Manager', () => {
  it('reads the Brazilian UTF-16 export with tabs, where opened messages are clicks', async () => {
    const row = (...cells: string[]): string => cells.map((cell) => `"${cell}"`).join('\t');
    const reading = await readText(
      lines(
        row(
          'Data de início (em UTC)',
          'Nome da conta',
          'Moeda',
          'Nome da campanha',
          'Tipo de campanha',
          'Total gasto',
          'Impressões',
          'Cliques',
          'Taxa de cliques',
          'CPM médio',
          'Leads',
        ),
        row(
          '13/04/2026',
          'Conta',
          'BRL',
          'Vagas',
          'Conteúdo patrocinado',
          '454,06',
          '4741',
          '45',
          '0,949%',
          '95,774',
          '3',
        ),
        row(
          '14/04/2026',
          'Conta',
          'BRL',
          'Convite',
          'Mensagem patrocinada',
          '100,00',
          '118',
          '123',
          '104,237%',
          '847,458',
          '',
        ),
      ),
      {},
      'utf-16le with mark',
    );
    expect(reading.findings.filter(({ level }) => level === 'refusal')).toEqual([]);
    expect(reading.source).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', headerRow: 1 });
    expect(reading.platform?.names).toEqual(['linkedin']);
    expect(spendOf(reading)).toEqual(['554.06 BRL']);
    expect(reading.totals.counts).toMatchObject({ impressions: 4859, clicks: 168, leads: 3 });
    expect(reading.counts.quarantined).toBe(0);
    expect(codes(reading)).toContain('message-opens');
    expect(codes(reading)).not.toContain('rate-disagrees');
    expect([...reading.rows.start]).toEqual([day('2026-04-13'), day('2026-04-14')]);
  });

  it('leaves the preamble out, however long', async () => {
    const reading = await readText(
      lines(
        'Campaign Performance Report (in UTC)',
        'Report Start: 4/13/2026, 12:00 AM',
        'Report End: 4/20/2026, 11:59 PM',
        'Date Generated: 4/21/2026, 9:04 AM',
        '',
        'Start Date (in UTC),Account Name,Currency,Campaign Name,Campaign Type,Total Spent,Impressions,Clicks,Leads,Total Social Actions',
        '4/13/2026,Acme,USD,Jobs,Sponsored Content,12.50,1000,9,1,4',
      ),
    );
    expect(reading.source.headerRow).toBe(6);
    expect(reading.source.preamble).toHaveLength(4);
    expect(spendOf(reading)).toEqual(['12.50 USD']);
    expect(reading.period?.first).toBe('2026-04-13');
  });
});

describe('Google Ads', () => {
  const rows = [
    'Campaign report',
    '"August 1, 2026 - August 31, 2026"',
    'Campaign status,Campaign,Currency code,Budget,Impr.,Clicks,CTR,Avg. CPC,Cost,Conversions,Cost / conv.,Conv. value',
    'Enabled,Brand,EUR,20.00,"1,200",60,5.00%,0.50,30.00,2.50,12.00,250.00',
    'Enabled,Generic,EUR,50.00,800,20,2.50%,1.25,25.00,0.00, --,0.00',
    'Paused,Old,EUR,5.00,0,0, --, --,0.00,0.00, --,0.00',
    'Total: Campaigns, --,EUR,75.00,"2,000",80,4.00%,0.69,55.00,2.50,22.00,250.00',
    'Total: Account, --,EUR,75.00,"2,000",80,4.00%,0.69,55.00,2.50,22.00,250.00',
  ];

  it('leaves title, range and totals out, takes the period from the title', async () => {
    const reading = await readText(lines(...rows));
    expect(reading.platform?.names).toEqual(['google']);
    expect(spendOf(reading)).toEqual(['55.00 EUR']);
    expect(reading.totals.counts).toMatchObject({ impressions: 2000, clicks: 80, conversions: 2.5 });
    expect(reading.counts).toMatchObject({ read: 5, kept: 3, leftOut: { total: 2 } });
    expect(reading.period).toEqual({ first: '2026-08-01', last: '2026-08-31' });
    expect(reading.granularity).toBe('month');
    expect(codes(reading)).toContain('total-agrees');
  });

  it('takes no period from a title that can be read two ways, unless told', async () => {
    const text = lines(rows[0] ?? '', '1/2/2026 - 1/3/2026', ...rows.slice(2));
    expect((await readText(text)).period).toBeNull();
    const told = await readText(text, { dayFirst: false });
    expect(told.period).toEqual({ first: '2026-01-02', last: '2026-01-03' });
  });

  it('reads the Excel variant, UTF-16 with tabs', async () => {
    const reading = await readText(
      lines(
        'Campaign report',
        'August 1, 2026 - August 31, 2026',
        'Campaign status\tCampaign\tDay\tCurrency code\tImpr.\tClicks\tCost\tConversions\tConv. value',
        'Enabled\tBrand\t2026-08-01\tEUR\t1,200\t60\t30.00\t2.50\t250.00',
      ),
      {},
      'utf-16le with mark',
    );
    expect(spendOf(reading)).toEqual(['30.00 EUR']);
    expect(reading.granularity).toBe('day');
  });
});

describe('Microsoft Ads', () => {
  it('leaves all three totals out and says that they differ', async () => {
    const reading = await readText(
      lines(
        'Campaign ID,Status,Campaign,Budget,Budget Type,Spend,Optimization Score,Delivery,Bid Strategy Name,Labels,Clicks,Impr.,CTR,Conv.,Top impr. rate',
        '[123],Enabled,One,15,DailyBudgetStandard,10.50,100%,Eligible,,,32,2539,1.26%,0,83%',
        '[124],Enabled,Two,15,DailyBudgetStandard,3.12,100%,Eligible,,,28,79,35.44%,0,95%',
        'Search total,-,-,-,-,12.00,-,-,-,-,60,2618,2.29%,0,83%',
        'Audience total,-,-,-,-,0,-,-,-,-,0,0,0%,0,0%',
        'Performance Max total,-,-,-,-,0,-,-,-,-,0,0,0%,0,0%',
      ),
      { currency: 'usd' },
      'utf-8 with mark',
    );
    expect(reading.platform?.names).toEqual(['microsoft']);
    expect(spendOf(reading)).toEqual(['13.62 USD']);
    expect(reading.counts).toMatchObject({ kept: 2, leftOut: { total: 3 } });
    expect(codes(reading)).toContain('total-differs');
  });
});

describe('TikTok, X, Pinterest, Snapchat', () => {
  it('reads TikTok with its last row of totals', async () => {
    const reading = await readText(
      lines(
        'By Day,Campaign name,Ad group name,Ad name,Cost (EUR),Impressions,Reach,Clicks (destination),Clicks (all),6-second video views,2-second video views,Complete payment,Total complete payment value',
        '2026-09-20,TT,Interest,UGC,8.00,5000,4000,70,90,800,1500,1,59.00',
        '2026-09-21,TT,Interest,UGC,9.50,6000,4100,75,95,900,1600,0,0.00',
        'Total of 2 results,-,-,-,17.50,11000,7000,145,185,1700,3100,1,59.00',
      ),
    );
    expect(reading.platform?.names).toEqual(['tiktok']);
    expect(spendOf(reading)).toEqual(['17.50 EUR']);
    expect(reading.totals.counts).toMatchObject({ clicks: 145, clicks_all: 185, views: 1700, conversions: 1 });
    expect(reading.counts.leftOut.total).toBe(1);
  });

  it('knows that clicks of X are all clicks', async () => {
    const reading = await readText(
      lines(
        'ID,Campaign,Campaign URL,Time,Campaign start date,Campaign end date,Spend,Impressions,Engagements,Billed engagements,Reposts,Replies,Follows,Clicks,Card engagements,Engagement rate',
        '1,Launch,https://x.test/1,2026-04-01 00:00,2026-03-01,2026-05-01,12.00,4000,60,40,1,2,3,30,5,1.5%',
        '1,Launch,https://x.test/1,2026-04-02 00:00,2026-03-01,2026-05-01,13.00,4100,61,41,1,2,3,31,5,1.49%',
      ),
      { currency: 'USD' },
    );
    expect(reading.platform?.names).toEqual(['x']);
    expect(reading.meaning.clicks).toContain('all clicks');
    expect(reading.totals.counts).toMatchObject({ clicks: 61, engagements: 121 });
    expect(reading.granularity).toBe('day');
  });

  it('knows hourly segments', async () => {
    const reading = await readText(
      lines('Time,Campaign,Spend,Impressions', '2026-04-01 13:00,A,1.00,10', '2026-04-01 14:00,A,1.00,10'),
      { currency: 'USD' },
    );
    expect(reading.counts).toMatchObject({ kept: 2, quarantined: 0 });
    expect(reading.granularity).toBe('hour');
  });

  it('reads Pinterest and Snapchat', async () => {
    const pinterest = await readText(
      lines(
        'Date,Campaign name,Ad group name,Spend in account currency,Impressions,Pin clicks,Outbound clicks,Total conversions,Checkouts,Checkout value in account currency',
        '2026-04-01,Home,All,20.00,9000,120,80,4,2,99.90',
        'Total,,,20.00,9000,120,80,4,2,99.90',
      ),
      { currency: 'EUR' },
    );
    expect(pinterest.platform?.names).toEqual(['pinterest']);
    expect(pinterest.totals.counts).toMatchObject({ clicks: 80, clicks_all: 120, conversions: 4, purchases: 2 });
    expect(pinterest.counts.leftOut.total).toBe(1);
    const snapchat = await readText(
      lines(
        'Start Time,End Time,Campaign Name,Ad Squad Name,Ad Name,Amount Spent,Paid Impressions,Swipe Ups,Swipe Up Rate,eCPSU',
        '2026-04-01,2026-04-07,Fun,Teens,Lens,70.00,10000,100,1.00%,0.70',
      ),
      { currency: 'GBP' },
    );
    expect(snapchat.platform?.names).toEqual(['snapchat']);
    expect(snapchat.totals.counts).toMatchObject({ clicks: 100, impressions: 10000 });
    expect(snapchat.granularity).toBe('week');
  });

  it('keeps currencies of a political library apart, and windows without an end', async () => {
    const reading = await readText(
      lines(
        'ADID,CreativeUrl,Currency Code,Spend,Impressions,StartDate,EndDate,OrganizationName,PayingAdvertiserName,CountryCode',
        'a1,https://s.test/1,EUR,979,783581,2018/10/27 14:00:00Z,2018/10/31 21:59:00Z,Org,Party,france',
        'a2,https://s.test/2,USD,100,5000,2018/10/28 14:00:00Z,,Org,Party,united states',
      ),
    );
    expect(spendOf(reading)).toEqual(['979.00 EUR', '100.00 USD']);
    expect(reading.currency).toMatchObject({ code: null, codes: ['EUR', 'USD'] });
    expect([...reading.rows.end]).toEqual([day('2018-10-31'), NO_DAY]);
    expect(codes(reading)).toEqual(expect.arrayContaining(['mixed-currencies', 'open-ends']));
  });
});

it('marks that nobody sees stand in names, dates and numbers without a difference', async () => {
  for (const mark of ['\u200b', '\u200e', '\u2060', '\u2066', '\ufeff']) {
    const text = lines(
      `Day,${mark}Campaign name,Amount spent (USD)${mark},Impressions,Link clicks`,
      `${mark}2026-03-01,Spring,${mark}10.50,4${mark}000${mark},40`,
      `2026-03-02${mark},Spring,11.25${mark},4100,${mark}41`,
    );
    const reading = await readText(text);
    expect(spendOf(reading)).toEqual(['21.75 USD']);
    expect(reading.totals.counts).toEqual({ impressions: 8100, clicks: 81 });
  }
});

import type { Stage } from '../../scenario/types.js';

/**
 * Words of objectives and campaign names by stage, the lower stages first: "retargeting traffic" is a conversion
 * campaign. A word is met whole; a trailing `*` lets it go on, as languages that inflect need it ("konversiya*": konversiyalar).
 * Meta's objectives (`OUTCOME_SALES`), Google's, TikTok's and LinkedIn's, and what marketers write in en, az, tr, ar, ru,
 * pl, de, es, fr, it, pt, ja, zh.
 */
const STAGE_WORDS: readonly (readonly [Stage, readonly string[]])[] = [
  [
    'advocacy',
    [
      'advocacy',
      'advocate*',
      'ambassador*',
      'referral*',
      'refer a friend',
      'empfehlung*',
      'tavsiye*',
      'tövsiyə*',
      'рекомендац*',
      'polecen*',
      'parrainage*',
      'recomendaci*',
      'indicação',
    ],
  ],
  [
    'loyalty',
    [
      'loyal*',
      'existing',
      'repeat',
      'crm',
      'upsell*',
      'cross sell*',
      'crosssell*',
      'vip',
      'winback',
      'win back',
      'customer list',
      'customers list',
      'bestandskunden',
      'treue*',
      'sadakat*',
      'sadiq*',
      'лояльн*',
      'lojaln*',
      'fidéli*',
      'fideli*',
      'fedelt*',
      'ولاء',
      'リピート*',
      '既存顧客',
      '老客*',
      '忠诚*',
    ],
  ],
  [
    'conversion',
    [
      'conversion*',
      'conversions',
      'converting',
      'sale',
      'sales',
      'outcome sales',
      'purchase*',
      'lead',
      'leads',
      'leadgen',
      'lead gen',
      'lead generation',
      'outcome leads',
      'catalog*',
      'catalogue*',
      'retarget*',
      'remarket*',
      'dpa',
      'app install*',
      'app promotion',
      'outcome app promotion',
      'app installs',
      'checkout',
      'discount*',
      'promo',
      'promos',
      'hot',
      'bof',
      'bofu',
      'performance max',
      'pmax',
      'p max',
      'shopping',
      'website conversions',
      'verkauf',
      'verkäufe',
      'abverkauf',
      'kauf',
      'käufe',
      'konversion*',
      'conversión*',
      'conversiones',
      'ventas',
      'venta',
      'compras',
      'clientes potenciales',
      'ventes',
      'vente',
      'achats',
      'vendite',
      'vendita',
      'acquisti',
      'contatti',
      'conversioni',
      'vendas',
      'venda',
      'conversões',
      'conversão',
      'cadastro*',
      'satış',
      'satışlar*',
      'satışı',
      'satışa',
      'dönüşüm*',
      'donusum*',
      'potansiyel müşteri*',
      'alışveriş*',
      'yeniden hedefleme',
      'konversiya*',
      'müraciət*',
      'sifariş*',
      'alışlar*',
      'продаж*',
      'конверси*',
      'лид',
      'лиды',
      'лидов',
      'лидогенерац*',
      'покупк*',
      'заявк*',
      'ретаргет*',
      'ремаркет*',
      'скидк*',
      'распродаж*',
      'sprzedaż*',
      'sprzedaz*',
      'konwersj*',
      'zakup*',
      'kontakty',
      'wyprzedaż*',
      'مبيعات',
      'المبيعات',
      'تحويل',
      'تحويلات',
      'التحويلات',
      'شراء',
      'عملاء محتملون',
      'إعادة استهداف',
      '販売*',
      'コンバージョン*',
      '購入*',
      'リード*',
      'リターゲティング*',
      'リマケ*',
      'サイトリマケ*',
      '初売り*',
      '売上*',
      '销售*',
      '銷售*',
      '销量',
      '转化*',
      '轉換*',
      '購買*',
      '购买*',
      '潜在客户*',
      '再营销*',
    ],
  ],
  [
    'awareness',
    [
      'awareness',
      'aware',
      'outcome awareness',
      'brand awareness',
      'reach',
      'brand',
      'branding',
      'impression*',
      'video view*',
      'video views',
      'lookalike*',
      'lal',
      'prospect*',
      'prospecting',
      'tof',
      'tofu',
      'upper',
      'cold',
      'bekanntheit',
      'markenbekanntheit',
      'reichweite',
      'marke',
      'reconocimiento*',
      'alcance',
      'notoriété',
      'notoriete',
      'couverture',
      'portée',
      'notorietà',
      'notorieta',
      'copertura',
      'reconhecimento',
      'notoriedade',
      'bilinirlik*',
      'farkındalık*',
      'farkindalik*',
      'erişim',
      'erisim',
      'marka',
      'tanınma*',
      'tanıtım*',
      'məlumatlılıq',
      'əhatə*',
      'brend*',
      'brendinq',
      'узнаваемост*',
      'охват*',
      'осведомлённост*',
      'осведомленност*',
      'бренд*',
      'имидж*',
      'świadomość*',
      'swiadomosc*',
      'rozpoznawalność*',
      'zasięg*',
      'zasieg*',
      'wizerunk*',
      'وعي',
      'الوعي',
      'وصول',
      'الوصول',
      'انتشار',
      '認知*',
      'リーチ*',
      'ブランド*',
      '品牌*',
      '知名度*',
      '触达*',
      '曝光*',
      '覆盖*',
    ],
  ],
  [
    'consideration',
    [
      'traffic',
      'outcome traffic',
      'engag*',
      'outcome engagement',
      'consideration',
      'consider',
      'click',
      'clicks',
      'link clicks',
      'visit',
      'visits',
      'website visits',
      'landing',
      'landing page*',
      'interest*',
      'follow*',
      'message*',
      'messages',
      'messaging',
      'mof',
      'mofu',
      'warm',
      'zugriffe',
      'interaktion*',
      'besuche',
      'websitebesuche',
      'nachrichten',
      'tráfico',
      'trafico',
      'interacci*',
      'visitas',
      'mensajes',
      'trafic',
      'visites',
      'engagement',
      'traffico',
      'interazion*',
      'visite',
      'messaggi',
      'tráfego',
      'trafego',
      'engajamento',
      'mensagens',
      'trafik*',
      'etkileşim*',
      'etkilesim*',
      'ziyaret*',
      'mesaj*',
      'keçid*',
      'cəlb*',
      'marağ*',
      'трафик*',
      'вовлечённост*',
      'вовлеченност*',
      'визит*',
      'переход*',
      'сообщени*',
      'клик*',
      'ruch',
      'aktywność*',
      'aktywnosc*',
      'zaangażowani*',
      'zaangazowani*',
      'odwiedzin*',
      'wiadomości',
      'زيارات',
      'تفاعل',
      'التفاعل',
      'رسائل',
      'زيارة',
      'トラフィック*',
      'エンゲージメント*',
      '誘導*',
      'クリック*',
      '流量*',
      '互动*',
      '互動*',
      '访问*',
    ],
  ],
];

/** Lower case without accents, words parted by one space; `LeadGen` and `OUTCOME_SALES` are two words each. */
function wordsOf(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\p{M}ー]/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Word {
  readonly text: string;
  /** Whether it may go on: by the star, or since its language has no spaces. */
  readonly open: boolean;
  readonly anywhere: boolean;
}

interface Wanted extends Word {
  readonly stage: Stage;
  /** Its place in the list: the first of those that are met counts. */
  readonly order: number;
  /** As it stands in a text between two spaces. */
  readonly wanted: string;
}

const prepared: readonly Wanted[] = STAGE_WORDS.flatMap(([stage, words]) =>
  words.map((word): Omit<Wanted, 'order'> => {
    const text = wordsOf(word);
    const open = word.endsWith('*');
    const anywhere = SPACELESS.test(word);
    return { stage, text, open, anywhere, wanted: anywhere ? text : open ? ` ${text}` : ` ${text} ` };
  }),
).map((word, order) => ({ ...word, order }));
const anywhere = prepared.filter((word) => word.anywhere);
/** The others by their first letter: an account may have tens of thousands of campaigns, and there are hundreds of words. */
const byLetter = new Map<string, Wanted[]>();
for (const word of prepared) {
  const letter = word.text.charAt(0);
  if (!word.anywhere) byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
}

/** The stage that a text names, and the word it does it with; `null` where it names none. */
export function stageIn(text: string): { readonly stage: Stage; readonly word: string } | null {
  const padded = ` ${wordsOf(text)} `;
  // "LEADGEN" and "PMax" have no joint, or one in the wrong place.
  const joined = ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const found = Math.min(firstIn(padded), firstIn(joined));
  const word = prepared[found];
  return word === undefined ? null : { stage: word.stage, word: word.text };
}

/** The place in the list of the first word that a text has; infinite where it has none. */
function firstIn(text: string): number {
  let first = Number.POSITIVE_INFINITY;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    for (const { order, wanted } of byLetter.get(text[at + 1] ?? '') ?? []) {
      if (order < first && text.startsWith(wanted, at)) first = order;
    }
  }
  if (!SPACELESS.test(text)) return first;
  return anywhere.reduce((least, { order, wanted }) => (text.includes(wanted) ? Math.min(least, order) : least), first);
}

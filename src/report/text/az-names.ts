import type { PeriodUnit } from '../../scenario/types.js';
import { platformName } from './en-names.js';
import type { ReportText } from './types.js';

const units: Readonly<Record<PeriodUnit, string>> = { day: 'gün', week: 'həftə', month: 'ay' };
const inUnits: Readonly<Record<PeriodUnit, string>> = { day: 'gündə', week: 'həftədə', month: 'ayda' };

const AFTER_ONES = ['', '-ci', '-ci', '-cü', '-cü', '-ci', '-cı', '-ci', '-ci', '-cu'] as const;
const AFTER_TENS = ['', '-cu', '-ci', '-cu', '-cı', '-ci', '-cı', '-ci', '-ci', '-cı'] as const;

/** A number as an ordinal: its ending follows the vowel of the last word that the number is read with (3-cü, 6-cı, 100-cü). */
export function ordinal(number: number): string {
  const ones = number % 10;
  const tens = Math.floor(number / 10) % 10;
  if (ones > 0) return `${number}${AFTER_ONES[ones]}`;
  if (tens > 0) return `${number}${AFTER_TENS[tens]}`;
  return `${number}${number % 1000 === 0 ? '-ci' : '-cü'}`;
}

export const namesText: ReportText['names'] = {
  platform: platformName,
  stages: {
    awareness: 'Tanınma',
    consideration: 'Dəyərləndirmə',
    conversion: 'Konversiya',
    loyalty: 'Sadiqlik',
    advocacy: 'Tövsiyə',
  },
  creative: { proven: 'sınanmış', experiment: 'təcrübə', moonshot: 'cəsarətli ideya' },
  metrics: {
    audience: 'auditoriya, nəfər',
    cpm: '1.000 göstərimin qiyməti',
    ctr: 'klik nisbəti',
    view_rate: 'baxış nisbəti',
    cvr: 'konversiya nisbəti',
    fatigue: 'təkrar göstərim üzrə yorğunluq',
    match: 'tanına bilən şəxslərin payı',
  },
  response: {
    maximum: 'bir dövrün gətirə biləcəyi ən çoxu',
    half_saturation: 'ən çoxun yarısını gətirən xərc',
    gamma: 'yarıdoymanın aralıqdakı payı',
    shape: 'əyrinin forması',
    lam: 'əyrinin doyma sürəti',
    cost: 'ilk vahidin qiyməti',
    coefficient: '1 vahid xərcin gətirdiyi',
    exponent: 'əyrinin qüvvət göstəricisi',
    factor: 'cədvəlin əmsalı',
    adstock_alpha: 'bir dövr sonra qalan təsir payı',
    adstock_shape: 'təsir daşınmasının forması',
    adstock_scale: 'təsir daşınmasının uzunluğu, dövr',
  },
  kpis: {
    spend: 'Media xərci',
    unspent: 'Xərclənməyən büdcə',
    unreached: 'Auditoriya tapmayan büdcə',
    impressions: 'Göstərim',
    reach: 'Əhatə olunan şəxs',
    frequency: 'Adambaşına göstərim',
    views: 'Baxış',
    clicks: 'Klik',
    conversions: 'Konversiya',
    new: 'Yeni sifariş',
    repeat: 'Təkrar sifariş',
    referred: 'Tövsiyə ilə gələn sifariş',
    orders: 'Sifariş',
    revenue: 'Gəlir',
    gross_margin: 'Ümumi mənfəət',
    cost: 'Bütün xərclər',
    profit: 'Xalis mənfəət',
    cpm: '1.000 göstərimin dəyəri (CPM)',
    ctr: 'Klik nisbəti (CTR)',
    cpc: 'Klikin dəyəri (CPC)',
    cpv: 'Baxışın dəyəri (CPV)',
    cvr: 'Konversiya nisbəti (CVR)',
    cpa: 'Konversiyanın dəyəri (CPA)',
    cac: 'Yeni müştərinin dəyəri (CAC)',
    roas: 'Reklam xərcinin gətirdiyi gəlir (ROAS)',
    roi: 'Bütün xərclərin rentabelliyi (ROI)',
    ltv: 'Müştərinin ömürlük dəyəri (LTV)',
    ltv_cac: 'Ömürlük dəyər / CAC',
    tail: 'Plan dövründən sonra qeydə alınan sifariş',
    future_orders: 'Müştərilərin plan dövründən sonrakı sifarişləri',
  },
  quantities: {
    population: 'Bazardakı insanların sayı',
    order_value: 'Sifarişin məbləği',
    margin: 'Marja',
    close_rate: 'Sifarişə çevrilən müraciətlərin payı',
    repeat_rate: 'Bir alıcının 30 gündə təkrar sifarişi',
    referral_rate: 'Bir alıcının 30 gündə tövsiyə ilə gətirdiyi sifariş',
    fee: 'Media komissiyası',
    tax: 'Media vergisi',
    baseline: 'Heç bir xərc olmadan dövr üzrə sifariş',
    delay_days: 'Sifariş qeydə alınanadək keçən müddət, gün',
    value_days: 'Müştərilərin plan dövründən sonra nəzərə alındığı müddət, gün',
    ltv_days: 'Ömürlük dəyərin müddəti, gün',
    warm_days: 'Baxışdan sonra marağın yarımömrü, gün',
    hot_days: 'Ziyarətdən sonra marağın yarımömrü, gün',
    buyers_days: 'Alıcılığın yarımömrü, gün',
    landing: 'Sayta çatan kliklərin payı',
    warm: 'Başlanğıcda maraqlananlar',
    hot: 'Başlanğıcda ziyarətçilər',
    buyers: 'Başlanğıcda alıcılar',
    memory_days: 'Reklamın yadda qalmasının yarımömrü, gün',
    wear_days: 'Kreativin yarımömrü, gün',
    proven: 'Sınanmış kreativlərin keyfiyyəti',
    experiment: 'Təcrübələrin keyfiyyəti',
    moonshot: 'Cəsarətli ideyaların keyfiyyəti',
    experiment_gain: 'Təcrübələrin 30 gündə tapdığı keyfiyyət',
    moonshot_gain: 'Cəsarətli ideyaların 30 gündə tapdığı keyfiyyət',
  },
  rules: {
    budget: 'Büdcə tam xərclənir',
    prospecting: 'Tanınmanın büdcədə payı',
    retargeting: 'Dəyərləndirmə / konversiya nisbəti',
    creative: 'Kreativ büdcəsinin bölgüsü',
    new_channels: 'Yeni kanallara ayrılan pay',
    cpa: 'Konversiyanın dəyəri üçün yuxarı hədd',
    cpm: '1.000 göstərimin qiyməti üçün yuxarı hədd',
    roas: 'Reklam xərcinin gətirdiyi gəlir, ən azı',
    cvar: 'Ən pis simulyasiyaların orta xalis mənfəəti, ən azı',
    change: 'Verilən planla müqayisədə',
    week_change: 'Həftədən həftəyə, ən çoxu',
    lock: 'Kilidlənmiş büdcə',
    min_move: 'Ən kiçik dəyişiklik',
  },
  goals: { awareness: 'tanınma', leads: 'müraciət', sales: 'satış' },
  line: (platform, stage, segment) =>
    `${platform} ${stage.toLocaleLowerCase('az')}${segment === null ? '' : ` (${segment})`}`,
  placement: (platform, segment) => (segment === null ? platform : `${platform} (${segment})`),
  plans: { given: 'Verilən', optimized: 'Optimallaşdırılmış' },
  period: { day: 'Gün', week: 'Həftə', month: 'Ay' },
  inPeriod: (unit, number) => `${ordinal(number)} ${inUnits[unit]}`,
  periods: (count, unit) => `${count} ${units[unit]}`,
  dash: '–',
  clause: '; ',
  unspent: 'xərclənməyən pul',
  separator: ', ',
};

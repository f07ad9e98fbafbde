import type { PeriodUnit } from '../../scenario/types.js';
import { ordinal } from './az-names.js';
import type { ReportText } from './types.js';

const ofUnits: Readonly<Record<PeriodUnit, string>> = { day: 'günün', week: 'həftənin', month: 'ayın' };

export const chartsText: ReportText['charts'] = {
  byDate: (date) => `${date} tarixinədək`,
  byPeriod: (unit, number) => `${ordinal(number)} ${ofUnits[unit]} sonunadək`,
  range: (low, high) => `${low} – ${high}`,
  allocation: {
    move: (amount, from, to) => `${from} büdcəsindən ${amount} götürüb ${to} büdcəsinə keçirin`,
    moveMost: (amount, most, from, to) =>
      `Yeri dəyişən məbləğ: ${amount}; ən böyük hissə (${most}) ${from} büdcəsindən ${to} büdcəsinə`,
    moveSome: (amount, largest, from, to) =>
      `Maddələr arasında yeri dəyişən məbləğ: ${amount}; ən böyük hissə (${largest}) ${from} büdcəsindən ${to} büdcəsinə`,
    sure: (change, kpi, better) => `${kpi} median nəticədə ${change}, simulyasiyaların ${better} hissəsində daha yaxşı`,
    unsure: (change, kpi) => `${kpi} median nəticədə ${change}`,
    reshaped: 'Büdcələri göstərildiyi kimi dəyişin',
    kept: 'Planı olduğu kimi saxlayın: qaydaları çərçivəsində daha yaxşı bölgü tapılmadı',
    infeasible: 'Bu büdcənin heç bir bölgüsü bütün qaydalara əməl etmir; plan verildiyi kimi göstərilir',
    single: (budget, line) => `Bütün büdcə (${budget}) bir maddədədir: ${line}`,
    spread: (share, budget, stage, line, most) =>
      `Cəmi ${budget} içində ${stage} payı ${share}; ən böyük maddə ${line}, ${most}`,
    note: 'Hər maddənin əvvəlki və sonrakı büdcəsi; mərhələlərdə cəm və büdcədəki pay yazılıb.',
    noteGiven: 'Hər maddənin büdcəsi; mərhələlərdə cəm və büdcədəki pay yazılıb.',
    columns: { line: 'Mərhələ və ya maddə', budget: 'Büdcə', change: 'Dəyişiklik' },
  },
  fan: {
    note: 'Xətt: median nəticə (P50). Zolaq: 10 simulyasiyadan 8-i onun içində bitir (P10–P90).',
    noteBoth:
      'Xətt: median nəticə (P50). Zolaq: 10 simulyasiyadan 8-i onun içində bitir (P10–P90). Qırıq xətt: verilən planda eyni göstərici.',
    noteSingle: 'Nöqtə: median nəticə (P50). Zolaq: 10 simulyasiyadan 8-i onun içində bitir (P10–P90).',
    noteSingleBoth:
      'Nöqtə: median nəticə (P50). Zolaq: 10 simulyasiyadan 8-i onun içində bitir (P10–P90). Boz romb: verilən plan.',
    tail: (orders) => `Plan dövründən sonra qeydə alınan ${orders} sifariş qrafikdə yoxdur.`,
    columns: { period: 'Dövrün sonu', p10: 'P10', p50: 'P50', p90: 'P90' },
  },
  orders: {
    likely: (middle, when, low, high) => `${when} təxminən ${middle} sifariş gözlənilir (${low} – ${high})`,
    more: (amount) => `median nəticədə verilən plandan ${amount} çox`,
    fewer: (amount) => `median nəticədə verilən plandan ${amount} az`,
    none: 'Bu plandan sifariş gözlənilmir, ona görə sifarişlərin gedişi çəkilməyib.',
    axis: 'sifariş, yığılmış',
  },
  profit: {
    breakEven: (when, middle, by, range) =>
      `Median nəticə ${when} zərərsizlik həddinə çatır və ${by} ${middle} qazandırır (${range})`,
    earned: (middle, by, range) => `Median nəticə ${by} ${middle} qazandırır (${range})`,
    never: (middle, by, range) => `Median nəticə zərərsizlik həddinə çatmır: ${by} ${middle} (${range})`,
    withTail: (total) => `; sonradan qeydə alınan sifarişlərlə ${total}`,
    none: 'Göstəriləcək mənfəət yoxdur',
    axis: 'xalis mənfəət, yığılmış',
  },
  distribution: {
    chance: (chance, middle) => `Zərər ehtimalı ${chance}; median nəticə ${middle}`,
    never: (draws, middle) => `Heç bir simulyasiya zərərlə bitmir (${draws} simulyasiya); median nəticə ${middle}`,
    always: (draws, middle) => `Hər simulyasiya zərərlə bitir (${draws} simulyasiya); median nəticə ${middle}`,
    changed: (chance, before, middle) => `Zərər ehtimalı ${chance}, verilən planda ${before}; median nəticə ${middle}`,
    note: (draws) => `Xalis mənfəətin bölgüsü, ${draws} simulyasiya; sıfırdan soldakı sütunlar zərərdir.`,
    noteBoth: (draws) =>
      `Optimallaşdırılmış planın xalis mənfəətinin bölgüsü, ${draws} simulyasiya; sıfırdan soldakı sütunlar zərərdir. Qırıq xətt: verilən plan.`,
    beyond: (share) => `Simulyasiyaların qrafikdən kənarda qalan payı: ${share}.`,
    same: (value) => `Hər simulyasiya eyni mənfəətlə bitir (${value}): çəkiləcək bölgü yoxdur.`,
    loss: (share) => `zərər ${share}`,
    gain: (share) => `mənfəət ${share}`,
    axisShare: 'simulyasiyaların payı',
    columns: { from: 'Mənfəət, aşağı hədd', to: 'yuxarı hədd' },
  },
  bridge: {
    leaves: (margin, media, other, profit) =>
      `Orta hesabla ${margin} ümumi mənfəətdən ${media} media${other === '' ? '' : ` və ${other} digər xərc`} çıxıldıqdan sonra ${profit} qalır`,
    loses: (margin, media, other, loss) =>
      `Orta hesabla ${margin} ümumi mənfəət ${media} media${other === '' ? '' : ` və ${other} digər xərci`} ödəmir: zərər ${loss}`,
    future: (amount) => `qazanılan müştərilər sonra daha ${amount} gətirir`,
    note: 'Bütün simulyasiyaların ortası; ortalar toplanır. Dolu: mədaxil; içi boş: məxaric; qalın yazı: yekun.',
    noteFuture: 'Müştərilərin plan dövründən sonrakı sifarişləri başqa heç bir rəqəmə daxil deyil.',
    noteBaseline: (orders) =>
      `Boz: heç bir xərc olmadan gözlənilən sifariş: ${orders}; bu da başqa rəqəmlərə daxil deyil.`,
    noteBaselineAlone: (orders) =>
      `Boz: heç bir xərc olmadan gözlənilən sifariş: ${orders}; başqa heç bir rəqəmə daxil deyil.`,
    parts: {
      recorded: 'Qeydə alınan ümumi mənfəət',
      margin: 'Ümumi mənfəət',
      media: 'Media',
      fees: 'Komissiyalar',
      tax: 'Vergi',
      fixed_costs: 'Sabit xərclər',
      posts: 'Postlar',
      production: 'Məzmun və formatlar',
      community: 'Mesajlara cavab',
      profit_recorded: 'Qeydə alınan xalis mənfəət',
      tail: 'Plan dövründən sonra qeydə alınan',
      profit: 'Xalis mənfəət',
      future: 'Müştərilərin sonrakı sifarişləri',
      profit_future: 'Sonrakı sifarişlərlə birgə',
      baseline: 'Heç bir xərc olmadan gələn',
      everything: 'Hamısı birlikdə',
    },
    columns: {
      part: 'Bütün simulyasiyaların ortası',
      orders: 'Sifariş',
      revenue: 'Gəlir',
      amount: 'Məbləğ',
      sum: 'Yekun',
    },
  },
  funnel: {
    split: (wide, seen, close, won, spent) =>
      `${wide} mərhələsinin göstərimlərdə payı ${seen}; ${close} mərhələsinin konversiyalarda payı ${won}, büdcədə payı ${spent}`,
    same: (stage, seen, won) => `${stage} mərhələsinin göstərimlərdə payı ${seen}, konversiyalarda payı ${won}`,
    single: (clicks, conversions) => `Göstərimdən klikə ${clicks}, klikdən konversiyaya ${conversions}`,
    fitted: 'Gələnlərin hamısı model əyrilərindən oxunur: mərhələ-mərhələ göstəriləcək bir şey yoxdur.',
    nobody: 'Reklamlar görünür, amma heç kim konversiya etmir',
    nothing: 'Büdcə reklam göstərəcək heç kim tapmır',
    note: 'Sütun: hər mərhələnin median nəticəsi (P50); xətt: P10–P90. Hər panelin öz miqyası var.',
    absent: 'Nəticədə mərhələlər üzrə rəqəm yoxdur, ona görə huni çəkilməyib.',
    columns: { stage: 'Mərhələ' },
  },
  response: {
    best: (amount, best, more, worst, fewer) =>
      `Bugünkü xərcə əlavə olunan ${amount} ${best} üçün ${more}, ${worst} üçün ${fewer} əlavə sifariş gətirir`,
    single: (amount, platform, more) =>
      `Bugünkü xərcə əlavə olunan ${amount} ${platform} üçün ${more} əlavə sifariş gətirir`,
    none: 'Daha çox xərc heç bir platformada daha çox sifariş gətirmir',
    absentOrders: 'Daha çox xərc heç bir platformada sifariş gətirmir, ona görə cavab əyriləri çəkilməyib.',
    note: 'Platformanın xərcinə görə əlavə sifariş; qalan hər şey verildiyi kimi. Zolaq: P10–P90. Bütün panellər eyni miqyasdadır: dik olan daha yaxşıdır.',
    absent: 'Proqnozda cavab əyrisi yoxdur, ona görə çəkilməyib.',
    today: 'bu gün',
    optimized: 'optimallaşdırılmış',
    x: 'xərc',
    y: 'əlavə sifariş',
    columns: { platform: 'Platforma', spend: 'Xərc', p10: 'P10', p50: 'P50', p90: 'P90' },
  },
  targets: {
    all: (count) => (count === 1 ? 'Hədəfə çatılır' : `${count} hədəfin hamısına çatılır`),
    some: (failed, count) =>
      count === 1
        ? 'Hədəfə çatılmır'
        : failed === count
          ? `${count} hədəfin heç birinə çatılmır`
          : `Hədəflərin sayı ${count}, çatılmayan: ${failed}`,
    failed: (target, probability, required) => `${target} (ehtimal ${probability}, tələb olunan ${required})`,
    failedMean: (target) => `${target} (orta hesabla yerinə yetmir)`,
    note: 'Hər hədəfə çatan simulyasiyaların payı; şaquli xətt tələb olunan paydır.',
    noteBoth:
      'Optimallaşdırılmış planla hər hədəfə çatan simulyasiyaların payı (içi boş: verilən plan); şaquli xətt tələb olunan paydır.',
    onMean: 'Orta qiymət üzrə hədəflərin qrafikdə göstəriləcək ehtimalı yoxdur; onlar cədvəldədir.',
    absent: 'Ssenaridə hədəf yoxdur, ona görə göstəriləcək ehtimal yoxdur.',
    absentChance:
      'Hədəflər orta qiymət üzrədir, ona görə qrafikdə göstəriləcək ehtimal yoxdur; onlara çatılıb-çatılmadığı hədəflər cədvəlindədir.',
    comparisons: { '>=': 'ən azı', '<=': 'ən çoxu', '>': '>', '<': '<' },
    met: 'çatılır',
    missed: 'çatılmır',
    needs: (share) => `tələb ${share}`,
    columns: {
      target: 'Hədəf',
      plan: 'Plan',
      probability: 'Ehtimal',
      required: 'Tələb olunan',
      value: 'Orta',
      outcome: 'Nəticə',
    },
  },
};

import type { BacktestText } from './types.js';

/** What is said of plans held against what came in Azerbaijani. */
export const backtestAz: BacktestText = {
  title: 'Planlar faktiki nəticələrlə müqayisədə',
  trusted: 'Aralıqlara etibar etmək olarmı?',
  scores: 'Qiymətlər',
  all: 'Cəmi',
  outcomes: { impressions: 'göstərim', clicks: 'klik', conversions: 'konversiya' },
  baselines: {
    'naive rate': 'son nisbət',
    'seasonal-naive rate': 'eyni həftə gününün nisbəti',
    'smoothed rate': 'hamarlanmış nisbət',
    'naive volume': 'son həcm',
    'seasonal-naive volume': 'eyni həftə gününün həcmi',
    'smoothed volume': 'hamarlanmış həcm',
  },
  days: (days) => `günlər, ${days} gün irəli`,
  total: (days) => `${days} günün cəmi`,
  holds: 'hələlik doğrulur',
  misses: { coverage: 'doğrulmur (aralıq)', bias: 'doğrulmur (sistematik fərq)' },
  open: (weeks) => `hələ demək olmur: təxminən ${weeks} həftə də lazımdır`,
  kinds: { 'holds so far': 'hələlik doğrulur', misses: 'doğrulmur', "can't tell yet": 'hələ demək olmur' },
  verdict: (group, outcome, verdict, proof) => `${group}, ${outcome}: ${verdict}. ${proof}.`,
  proof: (span, inside, band, low, high, bias, least, most) =>
    `${span}: ${band} aralığının içində ${inside} (90%: ${low} – ${high}), orta fərq ${bias} (${least} – ${most})`,
  page: (path) => `Səhifə: ${path}`,
  columns: {
    group: 'nə',
    outcome: 'nəticə',
    span: 'müddət',
    origins: 'plan sayı',
    inside: (band) => `${band} içində`,
    bias: 'fərq',
    crps: 'CRPS',
    ratio: 'ən yaxşıya nisbət',
    baseline: 'ən yaxşı sadə üsul',
    verdict: 'hökm',
  },
  done: (plans, _, first, last, horizon) =>
    `Planların sayı ${plans}, tarixlər ${first} – ${last}: calibrate və run kimi, həmin günə qədərki sətirlərdən qiymətləndirilib, sonra edilən xərclə hesablanıb; ən çoxu ${horizon} gün irəli ayrı-ayrı günlər və cəmlər.`,
  baselinesNote:
    '"Nisbət" üsullarına da həmin xərc verilir (nisbət xərcə vurulur); "həcm" üsullarına verilmir. Hər sadə üsulun aralığı onun eyni müddətdəki keçmiş xətalarından götürülür.',
  charts: {
    days: (group, outcome) => `${group}: gündəlik ${outcome}, proqnoz və faktiki`,
    daysNote: 'Zolaq: başladığı gün məlum olanlardan qurulmuş hər planın 80% aralığı. Nöqtələr: faktiki nəticə.',
    total: (group, outcome, days) => `${group}: ${days} gündə ${outcome}, proqnoz və faktiki`,
    totalNote: 'Zolaq: hər planın 80% aralığı, son gününün yerində. Nöqtələr: həmin günlərin faktiki nəticəsi.',
    transforms: (group, what) => `${group}: ${what} proqnozun harasına düşüb`,
    ofDays: (outcome) => `günlük ${outcome}`,
    ofTotal: (outcome, days) => `${days} gündə ${outcome}`,
    transformsNote:
      'Aralıqlar düzgündürsə, proqnozun hər onda birinə nəticələrin onda biri düşür; uclar hündürdürsə, aralıq dardır; orta hündürdürsə, genişdir.',
    below: 'proqnoza görə faktiki nəticədən aşağı olma ehtimalı',
    share: 'pay',
  },
};

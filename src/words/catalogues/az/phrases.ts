import type { Translations } from '../../said.js';

/** Parts of mistakes, and reasons in Azerbaijani. */
export const phrases = {
  'a CSV file such as posterior.csv, or { file, columns }': 'CSV faylı, məsələn posterior.csv, yaxud { file, columns }',
  'a ceiling such as 9, or { max: 9, probability: 80% }': 'yuxarı hədd, məsələn 9, yaxud { max: 9, probability: 80% }',
  'a least ratio such as 2, or { min: 2, probability: 80% }':
    'ən kiçik nisbət, məsələn 2, yaxud { min: 2, probability: 80% }',
  'a map of parameters': 'parametrlər cədvəli',
  'a map such as { curve: hill, … }': 'cədvəl, məsələn { curve: hill, … }',
  'a map such as { type: geometric, alpha: 0.5, l_max: 8 }':
    'cədvəl, məsələn { type: geometric, alpha: 0.5, l_max: 8 }',
  'a name of at most 60 characters': 'ən çoxu 60 simvolluq ad',
  'a name of at most 60 characters without / and .': 'ən çoxu 60 simvolluq ad, / və . olmadan',
  'a point such as [100, 12]: spend, and what it brings': 'nöqtə, məsələn [100, 12]: xərc və onun gətirdiyi',
  'a ratio such as 1:2, or { ratio: 1:2, tolerance: 10% }': 'nisbət, məsələn 1:2, yaxud { ratio: 1:2, tolerance: 10% }',
  'a share, a range such as 70-80%, or { min, max }': 'pay, aralıq, məsələn 70-80%, yaxud { min, max }',
  'a share, a range such as 70-80%, or { min, max, cpa, cpm }':
    'pay, aralıq, məsələn 70-80%, yaxud { min, max, cpa, cpm }',
  'a split such as 60-30-10, or { split: 60-30-10, tolerance: 10% }':
    'bölgü, məsələn 60-30-10, yaxud { split: 60-30-10, tolerance: 10% }',
  'a whole number such as 4, or { max: 6 } for the optimiser to choose':
    'tam ədəd, məsələn 4, yaxud sayını proqram seçsin deyə { max: 6 }',
  'an amount such as 18200, or { max: 18200 } where less may be spent':
    'məbləğ, məsələn 18200, yaxud az xərcləmək olarsa { max: 18200 }',
  'an expression over KPIs, such as revenue / cost': 'göstəricilərdən ifadə, məsələn revenue / cost',
  'at least two points such as [[0, 0], [100, 12]]': 'ən azı iki nöqtə, məsələn [[0, 0], [100, 12]]',
  'both mean and sd': 'həm mean, həm də sd',
  'even, front, back, free, or one weight a period': 'even, front, back, free, yaxud hər dövrə bir çəki',
  'field, or names such as saves: { of: views, rate: 0.5% to 1% }':
    'field, yaxud adlar, məsələn saves: { of: views, rate: 0.5% to 1% }',
  'gamma with range: [lowest, highest spend]': 'gamma və range: [ən az, ən çox xərc]',
  'l_max: the number of periods that a spend works in, its own included':
    'l_max: xərcin təsir etdiyi dövrlərin sayı, özününkü daxil',
  'on, off, or { wear_days, proven, … }': 'on, off və ya { wear_days, proven, … }',
  'people such as 350k to 520k, or the name of an audience such as "@students"':
    'insanların sayı, məsələn 350k to 520k, yaxud auditoriyanın adı, məsələn "@students"',
  'stop, continue, or { stop: [instagram/conversion] }': 'stop, continue və ya { stop: [instagram/conversion] }',
  'table with points: [[0, 0], [100, 12], …]': 'table və points: [[0, 0], [100, 12], …]',
  text: 'mətn',
  'text of at most 200 characters': 'ən çoxu 200 simvolluq mətn',
  'the key reach_rate: the share of the followers that a post reaches':
    'reach_rate açarı: paylaşımın çatdığı izləyicilərin payı',
  'true or false': 'true və ya false',
  'on or off': 'on və ya off',
  'two numbers that go up, such as [0, 4200]': 'artan iki ədəd, məsələn [0, 4200]',
  'two names, such as [economics.order_value, instagram/awareness.cvr]':
    'iki ad, məsələn [economics.order_value, instagram/awareness.cvr]',
  'a change such as cpm +30% from week 5, a list of them, or a part of a scenario':
    'dəyişiklik, məsələn cpm +30% from week 5, onların siyahısı və ya ssenarinin bir hissəsi',
  'a map of keys': 'açarlar cədvəli',
  'a number': 'ədəd',
  'a number in every row': 'hər sətirdə ədəd',
  numbers: 'ədəd',
  distributions: 'paylanma',
  variants: 'variant',
  shocks: 'shock',
  sources: 'mənbə',
  KPIs: 'göstərici',
  targets: 'hədəf',
  platform: 'platforma',
  line: 'maddə',
  source: 'mənbə',
  shock: 'shock',
  phase: 'faza',
  'the audience': 'auditoriya',
  'the format': 'format',
  'the name': 'ad',
  'the line or source': 'maddə və ya mənbə',
  'a line': 'maddə',
  day: 'gün',
  week: 'həftə',
  month: 'ay',
  'member access': 'üzvə müraciət',
  'a matrix': 'matris',
  'an assignment': 'mənimsətmə',
  'a second expression': 'ikinci ifadə',
  'a condition': 'şərt',
  'a function definition': 'funksiya tərifi',
  'an index': 'indeks',
  'an object': 'obyekt',
  'a range': 'aralıq',
  'a comparison': 'müqayisə',
  this: 'bu',
  'found {0}, expected {1}': 'tapıldı: {0}; gözlənilən: {1}',
  'found {0}, expected {1}; did you mean {2}?': 'tapıldı: {0}; gözlənilən: {1}; bəlkə bunu nəzərdə tutursunuz: {2}?',
  'no beta distribution was found with {0} to {1} as its interval':
    'intervalı {0} – {1} olan beta paylanması tapılmadı',
  'mean and sd must be finite numbers': 'mean və sd sonlu ədəd olmalıdır',
  'sd {0} is not above 0': 'sd {0} 0-dan böyük deyil',
  'mean {0} is not above 0': 'mean {0} 0-dan böyük deyil',
  'sd {0} is out of proportion to the mean {1}': 'sd {0} orta qiymətə ({1}) nisbətən hədsizdir',
  'two different quantiles are needed': 'iki fərqli kvantil lazımdır',
  '{0} {1} is not below {2} {3}': '{0} {1} bundan kiçik deyil: {2} {3}',
  '{0} and {1} are not both {2}': '{0} və {1} ikisi də bu hüdudda deyil: {2}',
  'no gamma distribution was found with {0} and {1} as its quantiles':
    'kvantilləri {0} və {1} olan qamma paylanması tapılmadı',
  "an interval's lower probability is between 0 and 0.5, not {0}":
    'intervalın aşağı ehtimalı 0 ilə 0.5 arasındadır, {0} deyil',
  '{0} and {1} must be finite numbers': '{0} və {1} sonlu ədəd olmalıdır',
  '{0} to {1} is not within {2}': '{0} – {1} bu hüduda sığmır: {2}',
  '{0} is 0, but some of the values lie below it: give the small value that 1 in {1} falls short of, or {dist: triangular, min: 0, …}':
    '{0} 0-dır, amma dəyərlərin bir hissəsi ondan kiçikdir: hər {1} haldan birində çatılmayan kiçik dəyəri verin, yaxud {dist: triangular, min: 0, …} yazın',
  '{0} is 1 (100%), but some of the values lie above it: give a value below 1, or {dist: triangular, …, max: 1}':
    '{0} 1-dir (100%), amma dəyərlərin bir hissəsi ondan böyükdür: 1-dən kiçik dəyər verin, yaxud {dist: triangular, …, max: 1} yazın',
  'sd {0} is negative': 'sd {0} mənfidir',
  'mean {0} is not within {1}': 'mean {0} bu hüduda sığmır: {1}',
  'mean is 0 with sd {0}, but no value can lie below 0: give a mean above 0':
    'mean 0, sd {0}, heç bir dəyər isə 0-dan kiçik ola bilməz: 0-dan böyük mean verin',
  'sd {0} is too wide for a rate of mean {1}: below {2}':
    'orta qiyməti {1} olan pay üçün sd {0} çox genişdir: {2} dəyərindən kiçik olmalıdır',
  '0 to 1 (0% to 100%)': '0 – 1 (0% – 100%)',
  '0 and up': '0 və yuxarı',
  'the factor {0} is not above 0': '{0} əmsalı 0-dan böyük deyil',
  '{0} is not a finite number': '{0} sonlu ədəd deyil',
  '{0} is too large a number': '{0} çox böyük ədəddir',
  '{0} is too small a number': '{0} çox kiçik ədəddir',
  '{0} is not a share between 0 and 1: write {1}% for {2} percent':
    '{0} 0 ilə 1 arasında pay deyil: {2} faiz üçün {1}% yazın',
  '{0} is not a share between 0% and 100%': '{0} 0% ilə 100% arasında pay deyil',
  'expected a number, found nothing': 'gözlənilən: ədəd; heç nə tapılmadı',
  '{0} has a comma: write decimals with a point (1.2) and group digits with _ (1_200)':
    '{0}: içində vergül var; onluğu nöqtə ilə (1.2), minlikləri _ ilə (1_200) yazın',
  '{0} has spaces: group digits with _ (18_200)': '{0}: içində boşluq var; minlikləri _ ilə (18_200) yazın',
  '{0} is not a number: write 1200, 1_200_000, 350k, 1.2m or 70%':
    '{0} ədəd deyil: 1200, 1_200_000, 350k, 1.2m və ya 70% kimi yazın',
  '"{0}" is not a span of time: {1}': '"{0}" müddət deyil: {1}',
  '"{0}" is not whole: {1}': '"{0}" tam deyil: {1}',
  '"{0}" is no time at all: {1}': '"{0}" heç bir müddət deyil: {1}',
  '"{0}" is more than {1} periods': '"{0}": dövrlərin sayı {1} həddindən çoxdur',
  '"{0}" is not a date: write 2027-03-01': '"{0}" tarix deyil: 2027-03-01 kimi yazın',
  '{0} is not in the calendar': '{0} təqvimdə yoxdur',
  'no line {0}': '{0} maddəsi yoxdur',
} satisfies Translations;

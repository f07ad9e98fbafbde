import type { SameSentences } from '../../said.js';
import type { phrases as inAzerbaijani } from '../az/phrases.js';

/** Parts of mistakes, and reasons in Turkish. */
export const phrases: SameSentences<typeof inAzerbaijani> = {
  'a CSV file such as posterior.csv, or { file, columns }':
    'bir CSV dosyası, örneğin posterior.csv, ya da { file, columns }',
  'a ceiling such as 9, or { max: 9, probability: 80% }': 'bir tavan, örneğin 9, ya da { max: 9, probability: 80% }',
  'a least ratio such as 2, or { min: 2, probability: 80% }':
    'en düşük oran, örneğin 2, ya da { min: 2, probability: 80% }',
  'a map of parameters': 'parametrelerden bir eşlem',
  'a map such as { curve: hill, … }': 'bir eşlem, örneğin { curve: hill, … }',
  'a map such as { type: geometric, alpha: 0.5, l_max: 8 }':
    'bir eşlem, örneğin { type: geometric, alpha: 0.5, l_max: 8 }',
  'a name of at most 60 characters': 'en çok 60 karakterlik bir ad',
  'a name of at most 60 characters without / and .': 'en çok 60 karakterlik bir ad, / ve . olmadan',
  'a point such as [100, 12]: spend, and what it brings': 'bir nokta, örneğin [100, 12]: harcama ve getirdiği',
  'a ratio such as 1:2, or { ratio: 1:2, tolerance: 10% }':
    'bir oran, örneğin 1:2, ya da { ratio: 1:2, tolerance: 10% }',
  'a share, a range such as 70-80%, or { min, max }': 'pay, aralık, örneğin 70-80%, ya da { min, max }',
  'a share, a range such as 70-80%, or { min, max, cpa, cpm }':
    'pay, aralık, örneğin 70-80%, ya da { min, max, cpa, cpm }',
  'a split such as 60-30-10, or { split: 60-30-10, tolerance: 10% }':
    'bir bölüşüm, örneğin 60-30-10, ya da { split: 60-30-10, tolerance: 10% }',
  'a whole number such as 4, or { max: 6 } for the optimiser to choose':
    'tam sayı, örneğin 4, ya da sayısını program seçsin diye { max: 6 }',
  'an amount such as 18200, or { max: 18200 } where less may be spent':
    'bir tutar, örneğin 18200, ya da daha az harcanabiliyorsa { max: 18200 }',
  'an expression over KPIs, such as revenue / cost': 'göstergelerle bir ifade, örneğin revenue / cost',
  'at least two points such as [[0, 0], [100, 12]]': 'en az iki nokta, örneğin [[0, 0], [100, 12]]',
  'both mean and sd': 'hem mean hem sd',
  'even, front, back, free, or one weight a period': 'even, front, back, free, ya da her döneme bir ağırlık',
  'field, or names such as saves: { of: views, rate: 0.5% to 1% }':
    'field, ya da adlar, örneğin saves: { of: views, rate: 0.5% to 1% }',
  'gamma with range: [lowest, highest spend]': 'gamma ve range: [en düşük, en yüksek harcama]',
  'l_max: the number of periods that a spend works in, its own included':
    'l_max: harcamanın etki ettiği dönem sayısı, kendisininki dahil',
  'on, off, or { wear_days, proven, … }': 'on, off ya da { wear_days, proven, … }',
  'people such as 350k to 520k, or the name of an audience such as "@students"':
    'kişi sayısı, örneğin 350k to 520k, ya da bir kitlenin adı, örneğin "@students"',
  'stop, continue, or { stop: [instagram/conversion] }': 'stop, continue ya da { stop: [instagram/conversion] }',
  'table with points: [[0, 0], [100, 12], …]': 'table ve points: [[0, 0], [100, 12], …]',
  text: 'metin',
  'text of at most 200 characters': 'en çok 200 karakterlik metin',
  'the key reach_rate: the share of the followers that a post reaches':
    'reach_rate anahtarı: gönderinin ulaştığı takipçi payı',
  'true or false': 'true ya da false',
  'on or off': 'on ya da off',
  'two numbers that go up, such as [0, 4200]': 'artan iki sayı, örneğin [0, 4200]',
  'two names, such as [economics.order_value, instagram/awareness.cvr]':
    'iki ad, örneğin [economics.order_value, instagram/awareness.cvr]',
  'a change such as cpm +30% from week 5, a list of them, or a part of a scenario':
    'bir değişiklik, örneğin cpm +30% from week 5, onların listesi ya da senaryonun bir parçası',
  'a map of keys': 'anahtarlardan bir eşlem',
  'a number': 'bir sayı',
  'a number in every row': 'her satırda bir sayı',
  numbers: 'sayı',
  distributions: 'dağılım',
  variants: 'varyant',
  shocks: 'shock',
  sources: 'kaynak',
  KPIs: 'gösterge',
  targets: 'hedef',
  platform: 'platform',
  line: 'kalem',
  source: 'kaynak',
  shock: 'shock',
  phase: 'faz',
  'the audience': 'kitle',
  'the format': 'biçim',
  'the name': 'ad',
  'the line or source': 'kalem ya da kaynak',
  'a line': 'bir kalem',
  day: 'gün',
  week: 'hafta',
  month: 'ay',
  'member access': 'üye erişimi',
  'a matrix': 'bir matris',
  'an assignment': 'bir atama',
  'a second expression': 'ikinci bir ifade',
  'a condition': 'bir koşul',
  'a function definition': 'bir işlev tanımı',
  'an index': 'bir dizin',
  'an object': 'bir nesne',
  'a range': 'bir aralık',
  'a comparison': 'bir karşılaştırma',
  this: 'bu',
  'found {0}, expected {1}': 'bulunan: {0}; beklenen: {1}',
  'found {0}, expected {1}; did you mean {2}?': 'bulunan: {0}; beklenen: {1}; bunu mu demek istediniz: {2}?',
  'no beta distribution was found with {0} to {1} as its interval':
    'aralığı {0} – {1} olan bir beta dağılımı bulunamadı',
  'mean and sd must be finite numbers': 'mean ve sd sonlu sayı olmalı',
  'sd {0} is not above 0': "sd {0}, 0'ın üstünde değil",
  'mean {0} is not above 0': "mean {0}, 0'ın üstünde değil",
  'sd {0} is out of proportion to the mean {1}': 'sd {0}, ortalamaya ({1}) göre ölçüsüz',
  'two different quantiles are needed': 'iki farklı yüzdelik gerekir',
  '{0} {1} is not below {2} {3}': '{0} {1} şunun altında değil: {2} {3}',
  '{0} and {1} are not both {2}': '{0} ve {1} ikisi birden şu sınırda değil: {2}',
  'no gamma distribution was found with {0} and {1} as its quantiles':
    'yüzdelikleri {0} ve {1} olan bir gama dağılımı bulunamadı',
  "an interval's lower probability is between 0 and 0.5, not {0}":
    'aralığın alt olasılığı 0 ile 0.5 arasındadır, {0} değil',
  '{0} and {1} must be finite numbers': '{0} ve {1} sonlu sayı olmalı',
  '{0} to {1} is not within {2}': '{0} – {1} şu sınıra sığmıyor: {2}',
  '{0} is 0, but some of the values lie below it: give the small value that 1 in {1} falls short of, or {dist: triangular, min: 0, …}':
    '{0} 0, ama değerlerin bir bölümü onun altında: her {1} durumdan birinde altında kalınan küçük değeri verin, ya da {dist: triangular, min: 0, …} yazın',
  '{0} is 1 (100%), but some of the values lie above it: give a value below 1, or {dist: triangular, …, max: 1}':
    "{0} 1 (%100), ama değerlerin bir bölümü onun üstünde: 1'in altında bir değer verin, ya da {dist: triangular, …, max: 1} yazın",
  'sd {0} is negative': 'sd {0} eksi',
  'mean {0} is not within {1}': 'mean {0} şu sınıra sığmıyor: {1}',
  'mean is 0 with sd {0}, but no value can lie below 0: give a mean above 0':
    "mean 0, sd {0}, oysa hiçbir değer 0'ın altında olamaz: 0'ın üstünde mean verin",
  'sd {0} is too wide for a rate of mean {1}: below {2}':
    'ortalaması {1} olan oran için sd {0} çok geniş: {2} değerinin altında olmalı',
  '0 to 1 (0% to 100%)': '0 – 1 (%0 – %100)',
  '0 and up': '0 ve üstü',
  'the factor {0} is not above 0': "{0} katsayısı 0'ın üstünde değil",
  '{0} is not a finite number': '{0} sonlu bir sayı değil',
  '{0} is too large a number': '{0} çok büyük bir sayı',
  '{0} is too small a number': '{0} çok küçük bir sayı',
  '{0} is not a share between 0 and 1: write {1}% for {2} percent':
    '{0}, 0 ile 1 arasında bir pay değil: yüzde {2} için {1}% yazın',
  '{0} is not a share between 0% and 100%': '{0}, %0 ile %100 arasında bir pay değil',
  'expected a number, found nothing': 'beklenen: bir sayı; hiçbir şey bulunmadı',
  '{0} has a comma: write decimals with a point (1.2) and group digits with _ (1_200)':
    '{0}: içinde virgül var; ondalığı nokta ile (1.2), binlikleri _ ile (1_200) yazın',
  '{0} has spaces: group digits with _ (18_200)': '{0}: içinde boşluk var; binlikleri _ ile (18_200) yazın',
  '{0} is not a number: write 1200, 1_200_000, 350k, 1.2m or 70%':
    '{0} bir sayı değil: 1200, 1_200_000, 350k, 1.2m ya da 70% gibi yazın',
  '"{0}" is not a span of time: {1}': '"{0}" bir süre değil: {1}',
  '"{0}" is not whole: {1}': '"{0}" tam değil: {1}',
  '"{0}" is no time at all: {1}': '"{0}" süre sayılmaz: {1}',
  '"{0}" is more than {1} periods': '"{0}": dönem sayısı {1} sınırından fazla',
  '"{0}" is not a date: write 2027-03-01': '"{0}" bir tarih değil: 2027-03-01 gibi yazın',
  '{0} is not in the calendar': '{0} takvimde yok',
  'no line {0}': '{0} kalemi yok',
};

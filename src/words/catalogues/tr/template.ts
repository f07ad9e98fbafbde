import type { SameSentences } from '../../said.js';
import type { template as inAzerbaijani } from '../az/template.js';

/** What `huni new` writes in Turkish. */
export const template: SameSentences<typeof inAzerbaijani> = {
  '# A scenario: what you plan to spend, what you know and how sure you are. Price it with: huni run FILE':
    '# Senaryo: ne kadar harcayacağınız, ne bildiğiniz ve ne kadar emin olduğunuz. Hesaplamak için: huni run DOSYA',
  '# A figure can be a number (7), a 90 % interval ("7 to 13"), or { mean: 0.5, sd: 0.15 }. What you leave out is taken from':
    '# Bir rakam sayı (7), %90 aralık ("7 to 13") ya da { mean: 0.5, sd: 0.15 } olabilir. Yazmadıklarınız yerleşik sektör',
  '# built-in benchmarks and defaults; the report lists each of them.':
    '# verilerinden ve varsayılanlardan alınır; rapor her birini sıralar.',
  '# ISO 4217': '# ISO 4217',
  '# N days | weeks | months': '# N days | weeks | months: gün, hafta, ay',
  '# media, for the whole horizon': '# medya, bütün süre için',
  '# revenue of an order': '# bir siparişin geliri',
  '# share of revenue that is gross margin': '# gelirde brüt marj payı',
  '# further orders of a buyer in 30 days': '# alıcının 30 günde yinelenen siparişleri',
  '# of media: agency, platform': '# medya harcamasının payı: ajans, platform',
  'Content production': 'İçerik üretimi',
  '# The plan. Line budgets sum to the budget; leave all or some out, and they share what is left as the rules say.':
    '# Plan. Kalem bütçelerinin toplamı bütçeye eşittir; hepsini ya da bir bölümünü yazmazsanız kalanı kurallara göre paylaşırlar.',
  '# price of 1,000 impressions': '# 1.000 gösterimin fiyatı',
  "# awareness's share of the budget": '# awareness aşamasının bütçe payı',
  '# consideration : conversion': '# consideration : conversion',
  '# proven, experiment, moonshot': '# denenmiş, deneme, iddialı',
  '# its mean without the luckiest tenth of futures; risk_aversion: 0 is the plain mean':
    '# en şanslı %10 sayılmadan ortalaması; risk_aversion: 0 düz ortalamadır',
  '# The rest of a plan, each part as you need it: take the # off, and put your own figures in. docs/scenario.md has every key.':
    '# Planın kalanı, her parçası gerektikçe: # işaretini silin ve kendi rakamlarınızı yazın. Bütün anahtarlar: docs/scenario.md.',
  '# Creators (influencers): posts fixed, or { max } for huni to choose; paid out of the budget, or outside it.':
    '# İçerik üreticileri (influencer): gönderi sayısı sabit, ya da huni seçsin diye { max }; bütçeden ya da onun dışından ödenir.',
  '# Your own posts: what they cost, and how far sharing carries them.':
    '# Kendi gönderileriniz: kaça mal olur ve paylaşım onları ne kadar uzağa taşır.',
  'Own feed': 'Kendi sayfamız',
  '# What people remember of the brand, and what that does to the lines below awareness.':
    '# İnsanlar markadan neyi hatırlar ve bu, awareness sonrasındaki kalemlere ne yapar.',
  '# What may come over the plan; huni run --robust looks for the plan that minds it least.':
    '# Planın başına gelebilecekler; huni run --robust onlardan en az etkilenen planı arar.',
  'Algorithm change': 'Algoritma değişikliği',
  '# A test first, and the rest only if it passes; or phases: 30-60-90.':
    '# Önce test, kalanı yalnızca o geçerse; ya da phases: 30-60-90.',
  Test: 'Test',
  Scale: 'Büyütme',
  '# "What if?", for huni compare.': '# "Ya şöyle olursa?", huni compare için.',
  'dear auctions': 'pahalı açık artırmalar',
  'no tiktok': 'tiktok olmadan',
};

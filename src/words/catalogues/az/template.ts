import type { Translations } from '../../said.js';

/** What `huni new` writes in Azerbaijani. */
export const template = {
  '# A scenario: what you plan to spend, what you know and how sure you are. Price it with: huni run FILE':
    '# Ssenari: nə qədər xərcləyəcəyiniz, nə bildiyiniz və nə qədər əmin olduğunuz. Qiymətləndirmək üçün: huni run FAYL',
  '# A figure can be a number (7), a 90 % interval ("7 to 13"), or { mean: 0.5, sd: 0.15 }. What you leave out is taken from':
    '# Rəqəm ədəd (7), 90 %-lik interval ("7 to 13") və ya { mean: 0.5, sd: 0.15 } ola bilər. Yazmadıqlarınız daxili bazar',
  '# built-in benchmarks and defaults; the report lists each of them.':
    '# göstəricilərindən və standart dəyərlərdən götürülür; hesabat onların hamısını sadalayır.',
  '# ISO 4217': '# ISO 4217',
  '# N days | weeks | months': '# N days | weeks | months: gün, həftə, ay',
  '# media, for the whole horizon': '# media, bütün müddət üçün',
  '# revenue of an order': '# bir sifarişin gəliri',
  '# share of revenue that is gross margin': '# gəlirdə ümumi marjanın payı',
  '# further orders of a buyer in 30 days': '# alıcının 30 gündə təkrar sifarişləri',
  '# of media: agency, platform': '# media xərcinin payı: agentlik, platforma',
  'Content production': 'Kontent istehsalı',
  '# The plan. Line budgets sum to the budget; leave all or some out, and they share what is left as the rules say.':
    '# Plan. Maddə büdcələrinin cəmi büdcəyə bərabərdir; hamısını və ya bir qismini yazmasanız, qalanı qaydalara görə bölüşürlər.',
  '# price of 1,000 impressions': '# 1.000 göstərimin qiyməti',
  "# awareness's share of the budget": '# awareness mərhələsinin büdcədə payı',
  '# consideration : conversion': '# consideration : conversion',
  '# proven, experiment, moonshot': '# sınanmış, təcrübə, cəsarətli',
  '# its mean without the luckiest tenth of futures; risk_aversion: 0 is the plain mean':
    '# ən uğurlu 10 % nəzərə alınmadan ortası; risk_aversion: 0 sadə ortadır',
  '# The rest of a plan, each part as you need it: take the # off, and put your own figures in. docs/scenario.md has every key.':
    '# Planın qalanı, hər hissəsi lazım olanda: # işarəsini silin və öz rəqəmlərinizi yazın. Bütün açarlar: docs/scenario.md.',
  '# Creators (influencers): posts fixed, or { max } for huni to choose; paid out of the budget, or outside it.':
    '# Kreatorlar (influenserlər): paylaşımların sayı sabit, yaxud seçim huni-nin olsun deyə { max }; büdcədən və ya ondan kənarda ödənilir.',
  '# Your own posts: what they cost, and how far sharing carries them.':
    '# Öz paylaşımlarınız: neçəyə başa gəlir və paylaşma onları nə qədər uzağa aparır.',
  'Own feed': 'Öz səhifəmiz',
  '# What people remember of the brand, and what that does to the lines below awareness.':
    '# İnsanlar brenddən nəyi yadda saxlayır və bu, awareness-dən sonrakı maddələrə necə təsir edir.',
  '# What may come over the plan; huni run --robust looks for the plan that minds it least.':
    '# Planın başına gələ bilənlər; huni run --robust onlardan ən az zərər görən planı axtarır.',
  'Algorithm change': 'Alqoritm dəyişikliyi',
  '# A test first, and the rest only if it passes; or phases: 30-60-90.':
    '# Əvvəl sınaq, qalanı yalnız o keçsə; yaxud phases: 30-60-90.',
  Test: 'Sınaq',
  Scale: 'Genişlənmə',
  '# "What if?", for huni compare.': '# "Bəs belə olsa?", huni compare üçün.',
  'dear auctions': 'baha hərraclar',
  'no tiktok': 'tiktok olmadan',
} satisfies Translations;

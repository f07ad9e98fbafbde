import type { Language } from '../../units/locale.js';

const en = {
  heading: 'Where the figures come from',
  note: 'A plan is as good as its worst figure that matters: what you measured beats a benchmark, a benchmark beats a guess.',
  counts: (count: number, origin: string) => `${count} × ${origin}`,
  figure: 'Figure',
  value: '9 in 10 futures between',
  origin: 'Origin',
  source: 'Source',
  shared: 'The plan as a whole',
  made: 'How the plan was made from exports',
  newer: 'Make a plan from newer exports',
  /** In place of an audience of 0. */
  warmed: 'only people whom other lines bring',
};

type DataWords = typeof en;

const az: DataWords = {
  heading: 'Rəqəmlər haradan gəlir',
  note: 'Plan ən zəif vacib rəqəmi qədər yaxşıdır: ölçdükləriniz bazar göstəricisindən, bazar göstəricisi isə təxmindən yaxşıdır.',
  counts: (count, origin) => `${count} × ${origin}`,
  figure: 'Rəqəm',
  value: '10 gələcəkdən 9-u bu aralıqda',
  origin: 'Mənşə',
  source: 'Mənbə',
  shared: 'Bütöv plan',
  made: 'Plan hesabatlardan necə quruldu',
  newer: 'Daha yeni hesabatlardan plan qur',
  warmed: 'yalnız başqa maddələrin gətirdikləri',
};

const tr: DataWords = {
  heading: 'Rakamlar nereden geliyor',
  note: 'Bir plan, önemli olan en zayıf rakamı kadar iyidir: ölçtüğünüz kıyas değerinden, kıyas değeri tahminden iyidir.',
  counts: (count, origin) => `${count} × ${origin}`,
  figure: 'Rakam',
  value: '10 gelecekten 9’u bu aralıkta',
  origin: 'Köken',
  source: 'Kaynak',
  shared: 'Planın bütünü',
  made: 'Plan raporlardan nasıl yapıldı',
  newer: 'Daha yeni raporlardan plan yap',
  warmed: 'yalnızca diğer kalemlerin getirdikleri',
};

const ar: DataWords = {
  heading: 'من أين تأتي الأرقام',
  note: 'جودة الخطة بقدر أضعف رقم مهم فيها: ما قِسته أفضل من المعيار، والمعيار أفضل من التخمين.',
  counts: (count, origin) => `${count} × ${origin}`,
  figure: 'الرقم',
  value: '9 من كل 10 احتمالات بين',
  origin: 'الأصل',
  source: 'المصدر',
  shared: 'الخطة ككل',
  made: 'كيف بُنيت الخطة من تقاريرك',
  newer: 'أنشئ خطة من تقارير أحدث',
  warmed: 'من تأتي بهم البنود الأخرى فقط',
};

/** What the tab on a plan's data says. */
export const dataWords: Readonly<Record<Language, DataWords>> = { en, az, tr, ar };

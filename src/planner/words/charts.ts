import type { Language } from '../../units/locale.js';

const en = {
  density: 'Profit',
  fan: 'Profit over time',
  /** How what a plan counts adds up. */
  counted: (name: string) => `${name} over time`,
  /** How a part of a picture is chosen. */
  how: 'Drag over a part, or hold Shift and use the arrow keys, to see its figures.',
  clear: 'Clear',
  /** In place of a picture whose program didn't come. */
  failed: 'This chart could not be loaded. The figures beside it hold; reload the page to see it.',
  /** Of a density: a range of values, and how many futures end in it. */
  between: (low: string, high: string, share: string) => `${share} of the futures end between ${low} and ${high}.`,
  /** Of a course over time: what a part of the plan's time brings. */
  period: (of: { from: string; to: string; before: string; after: string; low: string; high: string }) =>
    `${of.from} to ${of.to}: the middle outcome goes from ${of.before} to ${of.after}; at the end of it 8 in 10 futures stand between ${of.low} and ${of.high}.`,
  spent: (money: string) => `${money} of media is spent in it.`,
  came: (figure: string) => `So far ${figure} have come.`,
  /** Of budgets: what lies between two of them. */
  budgets: (of: { from: string; to: string; before: string; after: string; name: string }) =>
    `From a budget of ${of.from} to one of ${of.to}, on average: ${of.name} from ${of.before} to ${of.after}.`,
};

type ChartsWords = typeof en;

const az: ChartsWords = {
  density: 'Mənfəət',
  fan: 'Mənfəət zaman boyu',
  counted: (name) => `${name}: zaman boyu`,
  how: 'Bir hissənin rəqəmlərini görmək üçün üstündən sürüşdürün və ya Shift düyməsini saxlayıb ox düymələrindən istifadə edin.',
  clear: 'Seçimi götür',
  failed: 'Qrafik yüklənmədi. Yanındakı rəqəmlər düzgündür; qrafiki görmək üçün səhifəni yenidən yükləyin.',
  between: (low, high, share) => `Gələcəklərin ${share} qədəri ${low} ilə ${high} arasında bitir.`,
  period: (of) =>
    `${of.from} – ${of.to}: median nəticə ${of.before} səviyyəsindən ${of.after} səviyyəsinə gəlir; sonunda 10 gələcəkdən 8-i ${of.low} ilə ${of.high} arasındadır.`,
  spent: (money) => `Bu müddətdə mediaya ${money} xərclənir.`,
  came: (figure) => `İndiyədək gələn: ${figure}.`,
  budgets: (of) =>
    `Büdcə ${of.from} əvəzinə ${of.to} olduqda orta hesabla: ${of.name}, ${of.before} əvəzinə ${of.after}.`,
};

const tr: ChartsWords = {
  density: 'Kâr',
  fan: 'Zaman içinde kâr',
  counted: (name) => `Zaman içinde: ${name}`,
  how: 'Bir bölümün rakamlarını görmek için üzerinde sürükleyin ya da Shift’i basılı tutup ok tuşlarını kullanın.',
  clear: 'Seçimi kaldır',
  failed: 'Grafik yüklenemedi. Yanındaki rakamlar geçerli; grafiği görmek için sayfayı yenileyin.',
  between: (low, high, share) => `Geleceklerin ${share} kadarı ${low} ile ${high} arasında bitiyor.`,
  period: (of) =>
    `${of.from} – ${of.to}: ortanca sonuç ${of.before} düzeyinden ${of.after} düzeyine geliyor; sonunda 10 gelecekten 8’i ${of.low} ile ${of.high} arasında.`,
  spent: (money) => `Bu sürede medyaya ${money} harcanıyor.`,
  came: (figure) => `Şimdiye kadar gelen: ${figure}.`,
  budgets: (of) => `Bütçe ${of.from} yerine ${of.to} olduğunda ortalama: ${of.name}, ${of.before} yerine ${of.after}.`,
};

const ar: ChartsWords = {
  density: 'الربح',
  fan: 'الربح عبر الزمن',
  counted: (name) => `${name} عبر الزمن`,
  how: 'اسحب فوق جزء من الرسم، أو اضغط Shift مع مفاتيح الأسهم، لتعرف أرقامه.',
  clear: 'إلغاء التحديد',
  failed: 'تعذّر تحميل هذا الرسم. الأرقام المجاورة صحيحة؛ أعد تحميل الصفحة لتراه.',
  between: (low, high, share) => `تنتهي ${share} من الاحتمالات بين ${low} و${high}.`,
  period: (of) =>
    `من ${of.from} إلى ${of.to}: تنتقل النتيجة الوسيطة من ${of.before} إلى ${of.after}؛ وفي نهايتها تقع 8 من كل 10 احتمالات بين ${of.low} و${of.high}.`,
  spent: (money) => `يُنفَق فيها ${money} على الإعلانات.`,
  came: (figure) => `ما جاء حتى الآن: ${figure}.`,
  budgets: (of) => `من ميزانية قدرها ${of.from} إلى ${of.to}، في المتوسط: ${of.name} من ${of.before} إلى ${of.after}.`,
};

/** What stands at the charts. */
export const chartsWords: Readonly<Record<Language, ChartsWords>> = { en, az, tr, ar };

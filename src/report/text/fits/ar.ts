import type { FitsText } from './types.js';

/** What is said of fits from exports in Arabic. */
export const fitsAr: FitsText = {
  title: 'تقديرات من ملفات التصدير',
  fitted: 'ما الذي قُدّر',
  numbers: 'الأرقام ومصادرها',
  columns: {
    line: 'البند',
    quantity: 'الكمية',
    mean: 'المتوسط',
    p5: '5%',
    p95: '95%',
    distribution: 'التوزيع',
    origin: 'المصدر',
  },
  quantities: {
    cpm: 'سعر ألف ظهور',
    ctr: 'نسبة النقر',
    view_rate: 'نسبة المشاهدة',
    cvr: 'نسبة التحويل',
    audience: 'الجمهور',
    fatigue: 'الملل',
  },
  reachOf: (rows) => `الوصول، الصفوف ${rows}`,
  frequencyOf: (rows) => `نسبة النقر بحسب التكرار، الصفوف ${rows}`,
  size: (line, rows, campaigns, side) => `${line}: الصفوف ${rows}، الحملات ${campaigns}، والجاري منها معًا نحو ${side}.`,
  price: (between, daily, persistence) =>
    `يتفاوت السعر بين الحملات بمقدار ${between} ومن يوم إلى يوم بمقدار ${daily} (انحراف معياري واحد)؛ ويبقى من الجزء البطيء لليوم في اليوم التالي ${persistence}.`,
  scale: (change) => `تغيّر السعر عند مضاعفة الإنفاق مضاعفة دائمة: ${change}.`,
  together: (correlation, days) =>
    `الارتباط بين مفاجآت السعر ومفاجآت نسبة النقر في اليوم نفسه ${correlation} (الأيام ${days}).`,
  charts: {
    price: (line) => `${line}: سعر ألف ظهور صفًا صفًا مقارنة بالنموذج`,
    priceNote:
      'الأعمدة: اللوغاريتم الطبيعي لسعر كل صف. الخط: التوزيع اللوغاريتمي الطبيعي المقدَّر لصف من أي حملة عند إنفاقها المعتاد.',
    priceAxis: 'اللوغاريتم الطبيعي لسعر ألف ظهور',
    rate: (line, rate) => `${line}: ${rate}، صفًا بعد صف، مقارنة بالنموذج`,
    rateNote:
      'الأعمدة: لوغاريتم أرجحية النسبة لكل صف فيه نتيجة واحدة على الأقل. الخط: توزيع بيتا المقدَّر لصف من أي حملة قبل صدفة العدّ.',
    rateAxis: (rate) => `${rate}: لوغاريتم الأرجحية`,
    density: 'الكثافة',
    quantiles: (line, quantity) => `${line}: أخطاء ${quantity} للصف التالي مقارنة بالتوزيع الطبيعي`,
    quantilesNote:
      'تقع النقاط على الخط المتقطع حيث يصف النموذج شكل الأخطاء؛ وفوقه إلى اليسار: أخطاء كبيرة أكثر مما قُدّر.',
    expected: 'مئينات التوزيع الطبيعي المعياري',
    errors: 'الأخطاء بالانحرافات المعيارية',
    correlation: (line, quantity) => `${line}: ماذا يقول خطأ في ${quantity} عن الأخطاء التي تليه`,
    correlationNote: 'الأعمدة داخل الشريط الرمادي صدفة: لم يبق شيء كان على النموذج استخدامه.',
    lag: 'الأيام الفاصلة',
    correlationAxis: 'ارتباط الأخطاء',
  },
};

import type { TrustText } from './types.js';

/** How far an optimum can be trusted, in Arabic. */
export const trustAr: TrustText = {
  starts: (starts, searches, spread) =>
    `عدد الخطط التي قُيّمت ${starts}، وبدأ البحث حتى النهاية من ${searches}؛ والفرق بين ما وصلت إليه ${spread}.`,
  lower: (residual, difference) =>
    `متبقي KKT ${residual}؛ والهدف في محاكاة جديدة أدنى منه في ما ضُبط عليه بمقدار ${difference}.`,
  higher: (residual, difference) =>
    `متبقي KKT ${residual}؛ والهدف في محاكاة جديدة أعلى منه في ما ضُبط عليه بمقدار ${difference}.`,
  flat: 'ما يمكن أن يأخذه كل بند والهدف لا يقل عن الأفضل بأكثر من 1%، والبقية تتبعه',
  alternatives: 'خطط أخرى ضمن 1%',
  alternative: (moved, objective, plan) => `نُقل ${moved}، والهدف ${objective}: ${plan}`,
  title: 'إلى أي حد يمكن الوثوق بهذه الخطة',
  least: 'الأقل',
  most: 'الأكثر',
  plan: (number) => `الخطة ${number}`,
  moved: 'المال المنقول',
  objective: 'الهدف',
  flighting: 'نصيب كل فترة',
  from: 'من',
};

import { counted } from '../ar-names.js';
import type { EventsText } from './types.js';

const posts = { one: 'منشور واحد', two: 'منشورين', few: 'منشورات', many: 'منشورًا', other: 'منشور' };

export const eventsAr: EventsText = {
  creators: {
    pays: (name, cost, margin, chosen) =>
      `منشور ${name} يكلّف ${cost} ويجلب ${margin} من هامش الربح الإجمالي: ${chosen}`,
    none: (name, cost, margin) =>
      `لا يغطي منشور أي صانع محتوى تكلفته: أفضلها، منشور ${name}، يكلّف ${cost} ويجلب ${margin} من هامش الربح الإجمالي`,
    note: 'الشريط الأعلى: تكلفة المنشور بما فيها الحقوق؛ الشريط الأسفل: هامش الربح الإجمالي الذي يضيفه. متوسطات منشورات الخطة، أو أول منشور إن خلت منها.',
    chosen: (count, most) => `${count} من ${counted(most, posts)} على الأكثر`,
    fixed: (count) => `عدد المنشورات ${count}`,
    columns: {
      creator: 'صانع المحتوى',
      cost: 'تكلفة المنشور',
      margin: 'هامش الربح الإجمالي للمنشور',
      next: 'ما يضيفه منشور آخر إلى الربح',
      posts: 'المنشورات',
    },
  },
  shocks: {
    worst: (name, loss, chance) => `«${name}» تكلّف ${loss} من الربح، وتقع في ${chance} من المستقبلات المحتملة`,
    robust: (name, given, robust) =>
      `أسوأ صدمة، «${name}»، تكلّف الخطة المعطاة ${given}؛ والخطة المتينة تخسر ${robust} في أسوأ الأحوال`,
    none: 'لا صدمة تخفض الربح المتوقع',
    note: 'متوسط ربح المستقبلات التي تقع فيها الصدمة: المستقبلات نفسها من دونها ناقص معها.',
    noteGiven: 'متوسط الربح من دون أي صدمة ناقص متوسطه مع وقوع هذه حتمًا. لم توجد خطة أخرى تلتزم بالقواعد.',
    noteRobust: (difference) =>
      `متوسط الربح من دون أي صدمة ناقص متوسطه مع وقوع هذه حتمًا. الرمادي: الخطة المعطاة؛ الأزرق: الخطة التي أسوأ خسائرها أقلّ، وربحها المتوقع مقارنةً بالمعطاة ${difference}.`,
    comes: (chance) => `احتمالها ${chance}`,
    robustLine: (robust, given, difference) =>
      `تخسر ${robust} على الأكثر في أسوأ صدمة (الخطة المعطاة ${given})؛ والربح المتوقع مقارنةً بها ${difference}`,
    noRobust: 'لم توجد خطة تلتزم بالقواعد',
    label: 'المتينة',
    columns: {
      shock: 'الصدمة',
      chance: 'الاحتمال',
      loss: 'الخسارة',
      given: 'خسارة المعطاة',
      optimized: 'خسارة المحسّنة',
      robust: 'خسارة المتينة',
    },
  },
  gates: {
    label: 'شرط المرحلة',
    worth: (phase, chance, value) =>
      `تُجتاز البوابة بعد «${phase}» في ${chance} من المستقبلات المحتملة؛ وحق التوقف عندها يساوي ${value}`,
    costs: (phase, chance, value) =>
      `تُجتاز البوابة بعد «${phase}» في ${chance} من المستقبلات المحتملة؛ والتوقف عندها يكلّف ${value} في المتوسط`,
    passed: (phase, chance) => `تُجتاز البوابة بعد «${phase}» في ${chance} من المستقبلات المحتملة`,
    note: 'نسبة المستقبلات التي تجتاز كل بوابة ولم تُوقف قبلها. القيمة: متوسط الربح مع التوقف ناقص من دونه، في المستقبلات نفسها.',
    value: (value) => `قيمتها ${value}`,
    columns: { phase: 'البوابة بعد', chance: 'نسبة الاجتياز', value: 'قيمة التوقف' },
  },
  claims: {
    more: (claimed, incremental, share) =>
      `التحويلات التي تدّعيها لوحات المنصات ${claimed}، والنموذج يرى ${incremental}: أي زيادة ${share}`,
    fewer: (claimed, incremental) => `التحويلات التي تدّعيها لوحات المنصات ${claimed}؛ والنموذج يرى ${incremental}`,
    note: 'من أعلى إلى أسفل: ما تدّعيه لوحة المنصة، ونقراتها الأخيرة، وما يُفقد من دون بنودها. متوسطات.',
    columns: {
      platform: 'المنصة',
      claimed: 'ادعاء اللوحة',
      lastClick: 'النقرة الأخيرة',
      incremental: 'ما يُفقد من دونها',
    },
  },
};

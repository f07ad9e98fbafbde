import type { SameSentences } from '../../said.js';
import type { progress as inAzerbaijani } from '../az/progress.js';

/** What long work is at, in Arabic. */
export const progress: SameSentences<typeof inAzerbaijani> = {
  'are {0} futures enough?': 'هل تكفي عمليات المحاكاة ({0})؟',
  'pricing the plan': 'يُحسب أداء الخطة',
  'tracing response curves': 'تُرسم منحنيات الاستجابة',
  'weighing the verdict': 'يوزَن الحكم',
  'looking for the plan that shocks hurt least': 'يُبحث عن الخطة الأقل تضررًا من الصدمات',
  'looking for the best split': 'يُبحث عن أفضل توزيع',
  'pricing the optimised plan': 'يُحسب أداء الخطة المحسّنة',
  'following each input': 'يُتتبَّع كل مُدخل',
  'drawing group {0} of {1} anew': 'تُعاد محاكاة المجموعة {0} من {1}',
  'looking for the plans to choose among': 'يُبحث عن الخطط التي يُختار منها',
  'weighing what could be found out': 'تُقدَّر قيمة ما يمكن معرفته',
  'looking for the budget that meets the target': 'يُبحث عن الميزانية التي تبلغ الهدف',
  'plan {0} of {1}': 'الخطة {0} من {1}',
  'budget {0} of {1}': 'الميزانية {0} من {1}',
  'looking for where money stops paying': 'يُبحث عن الحد الذي لا يعود المال عنده مجديًا',
  'drawing the report again': 'يُعاد رسم التقرير',
  'finding the amount': 'يُحدَّد المبلغ',
  'drawing the report': 'يُرسم التقرير',
  'drawing the charts': 'تُرسم الرسوم البيانية',
  'drawing the page': 'تُرسم الصفحة',
  'drawing the fits': 'تُرسم التقديرات',
  'fitting {0}': 'يُقدَّر {0}',
  'learning from what came': 'يُتعلَّم مما تحقق',
  'forecasting the rest': 'يُتوقَّع ما تبقى',
  'pricing the last four weeks again': 'تُحسب الأسابيع الأربعة الأخيرة من جديد',
};

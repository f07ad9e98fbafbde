import type { SameSentences } from '../../said.js';
import type { track as inAzerbaijani } from '../az/track.js';

/** Why a plan can't be held against exports, in Arabic. */
export const track: SameSentences<typeof inAzerbaijani> = {
  'the exports have no dates: what came when is what a plan is held against':
    'لا تواريخ في التقارير: تُقارَن الخطة بما ورد ومتى ورد',
  'the exports are in {0}, the plan in {1}: nothing is converted; give exports in {2}':
    'التقارير بعملة {0} والخطة بعملة {1}: لا يُحوَّل شيء؛ قدّم التقارير بعملة {2}',
  'the plan is over ({0} to {1}), and the exports have no spend in its lines':
    'انتهت الخطة (من {0} إلى {1}) ولا إنفاق في التقارير على بنودها',
  '{0}; campaigns in no line: {1}': '{0}؛ حملات لا تدخل في أي بند: {1}',
  '{0} days from {1}': 'من {1}، عدد الأيام {0}',
  '{0} weeks from {1}': 'من {1}، عدد الأسابيع {0}',
  '{0} months from {1}': 'من {1}، عدد الأشهر {0}',
  'the approved plan is of {0}, this one of {1}: found another time, expected the same; submit the plan anew':
    'مدة الخطة المعتمدة {0}، ومدة هذه {1}: وُجدت مدة أخرى والمتوقع المدة نفسها؛ قدّم الخطة من جديد',
  'the plan has no "start": found none, expected the date of its first day, such as start: 2027-03-01':
    'لا "start" في الخطة: لم يوجد شيء، والمتوقع تاريخ أول يوم فيها، مثل start: 2027-03-01',
  'nothing of the plan has run: it starts on {0}, the exports end on {1}':
    'لم يبدأ شيء من الخطة: تبدأ في {0} وتنتهي التقارير في {1}',
  'nothing of the plan has run: it starts on {0}, the exports are looked at up to {1}':
    'لم يبدأ شيء من الخطة: تبدأ في {0} ويُنظر في التقارير حتى {1}',
  'nothing of the plan is in the exports: it runs from {0} to {1}, they begin on {2}':
    'لا شيء من الخطة في التقارير: تمتد الخطة من {0} إلى {1} وتبدأ التقارير في {2}',
  '{0}: found no list, expected one under "campaigns:"': '{0}: لم توجد قائمة، والمتوقع قائمة تحت "campaigns:"',
  '{0}: expected { platform, campaign, line } for each campaign': '{0}: المتوقع لكل حملة { platform, campaign, line }',
  '{0}: {1} is missing': '{0}: {1} غير موجود',
  '{0}: found campaign "{1}" again, for {2}; it is for {3} above: name each once':
    '{0}: وُجدت الحملة "{1}" مرة أخرى، لـ {2}؛ وهي أعلاه لـ {3}: اذكر كل واحدة مرة',
  '{0}: found stage "{1}": {2}': '{0}: وُجدت المرحلة "{1}": {2}',
  'did you mean "{0}"?': 'هل تقصد "{0}"؟',
  '{0}: found line "{1}", which the plan hasn\'t: {2}': '{0}: وُجد البند "{1}" وليس في الخطة: {2}',
  'Which line of the plan each campaign spends for. Correct what is wrong: huni track keeps what stands here.':
    'إلى أي بند من الخطة يعود إنفاق كل حملة. صحّح الخطأ: يُبقي huni track على ما هو مكتوب هنا.',
  'line: {0} (counted in the total, in no line)': 'line: {0} (تُحسب في المجموع، لا في بند)',
  'as given': 'كما كُتب',
  'its name names the line': 'في اسمها اسم البند',
  'name: {0}': 'الاسم: {0}',
  'objective: {0}': 'الهدف: {0}',
  'the only line of its platform': 'البند الوحيد على منصتها',
  'no line is on this platform': 'لا بند على هذه المنصة',
  'no line is for {0}': 'لا بند لـ {0}',
  'several lines fit': 'يناسبها أكثر من بند',
  'nothing tells its stage': 'لا شيء يدل على مرحلتها',
};

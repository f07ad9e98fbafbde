import type { SameSentences } from '../../said.js';
import type { template as inAzerbaijani } from '../az/template.js';

/** What `huni new` writes in Arabic. */
export const template: SameSentences<typeof inAzerbaijani> = {
  '# A scenario: what you plan to spend, what you know and how sure you are. Price it with: huni run FILE':
    '# سيناريو: ما تنوي إنفاقه، وما تعرفه، ومدى يقينك منه. احسبه بالأمر: huni run FILE',
  '# A figure can be a number (7), a 90 % interval ("7 to 13"), or { mean: 0.5, sd: 0.15 }. What you leave out is taken from':
    '# القيمة عدد (7) أو مجال 90 % ("7 to 13") أو { mean: 0.5, sd: 0.15 }. وما تتركه يؤخذ من',
  '# built-in benchmarks and defaults; the report lists each of them.':
    '# المراجع المدمجة والقيم الافتراضية؛ ويسردها التقرير كلها.',
  '# ISO 4217': '# ISO 4217',
  '# N days | weeks | months': '# N days | weeks | months: أيام، أسابيع، أشهر',
  '# media, for the whole horizon': '# الإنفاق الإعلاني، للمدة كلها',
  '# revenue of an order': '# إيراد الطلب',
  '# share of revenue that is gross margin': '# حصة الهامش الإجمالي من الإيراد',
  '# further orders of a buyer in 30 days': '# طلبات المشتري الأخرى في 30 يومًا',
  '# of media: agency, platform': '# حصة من الإنفاق الإعلاني: الوكالة والمنصة',
  'Content production': 'إنتاج المحتوى',
  '# The plan. Line budgets sum to the budget; leave all or some out, and they share what is left as the rules say.':
    '# الخطة. مجموع ميزانيات البنود هو الميزانية؛ اترك كلها أو بعضها فتتقاسم الباقي كما تقول القواعد.',
  '# price of 1,000 impressions': '# سعر 1,000 ظهور',
  "# awareness's share of the budget": '# حصة awareness من الميزانية',
  '# consideration : conversion': '# consideration : conversion',
  '# proven, experiment, moonshot': '# مجرَّب، تجربة، جريء',
  '# its mean without the luckiest tenth of futures; risk_aversion: 0 is the plain mean':
    '# متوسطه من غير أوفر 10% حظًا؛ و risk_aversion: 0 هو المتوسط العادي',
  '# The rest of a plan, each part as you need it: take the # off, and put your own figures in. docs/scenario.md has every key.':
    '# بقية الخطة، كل جزء حين تحتاجه: احذف # وضع أرقامك. كل المفاتيح في docs/scenario.md.',
  '# Creators (influencers): posts fixed, or { max } for huni to choose; paid out of the budget, or outside it.':
    '# صنّاع المحتوى (المؤثرون): عدد المنشورات ثابت، أو { max } ليختار huni؛ ويُدفع لهم من الميزانية أو من خارجها.',
  '# Your own posts: what they cost, and how far sharing carries them.':
    '# منشوراتك: كم تكلف، وإلى أين تحملها المشاركة.',
  'Own feed': 'صفحتنا',
  '# What people remember of the brand, and what that does to the lines below awareness.':
    '# ما يتذكره الناس من العلامة، وأثر ذلك في البنود التي تلي awareness.',
  '# What may come over the plan; huni run --robust looks for the plan that minds it least.':
    '# ما قد يطرأ على الخطة؛ ويبحث huni run --robust عن الخطة الأقل تأثرًا به.',
  'Algorithm change': 'تغيير الخوارزمية',
  '# A test first, and the rest only if it passes; or phases: 30-60-90.':
    '# اختبار أولًا، والباقي إن نجح فقط؛ أو phases: 30-60-90.',
  Test: 'الاختبار',
  Scale: 'التوسيع',
  '# "What if?", for huni compare.': '# "ماذا لو؟" لأمر huni compare.',
  'dear auctions': 'مزادات غالية',
  'no tiktok': 'بلا tiktok',
};

import type { SameSentences } from '../../said.js';
import type { help as inAzerbaijani } from '../az/help.js';

/** `--help` in Arabic. */
export const help: SameSentences<typeof inAzerbaijani> = {
  'Usage:': 'الاستعمال:',
  'Arguments:': 'الوسائط:',
  'Options:': 'الخيارات:',
  'Commands:': 'الأوامر:',
  'display help for command': 'اعرض شرح الأمر',
  'output the version number': 'اعرض رقم الإصدار',
  'Budget simulation and forecasting for paid social marketing.':
    'محاكاة الميزانيات والتنبؤ بها للإعلان المدفوع على منصات التواصل.',
  'write a commented scenario to start from': 'اكتب سيناريو مشروحًا تبدأ منه',
  'price a plan, optimise it under its rules, write the report': 'احسب الخطة وحسّنها ضمن قواعدها واكتب التقرير',
  'find the best split and print it': 'جد أفضل توزيع واطبعه',
  'set scenarios side by side on the same futures: differences, ranks, chance of being best':
    'قارن السيناريوهات على المحاكاة نفسها: الفروق والمراتب واحتمال كونها الأفضل',
  'tell which test is worth making before money moves: size, rule, chance of being wrong, value':
    'قل أي اختبار يستحق أن يُجرى قبل نقل المال: حجمه وقاعدته واحتمال الخطأ وقيمته',
  'hold a plan to its targets and rules: exit 0 all hold, 1 one does not, 2 the input is wrong':
    'قِس الخطة بأهدافها وقواعدها: الخروج 0 إن صحت كلها، و1 إن لم تصح واحدة، و2 إن كان المدخل خطأ',
  "tell which inputs drive a plan's spread, and what it would be worth to know them":
    'قل أي المدخلات تصنع تشتت الخطة، وكم تساوي معرفتها',
  'tell what may be had for what: profit against the worst futures, or against the budget':
    'قل ما يُنال مقابل ماذا: الربح مقابل أسوأ النتائج أو مقابل الميزانية',
  'say of each variant what run says of it: move, test, keep, less, cannot, start (takes longer)':
    'اذكر أيضًا ما يقوله run عن كل بديل: move، test، keep، less، cannot، start (يستغرق وقتًا أطول)',
  'price, or optimise, every variant of a plan on common futures: best choices, regret, heat maps':
    'احسب كل بدائل الخطة أو حسّنها على محاكاة مشتركة: أفضل الخيارات والندم وخرائط الحرارة',
  'do jobs that others put into a queue on Redis': 'نفّذ المهام التي يضعها آخرون في طابور على Redis',
  "turn platforms' exports into a scenario's distributions, and show the fits":
    'حوّل ملفات تصدير المنصات إلى توزيعات سيناريو، واعرض التقديرات',
  "from platforms' exports to a priced plan: reads, asks once for what is open, fits, prices":
    'من ملفات تصدير المنصات إلى خطة محسوبة: يقرأ ويسأل مرة عما بقي مفتوحًا ويقدّر ويحسب',
  'hold plans made as of past days against what came': 'قابل خططًا كأنها وُضعت في أيام مضت بما تحقق',
  'hold a plan to what came, say where it lands, and plan the rest anew':
    'قابل الخطة بما تحقق، وقل أين تنتهي، وخطّط الباقي من جديد',
  'the planner in a browser, on this machine': 'المخطِّط في متصفح على هذا الجهاز',
  "print the scenario's JSON Schema": 'اطبع مخطط JSON للسيناريو',
  "of help, messages, what huni new writes, and reports of plans that name no language: en, az, tr, ar (default: the environment's LANG, for reports en)":
    'لغة الشرح والرسائل وما يكتبه huni new وتقارير الخطط التي لا تذكر لغة: ‏en وaz وtr وar (الافتراضي: LANG من البيئة، وللتقارير en)',
  'name of the scenario': 'اسم السيناريو',
  'scenario files': 'ملفات السيناريو',
  'price the plan only': 'احسب الخطة فقط',
  'tell in the report how flat the optimum is, and show other plans as good':
    'قل في التقرير كم يستوي الأمثل، واعرض خططًا أخرى بجودته',
  "find the plan that minimises the worst shock's loss, too": 'جد أيضًا الخطة التي تقلل خسارة أسوأ صدمة',
  'print every test of the verdict, with what was found and what was asked': 'اطبع كل فحص للحكم مع ما وُجد وما طُلب',
  'draw each chart as a PNG, too': 'ارسم كل مخطط بصيغة PNG أيضًا',
  'the optimum to the cent, in place of moves in steps that people type':
    'الأمثل حتى آخر قرش، بدل نقلات بخطوات يكتبها الناس',
  "draw until standard errors are at most this share of the figures' spread: 1%":
    'استمر في المحاكاة حتى لا تتجاوز الأخطاء المعيارية هذه الحصة من تشتت الأرقام: 1%',
  "write the budgets as rows to upload or paste, too: budgets-<for>.csv in the report's folder":
    'اكتب الميزانيات صفوفًا للرفع أو اللصق أيضًا: budgets-<for>.csv في مجلد التقرير',
  'write live.html, too: one offline file in which budgets move and figures follow':
    'اكتب live.html أيضًا: ملف واحد بلا اتصال تتحرك فيه الميزانيات وتتبعها الأرقام',
  'scenario file': 'ملف السيناريو',
  'tell how flat the optimum is, and show other plans as good': 'قل كم يستوي الأمثل، واعرض خططًا أخرى بجودته',
  'write the plan back as a scenario: into the file itself, or into another':
    'اكتب الخطة سيناريو من جديد: في الملف نفسه أو في غيره',
  'scenario files, or one with variants': 'ملفات سيناريو، أو واحد فيه بدائل',
  'write the plan with the test as a phase with a gate: into the file itself, or another':
    'اكتب الخطة والاختبار فيها مرحلة لها بوابة: في الملف نفسه أو في غيره',
  'the KPI to explain (default: profit; what the goal counts where orders are worth nothing known)':
    'المؤشر المطلوب تفسيره (الافتراضي: profit؛ وما يعدّه الهدف حين لا تُعرف قيمة الطلبات)',
  'leave out what information is worth, which needs the best plan': 'اترك قيمة المعلومات، فهي تحتاج إلى أفضل خطة',
  'what to trade against (default: risk)': 'ما يُقايَض به (الافتراضي: risk)',
  'plans to find': 'عدد الخطط المطلوبة',
  'the largest or smallest budget that meets a target, such as "roas >= 2 with 80%"':
    'أكبر ميزانية أو أصغرها تبلغ هدفًا، مثل "roas >= 2 with 80%"',
  'what to vary: "budget=10k..100k step 5k", "economics.order_value=7 to 13,9 to 15"; may be given again':
    'ما يتغير: "budget=10k..100k step 5k" أو "economics.order_value=7 to 13,9 to 15"؛ ويجوز تكراره',
  'find the best split of each variant, rather than price it as given': 'جد أفضل توزيع لكل بديل بدل حسابه كما هو',
  'which variants (default: grid, every combination)': 'أي بدائل (الافتراضي: grid، كل التوليفات)',
  'variants of a Sobol design': 'عدد بدائل تصميم Sobol',
  'queue whose workers do the jobs: redis://HOST:PORT (default: threads of this machine)':
    'الطابور الذي ينفذ عماله المهام: redis://HOST:PORT (الافتراضي: خيوط هذا الجهاز)',
  'of the keys in Redis (default: huni)': 'بادئة المفاتيح في Redis (الافتراضي: huni)',
  'redis://HOST:PORT; user and password from HUNI_REDIS_USER, HUNI_REDIS_PASSWORD(_FILE)':
    'redis://HOST:PORT؛ المستخدم وكلمة السر من HUNI_REDIS_USER وHUNI_REDIS_PASSWORD(_FILE)',
  'jobs at a time (default: one a core)': 'عدد المهام معًا (الافتراضي: واحدة لكل نواة)',
  'tell what is queued and who works on it, and do nothing': 'قل ما في الطابور ومن يعمل عليه، ولا تفعل شيئًا',
  'print nothing but errors': 'لا تطبع إلا الأخطاء',
  'exports: CSV, TSV or XLSX': 'ملفات التصدير: CSV أو TSV أو XLSX',
  'scenario to write (default: calibrated.yaml)': 'السيناريو المراد كتابته (الافتراضي: calibrated.yaml)',
  'which stage each campaign is for, as an earlier run wrote it and you corrected it':
    'لأي مرحلة كل حملة، كما كتبها تشغيل سابق وصححتها أنت',
  "the scenario's horizon": 'مدة السيناريو',
  "the scenario's first day (default: the day after the last row)":
    'أول يوم في السيناريو (الافتراضي: اليوم التالي لآخر صف)',
  "the plan's campaigns are new ones: as uncertain as campaigns differ (default: these go on)":
    'حملات الخطة جديدة: فعدم اليقين بقدر اختلاف الحملات (الافتراضي: هذه تستمر)',
  'write over a scenario that is there': 'اكتب فوق سيناريو موجود',
  "budget of the plan, in the exports' currency (default: the pace goes on)":
    'ميزانية الخطة بعملة ملفات التصدير (الافتراضي: يستمر المعدل الحالي)',
  'days in which half of the conversions are recorded, 0 for at once (default: as overlapping reports say)':
    'عدد الأيام التي يُسجَّل فيها نصف التحويلات، و0 للتسجيل الفوري (الافتراضي: بحسب التقارير المتداخلة)',
  'weeks to plan': 'عدد الأسابيع المخططة',
  'what to maximise: profit, orders, revenue, clicks, … (default: profit, else orders)':
    'ما يُعظَّم: profit أو orders أو revenue أو clicks أو … (الافتراضي: profit، وإلا orders)',
  'what an order is worth: 42, "30 to 55"': 'قيمة الطلب: 42 أو "30 to 55"',
  'gross margin: 55%, "50% to 60%"': 'هامش الربح الإجمالي: 55% أو "50% to 60%"',
  'scenario to write (default: <first export>-plan.yaml)':
    'السيناريو المراد كتابته (الافتراضي: ‎<أول ملف تصدير>-plan.yaml)',
  'futures to draw': 'عدد مرات المحاكاة',
  'threads (default: one a core)': 'عدد الخيوط (الافتراضي: خيط لكل نواة)',
  'how far ahead each forecast looks': 'كم ينظر كل توقع إلى الأمام',
  'forecasts to make': 'عدد التوقعات',
  'futures to draw for each': 'عدد مرات المحاكاة لكل منها',
  'folder of the page (default: reports/<file>)': 'مجلد الصفحة (الافتراضي: reports/<الملف>)',
  'platform exports: CSV, TSV or XLSX': 'ملفات تصدير المنصات: CSV أو TSV أو XLSX',
  'last day that counts (default: the last of the exports, less --settle)':
    'آخر يوم محسوب (الافتراضي: آخر أيام الملفات ناقص ‎--settle)',
  'days that platforms still restate (default: 3)': 'أيام لا تزال المنصات تعدّلها (الافتراضي: 3)',
  'how far a line may be off its pace (default: 10%)': 'كم يجوز أن يحيد البند عن معدله (الافتراضي: 10%)',
  'put the new budgets into the file; what is spent stays': 'ضع الميزانيات الجديدة في الملف؛ ويبقى ما أُنفق',
  'the ledger that says what was approved, and when (default: the file as it stands)':
    'السجل الذي يقول ما اعتُمد ومتى (الافتراضي: الملف كما هو)',
  'how the answer is printed (default: text)': 'كيف يُطبع الجواب (الافتراضي: text)',
  'HEADER=field or platform=NAME, as huni calibrate takes it': 'HEADER=field أو platform=NAME، كما في huni calibrate',
  'currency of the amounts, where an export names none': 'عملة المبالغ حيث لا يذكرها ملف التصدير',
  'dates are day/month, where an export leaves it open': 'التواريخ يوم/شهر حيث يترك الملف ذلك مفتوحًا',
  'dates are month/day, where an export leaves it open': 'التواريخ شهر/يوم حيث يترك الملف ذلك مفتوحًا',
  'decimal mark, where an export leaves it open': 'علامة الكسور حيث يتركها الملف مفتوحة',
  'folder of plans': 'مجلد الخطط',
  'address to listen on; others than this machine need TLS or a proxy':
    'العنوان الذي يُستمع عليه؛ وغير هذا الجهاز يحتاج إلى TLS أو وكيل',
  'port to listen on; 0: any that is free': 'المنفذ الذي يُستمع عليه؛ 0: أي منفذ حر',
  'certificate, PEM': 'الشهادة، PEM',
  'its key, PEM': 'مفتاحها، PEM',
  'the address that people type, where a proxy stands before this server':
    'العنوان الذي يكتبه الناس حيث يقف وكيل أمام هذا الخادم',
  'seed: the same one gives the same figures to the last bit': 'رمز البدء: الرمز نفسه يعطي الأرقام نفسها حتى آخر بت',
  'how futures are drawn': 'كيف تُؤخذ عينات المحاكاة',
  "no file that a scenario names is read outside of it (default: the scenario's own folder)":
    'لا يُقرأ خارجه ملف يسميه سيناريو (الافتراضي: مجلد السيناريو نفسه)',
  'print the result as JSON, and nothing else': 'اطبع النتيجة بصيغة JSON ولا شيء غيرها',
  'how the outcome is printed (default: text)': 'كيف تُطبع النتيجة (الافتراضي: text)',
  'optimise, and fail where the verdict is none of these: move, test, keep, less, cannot, start':
    'حسّن، وافشل إن لم يكن الحكم واحدًا من: move وtest وkeep وless وcannot وstart',
  'a result.json that the figures may not drift from': 'ملف result.json لا يجوز أن تبتعد عنه الأرقام',
  'how far they may move beyond chance (default: 1%)': 'كم يجوز أن تتحرك بما يفوق الصدفة (الافتراضي: 1%)',
  'HEADER=field for a column that is not recognised, platform=NAME for all rows, FILE:… for one file; may be given again':
    'HEADER=field لعمود لم يُعرف، وplatform=NAME لكل الصفوف، وFILE:… لملف واحد؛ ويجوز تكراره',
  'currency of the amounts, where the file names none': 'عملة المبالغ حيث لا يذكرها الملف',
  'dates are day/month, where the file leaves it open': 'التواريخ يوم/شهر حيث يترك الملف ذلك مفتوحًا',
  'dates are month/day, where the file leaves it open': 'التواريخ شهر/يوم حيث يترك الملف ذلك مفتوحًا',
  'rows of later days are set aside as not yet spent (default: the day it is)':
    'صفوف الأيام اللاحقة تُنحّى جانبًا لأنها لم تُنفق بعد (افتراضيًا: اليوم)',
  'decimal mark, where the file leaves it open': 'علامة الكسور حيث يتركها الملف مفتوحة',
  'run a report again and record it for approval': 'شغّل التقرير من جديد وسجّله للاعتماد',
  'approve a submission, signed': 'اعتمد طلبًا بتوقيع',
  'reject a submission, signed': 'ارفض طلبًا بتوقيع',
  'list what was submitted, approved and rejected, and check the ledger': 'اسرد ما قُدّم وما اعتُمد وما رُفض، وافحص السجل',
  'hold a report against the ledger and against a new run of its scenario':
    'قابل التقرير بالسجل وبتشغيل جديد لسيناريوه',
  'sign who may approve how much and put it in force, or print it': 'وقّع من يعتمد كم وأنفذه، أو اطبعه',
  'make a key to sign with': 'أنشئ مفتاحًا للتوقيع',
  'write a new private key, for your eyes only, and print the public one':
    'اكتب مفتاحًا خاصًا جديدًا لا يراه غيرك، واطبع العام',
  "a report's folder": 'مجلد تقرير',
  'the plan to approve (default: the optimised one)': 'الخطة المراد اعتمادها (الافتراضي: المحسّنة)',
  'your private key (default: one of your own, made at first use)':
    'مفتاحك الخاص (الافتراضي: مفتاح لك يُنشأ عند أول استعمال)',
  'number of the submission': 'رقم الطلب',
  'approve spending up to this (default: what was asked for)': 'اعتمد الإنفاق حتى هذا الحد (الافتراضي: ما طُلب)',
  'where the report is (default: where it was submitted from)': 'مكان التقرير (الافتراضي: حيث قُدّم منه)',
  why: 'السبب',
  'take the ledger as it is from now on, whatever was known of it': 'خذ السجل كما هو من الآن، مهما عُرف عنه',
  'YAML: currency, approvers with name, key and limit': 'YAML: العملة، والمعتمِدون باسم ومفتاح وحد',
  "the policy owner's private key": 'المفتاح الخاص لصاحب السياسة',
  'whose key it is': 'لمن المفتاح',
  'where to (default: your configuration folder)': 'إلى أين (الافتراضي: مجلد إعداداتك)',
  'the ledger of approvals (default: approvals/ledger.db in the folder)':
    'سجل الاعتمادات (الافتراضي: approvals/ledger.db في المجلد)',
  'the ledger': 'السجل',
  'the public key of its owner: it must have signed a policy in it':
    'المفتاح العام لصاحبه: ولا بد أن يكون وقّع سياسة فيه',
  'the last hash you noted: it must still be there': 'آخر تجزئة دوّنتها: لا بد أن تكون باقية',
  'print the answer as JSON, and nothing else': 'اطبع الجواب بصيغة JSON ولا شيء غيره',
  'who decides, as the policy names them': 'من يقرر، كما تسميه السياسة',
  'their private key (default: in your configuration folder)': 'مفتاحه الخاص (الافتراضي: في مجلد إعداداتك)',
  'folder of the report (default: reports/<scenario>)': 'مجلد التقرير (الافتراضي: reports/<السيناريو>)',
  'write the report, too, into this folder': 'اكتب التقرير أيضًا في هذا المجلد',
  'folder of the charts and tables (default: reports/compare)': 'مجلد المخططات والجداول (الافتراضي: reports/compare)',
  "the report's folder; charts and tables go into its explain/ (default: reports/<scenario>)":
    'مجلد التقرير؛ وتوضع المخططات والجداول في explain/‎ منه (الافتراضي: reports/<السيناريو>)',
  'folder of the charts and tables (default: reports/<scenario>/frontier)':
    'مجلد المخططات والجداول (الافتراضي: reports/<السيناريو>/frontier)',
  'folder of the table, the page and the outcomes (default: reports/<scenario>/sweep)':
    'مجلد الجدول والصفحة والنتائج (الافتراضي: reports/<السيناريو>/sweep)',
  'further sections of the page, apart by commas: compare, explain, frontier, trust (compare: the files given, or the variants of one)':
    'أقسام أخرى من الصفحة تفصل بينها فواصل: compare وexplain وfrontier وtrust (compare: الملفات المعطاة أو بدائل أحدها)',
  'further sections of the page, apart by commas: calibration, explain, frontier, trust':
    'أقسام أخرى من الصفحة تفصل بينها فواصل: calibration وexplain وfrontier وtrust',
  "exports: CSV, TSV or XLSX; or one plan: a budget.xlsx of huni's as you changed it, a media plan":
    'ملفات التصدير: CSV أو TSV أو XLSX؛ أو خطة واحدة: budget.xlsx من huni كما غيّرته، أو خطة إعلامية',
  "the scenario that a budget.xlsx is of (default: the copy in the report's folder)":
    'السيناريو الذي يخصه budget.xlsx (الافتراضي: النسخة في مجلد التقرير)',
};

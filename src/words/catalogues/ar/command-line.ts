import type { SameSentences } from '../../said.js';
import type { commandLine as inAzerbaijani } from '../az/command-line.js';

/** Mistakes on the command line in Arabic. */
export const commandLine: SameSentences<typeof inAzerbaijani> = {
  '--horizon: {0}': '--horizon: {0}',
  'no file says which currency its amounts are in: give it, for instance --currency AZN':
    'لا يذكر أي ملف عملة مبالغه: اكتبها، مثل ‎--currency AZN',
  'no row has both spend and impressions, and prices are fitted to both: export the column of impressions, too{0}':
    'لا صف فيه إنفاق ومرات ظهور معًا، والأسعار تُقدَّر من كليهما: صدّروا عمود مرات الظهور أيضًا{0}',
  '{0}. A plan made from this would be as far off: give more weeks, or fewer campaigns':
    '{0}. وخطة تُبنى من هذا ستحيد بالقدر نفسه: زد الأسابيع أو قلل الحملات',
  'the rows have no dates: a backtest needs to know what came after what':
    'لا تواريخ في الصفوف: والاختبار على الماضي يحتاج إلى معرفة ما جاء بعد ماذا',
  'the rows cover too short a time for forecasts of {0} days: give a longer history, or a shorter --horizon':
    'تغطي الصفوف مدة أقصر من أن تكفي لتوقعات أيامها {0}: هات تاريخًا أطول أو ‎--horizon أقصر',
  'no line is on a platform that scenarios know: {0}': 'لا بند على منصة تعرفها السيناريوهات: {0}',
  '--json prints the whole result, --format json the checks: take one of them':
    'يطبع ‎--json النتيجة كلها، و‎--format json الفحوص: اختر أحدهما',
  '--tolerance says how far figures may move from a result: it needs --against result.json':
    'يحدد ‎--tolerance كم تبتعد الأرقام عن نتيجة: ويلزم معه ‎--against result.json',
  '{0}: found {1}, expected a result.json': '{0}: وُجد: {1}؛ والمتوقع: result.json',
  '{0}: found {1}': '{0}: وُجد: {1}',
  '{0}: found a result of "{1}", expected one of "{2}"': '{0}: وُجدت نتيجة "{1}"، والمتوقع نتيجة "{2}"',
  '--kpi: found "{0}", expected the name of a KPI: {1}': '‎--kpi: وُجد "{0}"، والمتوقع اسم مؤشر: {1}',
  '--draws: found {0}, expected from {1} to {2} to explain a plan':
    '‎--draws: وُجد {0}، والمتوقع من {1} إلى {2} لتفسير خطة',
  '--for looks along budgets: leave out --by risk': 'يبحث ‎--for عبر الميزانيات: احذف ‎--by risk',
  '--for: found {0}, expected {1}{2}': '‎--for: وُجد {0}، والمتوقع {1}{2}',
  'found "{0}", expected a plain name such as "spring-launch"': 'وُجد "{0}"، والمتوقع اسم بسيط مثل "spring-launch"',
  "--key: found nothing, expected the policy owner's private key":
    '‎--key: لم يوجد شيء، والمتوقع المفتاح الخاص لصاحب السياسة',
  'found --accuracy and --draws, expected one of them: an accuracy tells how many futures are drawn':
    'وُجد ‎--accuracy و‎--draws، والمتوقع أحدهما: فالدقة تحدد عدد السيناريوهات المستقبلية',
  '{0}: --robust: found no shocks, expected at least one under shocks':
    '{0}: ‎--robust: لا صدمات، والمتوقع واحدة على الأقل تحت shocks',
  '--json takes one scenario at a time': 'يأخذ ‎--json سيناريو واحدًا في المرة',
  'two of these scenarios would write to {0}: name them apart':
    'اثنان من هذه السيناريوهات يكتبان في {0}: ميّز بين اسميهما',
  '{0}: found no such folder, expected one with plans in it (or an empty one)':
    '{0}: لا مجلد كهذا، والمتوقع مجلد فيه خطط (أو فارغ)',
  'port {0} is in use: --port N takes another, --port 0 any that is free':
    'المنفذ {0} مستعمل: يأخذ ‎--port N غيره، و‎--port 0 أي منفذ حر',
  '--tls-cert and --tls-key go together': '‎--tls-cert و‎--tls-key متلازمان',
  '--host {0}: others on the network could read along; give --tls-cert and --tls-key, or --behind-proxy https://ADDRESS':
    '‎--host {0}: قد يقرأ آخرون على الشبكة؛ هات ‎--tls-cert و‎--tls-key، أو ‎--behind-proxy https://ADDRESS',
  '--behind-proxy: found "{0}", expected an address such as https://plans.example.org':
    '‎--behind-proxy: وُجد "{0}"، والمتوقع عنوان مثل https://plans.example.org',
  '{0}, {1}: found something else, expected a certificate and its own key, PEM':
    '{0}، {1}: وُجد شيء آخر، والمتوقع شهادة ومفتاحها بصيغة PEM',
  'What was found is kept in {0}: the same sweep goes on from there.': 'حُفظ ما وُجد في {0}: ويكمل المسح نفسه من هناك.',
  '--vary says what to vary: --vary "budget=10k..100k step 5k"':
    'يحدد ‎--vary ما يتغير: ‎--vary "budget=10k..100k step 5k"',
  '--vary: found {0}, expected {1}': '‎--vary: وُجد {0}، والمتوقع {1}',
  '--vary: found {0} twice, expected each key once': '‎--vary: وُجد {0} مرتين، والمتوقع كل مفتاح مرة',
  '--design sobol needs --points N: how many variants to place': 'يحتاج ‎--design sobol إلى ‎--points N: كم بديلًا يوضع',
  '--points is for --design sobol: a grid has every combination':
    '‎--points لـ ‎--design sobol: فالشبكة فيها كل التوليفات',
  '--vary: found {0} without a step, expected one in a grid (or --design sobol)':
    '‎--vary: وُجد {0} بلا خطوة، والمتوقع خطوة في الشبكة (أو ‎--design sobol)',
  '--vary: found {0} variants, expected at most {1}: take --design sobol':
    '‎--vary: عدد البدائل {0}، والمتوقع {1} على الأكثر: خذ ‎--design sobol',
  "{0}: can't be written to ({1})": '{0}: تتعذر الكتابة فيه ({1})',
  '{0}: phases: the plan has phases already; take them out to have a test written as one':
    '{0}: phases: في الخطة مراحل زمنية من قبل؛ احذفها ليُكتب الاختبار مرحلةً',
  'the test was not written:\n{0}': 'لم يُكتب الاختبار:\n{0}',
  'found no exports, expected --actuals EXPORT…: what came of the plan':
    'لا ملفات تصدير، والمتوقع ‎--actuals EXPORT…: أي ما تحقق من الخطة',
  '--json is --format json: take one of them': '‎--json هو ‎--format json: اختر أحدهما',
  '{0}: found no approved plan called "{1}", expected one: huni submit, then huni approve':
    '{0}: لا خطة معتمدة باسم "{1}": نفّذ huni submit ثم huni approve',
  '{0}: found {1}, expected the match of campaigns to lines': '{0}: وُجد {1}، والمتوقع مطابقة الحملات بالبنود',
  '{0}: found spend that is in no line, expected every campaign in one before budgets are written: see {1}':
    '{0}: وُجد إنفاق ليس في أي بند، والمتوقع كل حملة في بند قبل كتابة الميزانيات: انظر {1}',
  '--redis says where the queue is: --redis redis://HOST:PORT': 'يحدد ‎--redis مكان الطابور: ‎--redis redis://HOST:PORT',
  "the goal {0} has no value in {1} of {2} draws, so it can't be maximised: choose one that is defined in every future, such as profit or orders":
    'لا قيمة للهدف {0} في {1} من أصل {2} عملية محاكاة، فلا يمكن تعظيمه: اختر هدفًا له قيمة في كل عملية، مثل profit أو orders',
  "the cheapest plan that keeps these rules spends nothing, since none of them asks for anything: add one that does, such as rules: { hold: ['{0}'] }":
    "أرخص خطة تحفظ هذه القواعد لا تنفق شيئًا، لأن أيًّا منها لا يطلب شيئًا: أضف قاعدة تطلب، مثل rules: { hold: ['{0}'] }",
  'correlation.pairs: "{0}" is not an uncertain input of this scenario':
    'correlation.pairs: ‏"{0}" ليس مدخلًا غير مؤكد في هذا السيناريو',
  "correlation.pairs: these can't hold together with the shared factors (smallest eigenvalue {0}, must be above 0)":
    'correlation.pairs: لا تجتمع هذه مع العوامل المشتركة (أصغر قيمة ذاتية {0}، ويجب أن تكون فوق 0)',
  'a comparison takes two scenarios': 'تحتاج المقارنة إلى سيناريوهين',
  '{0} is in {1} and {2} in {3}: only one currency can be compared':
    '‏{0} بعملة {1} و{2} بعملة {3}: لا تُقارن إلا عملة واحدة',
  'No space is left on the disk for the report in {0}; nothing was written.':
    'لم تبق مساحة على القرص للتقرير في {0}؛ ولم يُكتب شيء.',
  "The report can't be written to {0}: permission denied.": 'تعذّرت كتابة التقرير في {0}: الإذن مرفوض.',
  "The report can't be written to {0}: the disk is read-only.": 'تعذّرت كتابة التقرير في {0}: القرص للقراءة فقط.',
  "The report can't be written to {0}: a file is in the way.": 'تعذّرت كتابة التقرير في {0}: هناك ملف يعترضها.',
  "The report can't replace {0}: it isn't one of huni's files (no manifest.json there lists it); --out names another folder.":
    'لا يمكن أن يحل التقرير محل {0}: ليس من ملفات huni (لا يذكره أي manifest.json هناك)؛ يحدد ‎--out‎ مجلدًا آخر.',
  "The report can't replace {0}: it was changed since huni wrote it; --out names another folder.":
    'لا يمكن أن يحل التقرير محل {0}: تغيّر منذ كتبه huni؛ يحدد ‎--out‎ مجلدًا آخر.',
  'The report in {0} was submitted for approval and is not written over; --out names another folder.':
    'قُدّم التقرير في {0} للاعتماد ولا يُكتب فوقه؛ يحدد ‎--out‎ مجلدًا آخر.',
  'Writing the report to {0} was stopped; nothing was written.': 'أُوقفت كتابة التقرير في {0}؛ ولم يُكتب شيء.',
  "The report can't be written to {0}.": 'تعذّرت كتابة التقرير في {0}.',
  '{0}: goal: {1}': '{0}: goal: {1}',
  'name: found "{0}", expected letters and digits, with spaces or . _ - between':
    'الاسم: وُجد "{0}"، والمتوقع حروف وأرقام، بينها مسافات أو . _ -',
  '--language: found "{0}", expected one of {1}': '‎--language: وُجد "{0}"، والمتوقع واحد من {1}',
  '(huni --help lists the commands)': '(يسرد huni --help الأوامر)',
  'Nothing was written.': 'لم يُكتب شيء.',
  'Stopped. {0}': 'أُوقف. {0}',
  'no answer to: {0}\nIts flag: {1}': 'لا جواب عن: {0}\nوخياره: {1}',
  '--day-first and --month-first exclude each other': 'لا يجتمع ‎--day-first و‎--month-first',
  '--currency: found "{0}", expected an ISO 4217 code such as AZN':
    '‎--currency: وُجد "{0}"، والمتوقع رمز ISO 4217 مثل AZN',
  '--map: found "{0}", expected HEADER=field, platform=NAME, or FILE:HEADER=field':
    '‎--map: وُجد "{0}"، والمتوقع HEADER=field أو platform=NAME أو FILE:HEADER=field',
  '{0}: it was changed while the plan was being found; nothing was written. Run it again.':
    '{0}: تغيّر أثناء البحث عن الخطة؛ فلم يُكتب شيء. شغّله من جديد.',
  '{0}: is there already, and is not written over': '{0}: موجود من قبل، ولا يُكتب فوقه',
  'error: {0}': 'خطأ: {0}',
  "option '{0}' argument '{1}' is invalid. {2}": "القيمة '{1}' للخيار '{0}' غير صالحة. {2}",
  "command-argument value '{1}' is invalid for argument '{0}'. {2}": "القيمة '{1}' للوسيط '{0}' غير صالحة. {2}",
  "option '{0}' argument missing": "قيمة الخيار '{0}' ناقصة",
  "missing required argument '{0}'": "ينقص الوسيط المطلوب '{0}'",
  "required option '{0}' not specified": "لم يُذكر الخيار المطلوب '{0}'",
  "unknown option '{0}'\n(Did you mean {1}?)": "خيار غير معروف '{0}'\n(هل تقصد {1}؟)",
  "unknown option '{0}'": "خيار غير معروف '{0}'",
  "unknown command '{0}'\n(Did you mean {1}?)": "أمر غير معروف '{0}'\n(هل تقصد {1}؟)",
  "unknown command '{0}'": "أمر غير معروف '{0}'",
  "too many arguments for '{0}'. Expected {1} but got {2}.":
    "وسائط أكثر من اللازم للأمر '{0}'. المتوقع {1} والموجود {2}.",
  'Allowed choices are {0}.': 'القيم الممكنة: {0}.',
  'found "{0}", expected {1} as a whole number from {2} to {3}': 'وُجد "{0}"، والمتوقع عدد صحيح من {2} إلى {3} ({1})',
  'found "{0}", expected an amount such as 12000 or 12k': 'وُجد "{0}"، والمتوقع مبلغ مثل 12000 أو 12k',
  'found "{0}", expected an amount like 20000 or 20k': 'وُجد "{0}"، والمتوقع مبلغ مثل 20000 أو 20k',
  'found "{0}", expected the hash that `huni ledger` prints last, or its first 12 digits at least':
    'وُجد "{0}"، والمتوقع آخر تجزئة يطبعها `huni ledger` أو أول 12 خانة منها على الأقل',
  'found "{0}", expected a public key as `huni keys new` prints it, ed25519:…':
    'وُجد "{0}"، والمتوقع مفتاح عام كما يطبعه `huni keys new`، ‏ed25519:…',
  'found "{0}", expected a day, such as 2026-03-31': 'وُجد "{0}"، والمتوقع يوم مثل 2026-03-31',
  'found "{0}", expected days such as "3 days"': 'وُجد "{0}"، والمتوقع أيام مثل "3 days"',
  'found "{0}", expected verdicts of {1}': 'وُجد "{0}"، والمتوقع أحكام من {1}',
  'found "{0}", expected accuracy above 0 and below 100%, such as 1%':
    'وُجد "{0}"، والمتوقع دقة فوق 0 ودون 100%، مثل 1%',
  'found "{0}", expected {1} such as 1% or 0.01': 'وُجد "{0}"، والمتوقع {1} مثل 1% أو 0.01',
  'found "{0}", expected {1} of {2}': 'وُجد "{0}"، والمتوقع {1} من {2}',
  '{0} arguments': 'عدد الوسائط {0}',
  '{0} argument': 'عدد الوسائط {0}',
  'default: {0}': 'الافتراضي: {0}',
  'choices: {0}': 'القيم الممكنة: {0}',
  'Wrote {0}. Next: huni run {1}': 'كُتب {0}. ثم: huni run {1}',
  '{0}: found {1}, expected the scenario that the workbook is of: --scenario FILE':
    '{0}: وُجد {1}، والمتوقع السيناريو الذي يخصه المصنف: ‎--scenario FILE',
  '--budget: found an amount, expected none: {0} is a media plan with budgets of its own':
    '‎--budget: وُجد مبلغ ولم يُتوقع: {0} خطة إعلامية لها ميزانياتها',
  '--scenario: expected with a workbook that huni wrote, and there is none among the files':
    '‎--scenario: يُنتظر مع مصنف كتبه huni، ولا مصنف كهذا بين الملفات',
  '--with calibration: found a plan, expected exports: there are no fits to show':
    '‎--with calibration: وُجدت خطة، والمتوقع ملفات تصدير: فلا تقديرات تُعرض',
  'no scenario in {0}': 'لا سيناريو في {0}',
  'several scenarios in {0}: {1}': 'عدة سيناريوهات في {0}: {1}',
  '{0}: {1} (day or month)': '{0}: {1} (الجواب: day لليوم أولًا، month للشهر أولًا)',
  '{0}: {1} (. or ,)': '{0}: {1} (. أو ,)',
  '{0}: no column is known for {1}; not recognised: {2} (HEADER=field, several parted by ;)':
    '{0}: لا يُعرف عمود يدل على {1}؛ أعمدة لم تُعرف: {2} (عنوان=حقل، وتُفصل عدة منها بعلامة ;)',
  '{0}: {1} (HEADER=field, several parted by ;)': '{0}: {1} (عنوان=حقل، وتُفصل عدة منها بعلامة ;)',
  '{0}: which currency are the amounts in? (a code such as AZN)': '{0}: بأي عملة المبالغ؟ (رمز مثل AZN)',
  '{0}: which platform are the rows from? (facebook, instagram, tiktok, google, …)':
    '{0}: من أي منصة الصفوف؟ (facebook، instagram، tiktok، google، …)',
  'what is an order worth? "{0}" needs it, and no export has revenue (such as 30 to 55)':
    'ما قيمة الطلب؟ يلزم ذلك من أجل "{0}"، ولا إيراد في أي ملف (مثل 30 to 55)',
  'One answer is missing; give it with its flag:\n{0}': 'ينقص جواب واحد؛ أعطه بخياره:\n{0}',
  '{0} answers are missing; give each with its flag:\n{1}': 'أجوبة ناقصة: {0}؛ أعطِ كلًّا منها بخياره:\n{1}',
  'Scenario: {0}': 'السيناريو: {0}',
  'Stages: {0} was there already and stays as it is; --stages {1} uses it':
    'المراحل: {0} موجود من قبل ويبقى كما هو؛ يستعمله الخيار ‎--stages {1}',
  'Stages: {0} (guessed: correct it, and run again with --stages {1} --force)':
    'المراحل: {0} (تخمين: صححه ثم أعد التشغيل مع ‎--stages {1} --force)',
  'Rows set aside: {0} ({1})': 'صفوف نُحّيت: {0} ({1})',
  'Fits: {0}': 'التقديرات: {0}',
  '{0} has a heading alone: no line of the plan is on a platform of {1}':
    'في {0} صف العناوين وحده: لا بند في الخطة على منصات {1}',
  '{0}: a media plan, 1 row taken': '{0}: خطة إعلامية، أُخذ منها صف واحد',
  '{0}: a media plan, {1} rows taken': '{0}: خطة إعلامية، الصفوف المأخوذة: {1}',
  'found {0} columns of amounts, expected {1}, one a period of {2}':
    'وُجد {0} من أعمدة المبالغ، والمتوقع {1}: عمود لكل فترة من {2}',
  'A{0}: found "{1}", expected a line of {2}: {3}': 'A{0}: وُجد "{1}"، والمتوقع أحد بنود {2}: {3}',
  'A{0}: found "{1}" a second time, expected each line once': 'A{0}: وُجد "{1}" مرة ثانية، والمتوقع كل بند مرة واحدة',
  '{0}: found nothing, expected an amount of money from 0 up, as a number':
    '{0}: لا شيء، والمتوقع مبلغ من 0 فأكثر مكتوب رقمًا',
  '{0}: found {1}, expected an amount of money from 0 up, as a number':
    '{0}: وُجد {1}، والمتوقع مبلغ من 0 فأكثر مكتوب رقمًا',
  "{0}: found {1}, expected {2}, the sum of the row's periods: change the periods, not the total":
    '{0}: وُجد {1}، والمتوقع {2}، وهو مجموع فترات الصف: غيّر الفترات لا المجموع',
  'found no row "{0}", expected each line once': 'لا صف باسم "{0}"، والمتوقع كل بند مرة واحدة',
  'Wrote which campaign is for which line to {0}: yours to edit.': 'كُتب أي حملة تعود إلى أي بند في {0}. يمكنك تعديله.',
  'New campaigns: {0}, added to {1}, which is yours to edit.': 'أضيفت حملات جديدة، عددها {0}، إلى {1}. يمكنك تعديله.',
  '{0}: nothing is to be changed, nothing was written.': '{0}: لا شيء يتغيّر، فلم يُكتب شيء.',
  'Wrote the new budgets to {0}.': 'كُتبت الميزانيات الجديدة في {0}.',
  'Wrote the plan to {0}.': 'كُتبت الخطة في {0}.',
  'Wrote the plan with its test to {0}.': 'كُتبت الخطة مع اختبارها في {0}.',
  'Report: {0}': 'التقرير: {0}',
  'The planner is at': 'عنوان المخطِّط:',
  'Open it in a browser. The address holds a key: keep it to yourself. Ctrl-C stops.':
    'افتحه في متصفح. في العنوان مفتاح: لا تعطه أحدًا. Ctrl-C يوقفه.',
};

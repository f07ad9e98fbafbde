import { type ExportWords, example } from './types.js';

const WHAT = { spend: 'الإنفاق', impressions: 'مرات الظهور' };
const COUNTS = { impressions: 'مرات الظهور', clicks: 'النقرات', views: 'المشاهدات', conversions: 'التحويلات' };
const ORDER = { 'year first': 'السنة أولًا', 'day first': 'اليوم أولًا', 'month first': 'الشهر أولًا' };

/** What is said of exports in Arabic. Numbers stand after what they count, where no plural has to agree with them. */
export const exportsAr: ExportWords = {
  language: 'ar',
  findings: {
    unreadable: ({ fault }) =>
      `تعذّرت قراءة الملف: ${typeof fault === 'string' ? exportsAr.faults[fault] : fault.system}`,
    'empty-file': () => 'الملف فارغ',
    'binary-file': () => 'الملف ليس نصًا ولا مصنف XLSX: صدّروه بصيغة CSV أو XLSX',
    'old-workbook': () => 'الملف مصنف قديم بصيغة ‎.xls: احفظوه بصيغة ‎.xlsx أو CSV',
    'broken-workbook': ({ detail }) => `تعذّر فتح المصنف: ${detail}`,
    'too-large': ({ what, most }, say) =>
      `${typeof what === 'string' ? exportsAr.oversized[what] : exportsAr.textOf(what.textOf)} أكبر من ${say.size(most)}: صدّروا مدة أقصر أو أعمدة أقل`,
    'too-many': ({ what, most }, say) =>
      `${typeof what === 'string' ? exportsAr.countable[what] : exportsAr.textsOf(what.textsOf)}: العدد يتجاوز ${say.count(most)}؛ صدّروا مدة أقصر أو تفاصيل أقل`,
    'too-many-columns': ({ row, found, most }, say) =>
      `الصف ${row}: عدد الخلايا ${say.count(found)}، ولا يزيد في أي تصدير على ${say.count(most)}`,
    'too-slow': ({ seconds }, say) =>
      `تستغرق القراءة أكثر من المسموح (بالدقائق: ${say.count(seconds / 60)}): صدّروا مدة أقصر أو تفاصيل أقل`,
    'broken-text': ({ encoding }) => `الملف مقطوع أو يخلط بين الترميزات: ليس ${encoding} في كل أجزائه`,
    'unclosed-quote': ({ line }) => `علامة اقتباس فُتحت في السطر ${line} ولم تُغلق: الملف مقطوع`,
    'malformed-csv': ({ detail }) => `تعذّر تحليل ملف CSV: ${detail}`,
    'legacy-encoding': ({ encoding }) =>
      `الملف ليس بترميز UTF-8؛ قُرئ على أنه ${encoding}، وقد تظهر في الأسماء حروف خاطئة`,
    'no-final-newline': () => 'السطر الأخير بلا نهاية: إن كان الملف مقطوعًا فقد تنقص خانات من آخر رقم',
    'stray-byte': () => 'بعد السطر الأخير بايت واحد ليس حرفًا: استُبعد',
    'sheets-together': ({ sheets }, say) =>
      `لأوراق العمل ${say.list(sheets)} الأعمدة نفسها، وتُقرأ واحدة تلو الأخرى: تُعدّ الصفوف عبرها كلها`,
    'other-sheets': ({ sheets }, say) =>
      `أوراق عمل لم تُقرأ لأن أعمدتها أخرى: ${say.list(sheets)}. إن كانت أرقامها تُحسب أيضًا فاحفظوا كلًّا منها ملفًا مستقلًا وقدّموه كذلك`,
    'hidden-sheets': ({ sheets }, say) =>
      `أوراق عمل لم تُقرأ لأن المصنف يخفيها: ${say.list(sheets)}. إن كانت أرقامها تُحسب أيضًا فأظهروها واحفظوا المصنف من جديد`,
    'no-header': ({ searched }, say) =>
      `لا توجد أسماء أعمدة تصدير (spend وimpressions وclicks …) في الصفوف الأولى (عددها ${say.count(searched)}): سمّوها بمطابقة`,
    'no-figures': ({ headers }, say) =>
      `لا يوجد عمود للإنفاق أو مرات الظهور أو النقرات أو التحويلات بين: ${say.list(headers)}`,
    'unsaid-figures': ({ first, last }) =>
      `الأعمدة من "${first}" إلى "${last}" فترات، ولا شيء يقول ما أرقامها: اكتبوا Spend أو Impressions أو Clicks في كل اسم ("${first} Spend") أو في عمود Metric، أو اجعلوا لكل فترة صفًا`,
    'unknown-figures': ({ column, names }, say) =>
      `"${column}" يسمّي رقم كل صف ولا يُعرف أي منها (${say.list(names)}): سمّوها Spend وImpressions وClicks وConversions`,
    'no-rows': () => 'يوجد رأس للجدول، ولا يوجد تحته صف واحد من الأرقام',
    'all-quarantined': ({ count, reason, detail }, say) =>
      `لم يُقرأ أي صف (عدد الصفوف ${say.count(count)})؛ والسبب الأكثر تكرارًا: ${exportsAr.reasons[reason]}${example(detail, say)}`,
    'same-field': ({ field, headers }, say) =>
      `هذه الأعمدة كلها ${field}: ${say.list(headers)}؛ حدّدوا بمطابقة أيها يُعتمد`,
    'unknown-mapping': ({ header, headers }, say) =>
      `المطابقة تسمّي العمود "${header}"؛ وأعمدة الملف: ${say.list(headers)}`,
    'unknown-field': ({ field }) => `المطابقة تسمّي الحقل "${field}"، ولا وجود له`,
    'mixed-decimal-marks': ({ column, point, comma }) =>
      `في "${column}" نقطة عشرية (${point}) وفاصلة عشرية (${comma}) معًا`,
    'ambiguous-decimal-mark': ({ column, example }) =>
      `"${column}": تُقرأ "${example}" آلافًا وتُقرأ كسورًا عشرية، ولا شيء في الملف يحسم ذلك: حدّدوا العلامة العشرية`,
    'in-thousands': ({ headers, times }, say) =>
      `ضُربت الأرقام في ${say.count(times)} كما يقول اسم العمود: ${say.list(headers)}؛ وما سقط بالتقريب يبقى مجهولًا`,
    abbreviated: ({ headers, example }, say) =>
      `تُقرأ المبالغ المختصرة مثل "${example}" بالأرقام المكتوبة كما هي، في ${say.list(headers)}: فهي مقرّبة وكذلك مجاميعها؛ صدّروا الأرقام كاملة لتكون المجاميع دقيقة`,
    'above-in-thousands': ({ line }) =>
      `فوق الجدول مكتوب "${line}"، وتُقرأ أرقامه كما كُتبت: إن كانت بالآلاف فاكتبوا ذلك في أسماء أعمدتها مثل "Spend (000)"`,
    'mixed-date-orders': ({ column, day, month }) =>
      `في "${column}" تواريخ يأتي فيها اليوم أولًا (${day}) وأخرى يأتي فيها الشهر أولًا (${month}): حدّدوا أيهما الصحيح، وتُستبعد الأخرى`,
    'no-years': ({ column, example }) => `"${column}": في ${example} يوم بلا سنة: اكتبوا السنة بجانب اليوم والشهر`,
    'ambiguous-dates': ({ column, example }) =>
      `"${column}": قد يكون اليوم أولًا في ${example} وقد يكون الشهر: حدّدوا أيهما`,
    'no-dates': ({ headers }, say) =>
      `لا يوجد عمود للتاريخ: الصفوف تفصيل لمدة واحدة غير معروفة${headers.length === 0 ? '' : `؛ ${say.list(headers)} فيه تواريخ تحت اسم غير معروف`}`,
    'date-forms': ({ column, forms }) =>
      `تُكتب التواريخ في "${column}" بأشكال عدة: ${forms.join('، ')}؛ وترتيب واحد يقرؤها كلها`,
    'iso-weeks': ({ column, example }) =>
      `"${column}": فُهم "${example}" أسبوعًا بمعيار ISO من الاثنين إلى الأحد، وأول أسبوع في السنة هو الذي فيه 4 يناير؛ وقد تعدّ برامج الجداول الأسابيع على نحو آخر`,
    'epoch-dates': ({ column, example }) =>
      `"${column}": فُهم "${example}" ثوانيَ أو أجزاء من ألف من الثانية منذ 1970؛ ويومه يوم المنطقة الزمنية للحساب إن كانت كل الخلايا منتصف ليل فيها، وإلا فيوم غرينتش`,
    'open-ends': ({ count }, say) => `صفوف بلا يوم أخير: ${say.count(count)}؛ مدتها غير معروفة`,
    'overlapping-windows': ({ count, row }, say) =>
      `صفوف تغطي أيامًا يغطيها أيضًا صف بالأسماء نفسها: ${say.count(count)}، أولها الصف ${row}؛ تُحسب كلها؛ إن كان أحدها تقريرًا لاحقًا للأيام نفسها فاستبعدوا الآخر`,
    'exclusive-ends': () => 'تنتهي المدد في اليوم التالي ليومها الأخير: أُعيدت نهاياتها يومًا إلى الوراء',
    'averaged-days': ({ least, most }, say) =>
      `قسمة الإنفاق على متوسطه اليومي تدل على أن كل صف يغطي مدة تبدأ من تاريخه، بالأيام: ${least === most ? '' : `${say.count(least)}–`}${say.count(most)}`,
    'last-days-only': ({ least, most }, say) =>
      `في الصفوف الأيام الأخيرة فقط، والخطوات بينها تدل على عدد الأيام التي يغطيها كل صف: ${least === most ? '' : `${say.count(least)}–`}${say.count(most)}`,
    'results-aside': ({ column }, say) =>
      `العمود "${column}" يعدّ ما ضُبطت كل حملة لتحقيقه، فلا يُعدّ هنا شيء طلبًا أو عميلًا محتملًا: ${say.onPage ? 'إن كانت كذلك فبيّنوا ذلك حيث يُذكر كيف فُهم كل عمود' : `إن كانت كذلك فاكتب --map "${column}=conversions"`}`,
    'order-by-months': ({ order }) =>
      `تُقرأ التواريخ على أن ${ORDER[order]}: عندها فقط تغطي الصفوف أشهرًا كاملة كما تدل متوسطاتها اليومية`,
    'mixed-currencies': ({ codes }) => `المبالغ بعملات عدة (${codes.join('، ')}): تُحسب مجاميعها منفصلة`,
    'unknown-currency': () => 'لا شيء في الملف يسمّي عملة: حدّدوها',
    'assumed-dollars': () => 'في المبالغ علامة $ فقط؛ اعتُبرت دولارات أمريكية',
    'other-currency': ({ given, found }) => `العملة المعطاة ${given}، والملف يقول ${found ?? 'عملة أخرى'}`,
    'currency-headers': ({ headers }, say) => `مبالغ بعملات مختلفة جنبًا إلى جنب: ${say.list(headers)}`,
    'mixed-signs': ({ column, signs }) =>
      `في "${column}" علامات عملات مختلفة (${signs.join('، ')})، ولا يوجد عمود للعملات`,
    quarantined: ({ reason, count, row, detail }, say) =>
      `صفوف مستبعدة: ${say.count(count)}، والسبب: ${exportsAr.reasons[reason]}؛ الصف ${row}: ${say.detail(detail)}`,
    'mostly-wrong': ({ count, rows, reason, detail }, say) =>
      `صفوف تناقض نفسها: ${say.count(count)} من ${say.count(rows)}، والسبب الأكثر تكرارًا: ${exportsAr.reasons[reason]}${example(detail, say)}؛ الأعمدة ليست ما حُسبت`,
    'short-row': ({ row, found, expected }) =>
      `الصف ${row}: الحقول الموجودة ${found} من ${expected}؛ وتُعد البقية فارغة`,
    'total-differs': ({ row, what, total, sum }) =>
      `المجموع في الصف ${row}: ${WHAT[what]} ${total}؛ ومجموع الصفوف ${sum}`,
    'total-agrees': ({ row, what, total }) => `المجموع في الصف ${row} يوافق مجموع الصفوف: ${WHAT[what]} ${total}`,
    'unknown-breakdown': ({ repeats, rows }, say) =>
      `صفوف تكرر تاريخًا واسمًا بأرقام أخرى: ${say.count(repeats)} من ${say.count(rows)}؛ وهذا أكثر من أن يكون أيامًا مصححة، ولا يُعرف عمود يميّز بينها: طابقوه مع breakdown`,
    'unnamed-repeats': ({ count }, say) =>
      `صفوف تكرر تاريخًا وتفصيلًا بأرقام أخرى: ${say.count(count)}؛ تبقى كلها لعدم وجود عمود للحملة`,
    'named-total': ({ count, name, row }, say) =>
      `صفوف اسمها "${name}" تُحسب لحملة: ${say.count(count)}، أولها الصف ${row}؛ فهي أقل من مجموع صفوف اليوم الأخرى، فليست مجموعها`,
    'shared-days': ({ count, row }, say) =>
      `صفوف تغطي أيامًا يغطيها أيضًا صف بالأسماء نفسها: ${say.count(count)}، أولها الصف ${row}؛ في التقرير كل يوم مرة واحدة، فهذه تقارير عدة ولا شيء يدل على أيها يُحسب؛ استبعدوا ما عداه`,
    'repeated-figures': ({ column }) =>
      `الصفوف التي لا تختلف إلا في "${column}" لها الإنفاق نفسه والظهور نفسه: فهي مكررة لا مجزأة؛ صدّروا بدونه، أو أبقوا صفوف قيمة واحدة منه`,
    'idle-end': ({ days, from }, say) =>
      `لا إنفاق ولا ظهور في الأيام الأخيرة (عددها ${say.count(days)}) منذ ${from}: وتيرة الأسابيع الأربعة الأخيرة تشملها؛ استبعدوها إن لم تأتِ بعد`,
    'blank-spend': ({ count, row }, say) =>
      `صفوف فيها ظهور وإنفاقها فارغ: ${say.count(count)}، أولها الصف ${row}؛ تُحسب بلا ثمن؛ الصيغ التي لم تُحسب قط فارغة في المصنف، فافتحوه واحفظوه من جديد`,
    'comparison-rows': ({ column, value, count, spend, aside }, say) =>
      `صفوف فيها "${value}" في "${column}": ${say.count(count)}، وإنفاقها ${say.count(spend)}؛ ${aside ? 'نُحّيت جانبًا، فإن أُنفقت في هذه الأيام فحدّدوا العمود' : 'تُحسب كغيرها، فاستبعدوها إن لم تُنفق في هذه الأيام'}`,
    'future-rows': ({ count, spend, first, last, today }, say) =>
      `صفوف تاريخها بعد ${today} (${first === last ? first : `${first} – ${last}`}): ${say.count(count)}، وإنفاقها ${say.count(spend)}؛ ما لم يأتِ بعد لا يكون قد أُنفق، فنُحّيت جانبًا؛ إن كانت السنة أو ترتيب اليوم والشهر خطأ فصحّحوه`,
    'all-future': ({ first, last, today }) =>
      `تاريخ كل الصفوف بعد ${today} (${first === last ? first : `${first} – ${last}`})؛ لا صفوف غيرها، فتُحسب؛ تحقّقوا من السنة أو من تاريخ هذا الجهاز`,
    'running-sums': () =>
      'إنفاق كل حملة وظهورها لا يزيدان إلا من تاريخ إلى تاريخ: يبدوان مجموعين منذ اليوم الأول، وعندئذ يُحسب كل يوم مرات كثيرة؛ صدّروا أرقام كل يوم وحده',
    'perhaps-millionths': ({ column, price }, say) =>
      `ليس في "${column}" إلا مضاعفات 10,000، وتكلّف ألف مرة ظهور ${say.count(price)}: تعطي واجهات البرامج المبالغ بأجزاء من المليون؛ إن كانت كذلك فسمّوا العمود cost_micros`,
    'near-subtotals': ({ count, name, row }, say) =>
      `صفوف باسم مثل "${name}" قريبة جدًا من مجموع أيام مدة كهذه: ${say.count(count)}، أولها الصف ${row}؛ تُحسب، فاستبعدوها إن كانت مجاميع`,
    'uneven-subtotals': ({ count, row }, say) =>
      `صفوف تقول «الكل» بجانب صفوف أجزائها وليست مجموعها: ${say.count(count)}، أولها الصف ${row}؛ يُحسب كلاهما: صدّروا أحد النوعين`,
    'rate-disagrees': ({ column, rows, checked, row, detail }, say) =>
      `"${column}" يخالف الأعداد في ${say.count(rows)} من ${say.count(checked)} من الصفوف: الصف ${row}، ${say.detail(detail)}`,
    'rate-is-other': ({ column, agree, checked }, say) =>
      `"${column}" لا يوافق الأعداد إلا في ${say.count(agree)} من ${say.count(checked)} من الصفوف: فهو يعدّ شيئًا آخر`,
    'message-opens': ({ count }, say) =>
      `صفوف لرسائل ممولة نقراتها أكثر من مرات ظهورها: ${say.count(count)}؛ فتح الرسالة يُعد نقرة`,
    'link-above-all': ({ count }, say) =>
      `صفوف نقرات الرابط فيها أكثر من مجموع النقرات: ${say.count(count)}؛ تُعد منفصلة وتبقى`,
    'blank-zeros': ({ headers }, say) =>
      `الخلايا الفارغة أصفار في: ${say.list(headers)}؛ فهذه المنصة تترك العدد صفر فارغًا`,
    'tax-in-name': ({ column, of }) =>
      `"${column}": تُقرأ المبالغ كما هي، ${of === 'net' ? 'دون الضرائب والرسوم' : 'مع الضرائب والرسوم'} كما يقول اسم العمود؛ وميزانية الخطة المبنية عليها كذلك`,
    'view-through': ({ count }, say) =>
      `صفوف تحويلاتها أكثر من نقراتها: ${say.count(count)}؛ تُحسب التحويلات بعد المشاهدة`,
    'merged-names': ({ count }, say) =>
      `كتابات لأسماء حملات لا تختلف إلا في حالة الحروف أو المسافات أو الشرطات السفلية: ${say.count(count)}؛ عُدّت اسمًا واحدًا`,
    'named-once': ({ headers }, say) =>
      `${say.list(headers)}: مكتوب في أول صف من كل مجموعة فقط، كما في الخلايا المدمجة؛ وتُعدّ الصفوف التي تحته تابعة له`,
    'other-platforms': ({ platform, names }) =>
      `أسماء الأعمدة أسماء ${platform}، والحملات مسماة بأسماء غيرها: ${names.join('، ')}؛ تُعدّ الصفوف صفوف ${platform}`,
    'shared-column': ({ header }) => `"${header}" لا يخص منصة بعينها، وقد استُبعد`,
    'figures-in-rows': ({ column, figures }, say) =>
      `"${column}" يسمّي رقم كل صف: جُمعت الصفوف بهذه الأعمدة: ${say.list(figures)}`,
    'periods-in-columns': ({ first, last, count, figures }, say) =>
      `الأعمدة من "${first}" إلى "${last}" فترات متجاورة (${say.count(count)}) من ${say.list(figures)}: تُقرأ كل منها صفًا قائمًا بذاته`,
    'unread-columns': ({ headers, more }, say) => `أعمدة لم تُستخدم: ${say.list(headers)}${more ? '، …' : ''}`,
    'later-pull': ({ earlier, later, rows }, say) =>
      `صفوف من ${earlier} موجودة أيضًا في ${later} وهو الأحدث سحبًا: ${say.count(rows)}؛ تُحسب مرة واحدة`,
    'finer-rows': ({ coarse, fine, rows }, say) =>
      `صفوف من ${coarse} هي مجاميع صفوف أقصر مدة في ${fine}: ${say.count(rows)}؛ تُحسب الأقصر ولا تُحسب المجاميع`,
    'other-parts': ({ one, other, rows }, say) =>
      `صفوف من ${one} لها أسماء وأيام صفوف في ${other} بأرقام أخرى: ${say.count(rows)}؛ إن كانت أجزاء من حساب واحد فصدّروها معًا أو مع العمود الذي يميّز بينها، وإن كان أحد الملفين قديمًا فاستبعدوه`,
    'partly-shared': ({ one, row, other }) =>
      `الصف ${row} من ${one} يغطي أيامًا موجودة في ${other} وأيامًا غير موجودة فيه، ولا يمكن معرفة ما يُحسب مرتين: صدّروا الملفين يومًا بيوم أو استبعدوا أحدهما`,
    'several-budgets': ({ headers }, say) =>
      `هذه الأعمدة كلها ميزانيات: ${say.list(headers)}؛ حدّدوا أيها يُعتمد بالخيار ‎--map HEADER=budget أو ‎--map HEADER=ignore`,
    'not-an-amount': ({ row, column, found }) => `الصف ${row}، "${column}": وُجد "${found}"، والمتوقع مبلغ لا يقل عن 0`,
    'not-a-day': ({ row, column, found }) => `الصف ${row}، "${column}": وُجد "${found}"، والمتوقع تاريخ`,
    'ends-before': ({ row }) => `الصف ${row} ينتهي قبل أن يبدأ`,
    'no-channel': ({ row }) => `في الصف ${row} مبلغ بلا قناة: سمّوا القناة، أو سمّوا الصف مجموعًا`,
    'other-sum': ({ row, column, stated, sum }) => `الصف ${row}: في "${column}" ${stated}، ومجموع فتراته ${sum}`,
    'other-total': ({ row, stated, sum }) => `المجموع في الصف ${row} هو ${stated}؛ ومجموع الصفوف فوقه ${sum}`,
    'plan-currencies': ({ codes }) => `المبالغ بعملات عدة (${codes.join('، ')}): أعطوا خطة بعملة واحدة`,
    'months-without-year': ({ headers }, say) =>
      `أسماء أشهر بلا سنة: ${say.list(headers)}؛ اكتبوها هكذا: Jan 2027 أو 2027-01`,
    'plan-dates': ({ example }) =>
      `قد يكون اليوم أولًا في "${example}" وقد يكون الشهر: حدّدوا أيهما بالخيار ‎--day-first أو ‎--month-first`,
    'not-in-a-row': ({ header }) => `"${header}" لا يلي الفترة التي قبله: الفترات متجاورة بلا فجوات`,
    'some-dated': ({ row }) => `الصف ${row} بلا تواريخ ولغيره تواريخ: أعطوا كل صف بداية ونهاية`,
    'daily-without-days': ({ row, column }) =>
      `الصف ${row}: "${column}" ميزانية يوم واحد، ولا تاريخ يبيّن عدد الأيام: أعطوا بداية ونهاية، أو ميزانية المدة كلها`,
    'no-placements': () => 'لا يوجد صف فيه قناة معروفة ومبلغ أكبر من 0 معًا',
    'left-out': ({ row, channel, amount }) => `الصف ${row}: "${channel}" ليست منصة معروفة: استُبعد ${amount}`,
    'not-taken': ({ headers }, say) => `لم تؤخذ لأن التوقع يحسبها بنفسه: ${say.list(headers)}`,
  },
  reasons: {
    'too many fields': 'حقول زائدة',
    'too few fields': 'حقول ناقصة',
    'not a number': 'ليس رقمًا',
    'not a date': 'ليس تاريخًا',
    'no date': 'بلا تاريخ',
    'impossible date': 'تاريخ مستحيل',
    'ends before it starts': 'ينتهي قبل أن يبدأ',
    'negative amount': 'مبلغ سالب',
    'clicks above impressions': 'النقرات أكثر من مرات الظهور',
    'shifted columns': 'أعمدة منزاحة',
    'reach above impressions': 'الوصول أكثر من مرات الظهور',
    'rate contradicts its counts': 'النسبة تناقض أعدادها',
    duplicate: 'مكرر',
    'restated later': 'صُحح لاحقًا',
    'in another file': 'في ملف آخر',
    'subtotal among rows': 'مجموع فرعي بين الصفوف',
    'row without a name': 'صف بلا اسم',
    'planned or before': 'مخطط لها أو من فترة سابقة',
    'after today': 'تاريخها بعد اليوم',
    'unknown currency': 'عملة غير معروفة',
    'no figures': 'بلا أرقام',
  },
  faults: {
    'no such file': 'لا يوجد ملف بهذا الاسم',
    'it is a directory': 'هذا مجلد',
    'permission denied': 'لا يوجد إذن',
    'nobody wrote to this pipe for 5 seconds': 'لم يُكتب شيء في هذه القناة خلال 5 ثوانٍ',
  },
  oversized: {
    'the file': 'الملف',
    'what comes through the pipe': 'ما يرد عبر القناة',
    'the workbook': 'المصنف',
    'the unpacked workbook': 'المصنف بعد فك ضغطه',
    'an unpacked part of the workbook': 'جزء من المصنف بعد فك ضغطه',
  },
  textOf: (dimension) => `نص العمود "${dimension}"`,
  countable: {
    rows: 'الصفوف',
    cells: 'الخلايا',
    'rows that contradict themselves': 'الصفوف التي تناقض نفسها',
    'parts of the workbook': 'أجزاء المصنف',
  },
  textsOf: (dimension) => `النصوص المختلفة في العمود "${dimension}"`,
  details: {
    cell: ({ text }) => `"${text}"`,
    blank: ({ header }) => `"${header}" فارغ`,
    value: ({ header, text, of }) => `"${header}"${{ figure: '', count: ' (عدد)', name: ' (اسم)' }[of]}: "${text}"`,
    window: ({ from, to }) => `من "${from}" إلى "${to}"`,
    clicks: ({ clicks, impressions }) => `النقرات ${clicks}، مرات الظهور ${impressions}`,
    people: ({ people, impressions }) => `الأشخاص ${people}، مرات الظهور ${impressions}`,
    fields: ({ found, expected }) => `${found} بدل ${expected}`,
    'same as above': () => 'يطابق صفًا أعلاه خلية بخلية',
    again: ({ row }) => `الصف ${row} يعطي اليوم نفسه مرة أخرى`,
    nameless: () => 'بلا حملة ولا مجموعة إعلانية ولا إعلان',
    rate: ({ header, given, found }) => `"${header}": ${given}، والأعداد تعطي ${found}`,
    none: () => '',
  },
  evidence: {
    given: () => 'كما أُعطيت',
    nothing: () => 'لا شيء يدل عليها',
    'platforms side by side': () => 'منصات جنبًا إلى جنب في رأس الجدول',
    'column of platforms': () => 'عمود للمنصات',
    'campaign names': () => 'أسماء الحملات',
    'own columns': ({ headers }, say) => `لا توجد هذه الأعمدة إلا في تصديرها: ${say.list(headers)}`,
    'column names': () => 'أسماء أعمدتها',
    'all columns': () => 'لا تجتمع هذه الأعمدة كلها إلا في تصديرها',
    'column named': ({ header }) => `عمود اسمه "${header}"`,
    'file name': ({ word }) => `في اسم الملف "${word}"`,
    'column of currencies': () => 'عمود للعملات',
    column: ({ header }) => `العمود "${header}"`,
    'dollar sign': () => 'علامة "$" في الخلايا',
    sign: ({ header }) => `العلامة في خلايا "${header}"`,
  },
  columns: {
    mapping: () => 'كما تقول المطابقة',
    group: ({ group }) => `من أعمدة ${group}`,
    hours: () => 'خلاياه ساعات من أيام',
    dates: () => 'خلاياه تواريخ، وليست في عمود آخر',
    'date parts': ({ headers }, say) => `تاريخ من هذه معًا: ${say.list(headers)}`,
    currencies: () => 'خلاياه رموز عملات',
    platforms: () => 'خلاياه تسمّي منصات',
    'no header': () => 'بلا عنوان',
    unknown: () => 'اسم غير معروف',
    name: ({ platform, language, known }) =>
      `${platform === null ? 'اسم شائع' : `اسم في تصدير ${platform}`}، ${language}، ${known}`,
    shared: () => 'لا يخص منصة بعينها',
    used: ({ header, field }) => `يُستخدم "${header}" من أجل ${field}`,
  },
  origin: ({ days, rows, campaigns, counted, present, prior }, say) => {
    const when =
      days === null
        ? `صفوف بلا تواريخ: ${say.count(rows)}`
        : `${days.first === days.last ? days.first : `من ${days.first} إلى ${days.last}`}، الصفوف ${say.count(rows)}، الحملات ${say.count(campaigns)}`;
    const method =
      counted === null
        ? 'نموذج لوغاريتمي طبيعي هرمي'
        : `${COUNTS[counted.hitsOf]} ${say.count(counted.hits)} من ${COUNTS[counted.trialsOf]} ${say.count(counted.trials)}؛ نموذج بيتا ذو الحدين بتجميع جزئي`;
    const level =
      present === null
        ? ''
        : `؛ المستوى الحالي (${present.halfLife === null ? 'كل الأيام بوزن واحد' : `عمر النصف بالأيام ${say.count(present.halfLife)}`})، والتشتت بحسب ما تغيّر في مدد عددها ${say.count(present.stretches)} وطول كل منها بالأيام ${say.count(present.stretchDays)}`;
    const source =
      prior.kind === 'vague'
        ? 'لا قيمة مرجعية، نطاق واسع'
        : prior.kind === 'other platforms'
          ? 'مستوى المنصات الأخرى'
          : `${prior.source}، ${prior.period}، الدرجة ${prior.grade}`;
    return `${when}؛ ${method}${level}؛ المعرفة المسبقة: ${source}`;
  },
  notes: {
    'other-currencies': ({ main }) => `الصفوف بعملات غير ${main} مستبعدة من التقدير`,
    'open-rows': ({ count }, say) => `صفوف بلا يوم أخير: ${say.count(count)}؛ لذلك استُبعدت من التقدير`,
    'spread-rows': ({ days }, say) => `كل صف يغطي عدة أيام (${say.count(days)}) ويوزَّع عليها بالتساوي`,
    'undated-rows': () => 'الصفوف بلا تواريخ: يُقدَّر ما يختلف بين الإعلانات، ولا يُقدَّر ما يتغير مع الزمن',
    'unknown-platform': () => 'لا يبيّن أي ملف من أي منصة صفوفه: بيّنوها بالخيار ‎--map platform=NAME',
    'lines-left-out': ({ lines }) =>
      `قُدّرت ولم تدخل الخطة: ${lines.map(({ line, spendUntil }) => `${line} (${spendUntil === null ? 'منصتها غير معروفة' : `لا إنفاق منذ ${spendUntil}`})`).join('، ')}`,
    'campaigns-without-rows': ({ count }, say) => `حملات بلا صف فيه إنفاق ومرات ظهور معًا: ${say.count(count)}`,
    'price-of-late': ({ line, factor }, say) =>
      `${line}: بلغ سعر الأسبوع الأخير ${say.percent(factor)} من سعر الأسابيع الأربعة الأخيرة الذي تقوم عليه الخطة؛ إن كان سيبقى كذلك فغيّروا cpm`,
    'late-conversions': ({ days, restated }, say) =>
      `يُسجَّل نصف التحويلات خلال ${say.count(Math.round(10 * days) / 10)} من الأيام (${restated === null ? 'كما أُعطي' : `بحسب ${say.count(restated)} من التحويلات الواردة في تقريرين`}): وتُعدّ تحويلات الأيام الأخيرة جزءًا مما سيأتي`,
    'weekday-prices': ({ line }) =>
      `${line}: تختلف الأسعار باختلاف أيام الأسبوع؛ تظهر في خطة يومية (‎--horizon "28 days")`,
    'far-above-pace': ({ times }, say) =>
      `نسبة إنفاق هذه الخطة إلى إنفاق مدة مماثلة بوتيرة الأسابيع الأربعة الأخيرة ${say.count(Math.round(times))}: قد لا تصح عندها الأسعار والنسب المقيسة هناك`,
    repriced: ({ from, to, figures, far }, say) =>
      `تحقق: أعيد تسعير المدة من ${from} إلى ${to} بإنفاقها: ${figures.length === 0 ? 'ما ورد أقل من أن يُقارن' : `نسبة إلى ما تحقق فعلًا: ${figures.map(({ name, share }) => `${COUNTS[name]} ${say.percent(share)}`).join('، ')}`}${far ? '؛ الفرق كبير جدًا: الأسعار أو النسب الأخيرة ليست كما في هذه الأسابيع' : ''}`,
  },
};

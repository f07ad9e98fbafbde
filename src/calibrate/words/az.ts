import { type ExportWords, example } from './types.js';

const WHAT = { spend: 'xərc', impressions: 'göstərim' };
const COUNTS = { impressions: 'göstərim', clicks: 'klik', views: 'baxış', conversions: 'konversiya' };
const ORDER = { 'year first': 'əvvəl il', 'day first': 'əvvəl gün', 'month first': 'əvvəl ay' };

/** What is said of exports in Azerbaijani. */
export const exportsAz: ExportWords = {
  language: 'az',
  findings: {
    unreadable: ({ fault }) =>
      `faylı oxumaq mümkün deyil: ${typeof fault === 'string' ? exportsAz.faults[fault] : fault.system}`,
    'empty-file': () => 'fayl boşdur',
    'binary-file': () => 'fayl nə mətn, nə də XLSX cədvəlidir: onu CSV və ya XLSX formatında ixrac edin',
    'old-workbook': () => 'fayl köhnə .xls cədvəlidir: onu .xlsx və ya CSV kimi saxlayın',
    'broken-workbook': ({ detail }) => `cədvəl faylını açmaq mümkün deyil: ${detail}`,
    'too-large': ({ what, most }, say) =>
      `${typeof what === 'string' ? exportsAz.oversized[what] : exportsAz.textOf(what.textOf)} ${say.size(most)} həddindən böyükdür: daha qısa müddəti və ya daha az sütunu ixrac edin`,
    'too-many': ({ what, most }, say) =>
      `${typeof what === 'string' ? exportsAz.countable[what] : exportsAz.textsOf(what.textsOf)} həddən çoxdur (ən çoxu ${say.count(most)}): daha qısa müddəti və ya daha az təfərrüatı ixrac edin`,
    'too-many-columns': ({ row, found, most }, say) =>
      `sətir ${row}: ${say.count(found)} xana var, ixrac faylında isə ən çoxu ${say.count(most)} ola bilər`,
    'too-slow': ({ seconds }, say) =>
      `oxumaq ${say.count(seconds / 60)} dəqiqədən çox çəkir: daha qısa müddəti və ya daha az təfərrüatı ixrac edin`,
    'broken-text': ({ encoding }) =>
      `fayl yarımçıq qırılır və ya müxtəlif kodlaşdırmaları qarışdırır: əvvəldən axıra ${encoding} deyil`,
    'unclosed-quote': ({ line }) => `sətir ${line}: açılan dırnaq işarəsi bağlanmayıb, fayl yarımçıq qırılır`,
    'malformed-csv': ({ detail }) => `CSV faylını təhlil etmək mümkün deyil: ${detail}`,
    'legacy-encoding': ({ encoding }) =>
      `fayl UTF-8 deyil; ${encoding} kimi oxundu, ona görə adlarda səhv hərflər ola bilər`,
    'no-final-newline': () =>
      'son sətrin sonu yoxdur: fayl yarımçıq kəsilibsə, son rəqəmin bir neçə rəqəm işarəsi çatışmaya bilər',
    'stray-byte': () => 'son sətirdən sonra heç bir simvol olmayan bir bayt var: o, nəzərə alınmadı',
    'sheets-together': ({ sheets }, say) =>
      `${say.list(sheets)} vərəqlərinin sütunları eynidir, ardıcıl oxunur: sətirlər hamısı boyunca sayılır`,
    'other-sheets': ({ sheets }, say) =>
      `sütunları fərqli olduğundan oxunmayan vərəqlər: ${say.list(sheets)}. Rəqəmləri də hesaba daxildirsə, hər birini ayrıca fayl kimi saxlayıb onu da verin`,
    'hidden-sheets': ({ sheets }, say) =>
      `iş kitabında gizli olduğundan oxunmayan vərəqlər: ${say.list(sheets)}. Rəqəmləri də hesaba daxildirsə, onları göstərib kitabı yenidən saxlayın`,
    'no-header': ({ searched }, say) =>
      `ilk ${say.count(searched)} sətrin heç birində ixrac sütunlarının adları (spend, impressions, clicks, …) yoxdur: onları uyğunlaşdırma ilə göstərin`,
    'no-figures': ({ headers }, say) =>
      `xərc, göstərim, klik və ya konversiya sütunu tapılmadı; sütunlar: ${say.list(headers)}`,
    'unsaid-figures': ({ first, last }) =>
      `"${first}" – "${last}" sütunları dövrlərdir, rəqəmlərinin nə olduğu isə deyilmir: hər ada Spend, Impressions və ya Clicks yazın ("${first} Spend"), ya Metric sütunu əlavə edin, ya da hər dövrə bir sətir verin`,
    'unknown-figures': ({ column, names }, say) =>
      `"${column}" hər sətrin rəqəminin nə olduğunu deyir, amma heç biri tanınmır (${say.list(names)}): onları Spend, Impressions, Clicks, Conversions adlandırın`,
    'no-rows': () => 'başlıq var, amma altında rəqəmli bir sətir belə yoxdur',
    'all-quarantined': ({ count, reason, detail }, say) =>
      `${say.count(count)} sətrin heç biri oxunmadı; ən çox rast gələn səbəb: ${exportsAz.reasons[reason]}${example(detail, say)}`,
    'same-field': ({ field, headers }, say) =>
      `bu sütunların hamısı ${field} sayılır: ${say.list(headers)}; hansının əsas olduğunu uyğunlaşdırma ilə göstərin`,
    'unknown-mapping': ({ header, headers }, say) =>
      `uyğunlaşdırmada "${header}" sütunu var; faylın sütunları: ${say.list(headers)}`,
    'unknown-field': ({ field }) => `uyğunlaşdırmada belə bir sahə adı var: "${field}"; belə sahə yoxdur`,
    'mixed-decimal-marks': ({ column, point, comma }) =>
      `"${column}" sütununda həm onluq nöqtə (${point}), həm də onluq vergül (${comma}) var`,
    'ambiguous-decimal-mark': ({ column, example }) =>
      `"${column}": "${example}" həm minlik, həm də onluq kəsr kimi oxuna bilər, fayldan bilinmir: onluq işarəni göstərin`,
    'in-thousands': ({ headers, times }, say) =>
      `sütunun adının dediyi kimi ${say.count(times)} dəfə artırıldı: ${say.list(headers)}; yuvarlaqlaşdırılan hissə məlum deyil`,
    abbreviated: ({ headers, example }, say) =>
      `${say.list(headers)} sütunlarında "${example}" kimi məbləğlər yazılan rəqəmləri ilə oxundu: onlar yuvarlaqlaşdırılıb, cəmləri də belədir; dəqiq cəmlər üçün qısaldılmamış rəqəmləri ixrac edin`,
    'above-in-thousands': ({ line }) =>
      `cədvəlin üstündə "${line}" yazılıb; rəqəmlər yazıldığı kimi oxunur: minlikdirsə, bunu sütunların adına yazın, məsələn "Xərc (000)"`,
    'mixed-date-orders': ({ column, day, month }) =>
      `"${column}" sütununda həm əvvəl gün (${day}), həm də əvvəl ay (${month}) yazılıb: hansının düzgün olduğunu göstərin, qalanları kənara qoyulacaq`,
    'no-years': ({ column, example }) => `"${column}": ${example} ili olmayan gündür: gün və ayın yanında ili də yazın`,
    'ambiguous-dates': ({ column, example }) =>
      `"${column}": ${example} tarixində əvvəl gün də, əvvəl ay da ola bilər: hansı olduğunu göstərin`,
    'no-dates': ({ headers }, say) =>
      `tarix sütunu yoxdur: sətirlər naməlum bir dövrün bölgüsüdür${headers.length === 0 ? '' : `; ${say.list(headers)} sütununda tarixlər var, amma adı məlum deyil`}`,
    'date-forms': ({ column, forms }) =>
      `"${column}" sütununda tarixlər ${forms.length} cür yazılıb: ${forms.join(', ')}; hamısı bir ardıcıllıqla oxunur`,
    'iso-weeks': ({ column, example }) =>
      `"${column}": "${example}" ISO həftəsi kimi götürüldü, bazar ertəsindən bazara; ilin birinci həftəsi 4 yanvarın düşdüyü həftədir; cədvəl proqramları həftələri başqa cür saya bilər`,
    'epoch-dates': ({ column, example }) =>
      `"${column}": "${example}" 1970-ci ildən bəri saniyə və ya millisaniyə kimi götürüldü; bütün xanalar hesabın saat qurşağında gecəyarısıdırsa, gün oradakı gündür, yoxsa Qrinviçdəki`,
    'open-ends': ({ count }, say) =>
      `son günü olmayan ${say.count(count)} sətir var: hansı müddəti əhatə etdikləri məlum deyil`,
    'overlapping-windows': ({ count, row }, say) =>
      `${say.count(count)} sətir eyni adlı başqa sətrin də əhatə etdiyi günləri əhatə edir, birincisi ${row}-ci sətirdir: hamısı sayılır; biri həmin günlərin sonra çıxarılmış hesabatıdırsa, o birini çıxarın`,
    'exclusive-ends': () => 'müddətlərin sonu kimi son gündən sonrakı gün yazılıb: sonlar bir gün geri çəkildi',
    'averaged-days': ({ least, most }, say) =>
      `xərcin günlük ortalamaya nisbəti göstərir ki, sətirlər tarixdən başlayaraq ${least === most ? '' : `${say.count(least)}–`}${say.count(most)} günü əhatə edir`,
    'last-days-only': ({ least, most }, say) =>
      `sətirlərdə yalnız son günlər var; onların arasındakı addımlar göstərir ki, hər sətir ${least === most ? '' : `${say.count(least)}–`}${say.count(most)} günü əhatə edir`,
    'results-aside': ({ column }, say) =>
      `"${column}" hər kampaniyanın öz hədəfini sayır, ona görə burada heç nə sifariş və ya potensial müştəri sayılmır: ${say.onPage ? 'bunlar elədirsə, hər sütunun nə kimi götürüldüyü yerdə göstərin' : `bunlar elədirsə, belə yazın: --map "${column}=conversions"`}`,
    'order-by-months': ({ order }) =>
      `tarixlər belə oxunur: ${ORDER[order]}; günlük ortalamaların dediyi kimi, yalnız onda sətirlər bütöv ayları əhatə edir`,
    'mixed-currencies': ({ codes }) =>
      `məbləğlər bir neçə valyutadadır (${codes.join(', ')}): yekunları ayrı hesablanır`,
    'unknown-currency': () => 'faylda valyuta göstərilməyib: hansı olduğunu bildirin',
    'assumed-dollars': () => 'məbləğlərdə yalnız $ işarəsi var; ABŞ dolları qəbul edildi',
    'other-currency': ({ given, found }) => `verilən valyuta ${given}, faylda isə ${found ?? 'başqa valyuta'} yazılıb`,
    'currency-headers': ({ headers }, say) => `müxtəlif valyutalarda məbləğlər yanaşı durur: ${say.list(headers)}`,
    'mixed-signs': ({ column, signs }) =>
      `"${column}" sütununda müxtəlif valyuta işarələri var (${signs.join(', ')}), valyuta sütunu isə yoxdur`,
    quarantined: ({ reason, count, row, detail }, say) =>
      `${say.count(count)} sətir kənara qoyuldu, səbəb: ${exportsAz.reasons[reason]}; sətir ${row}: ${say.detail(detail)}`,
    'mostly-wrong': ({ count, rows, reason, detail }, say) =>
      `${say.count(rows)} sətirdən ${say.count(count)} özü ilə ziddiyyət təşkil edir, ən çox rast gələn səbəb: ${exportsAz.reasons[reason]}${example(detail, say)}; sütunlar güman edildiyi kimi deyil`,
    'short-row': ({ row, found, expected }) =>
      `sətir ${row}: ${expected} sahədən ${found} doldurulub; qalanları boş sayılır`,
    'total-differs': ({ row, what, total, sum }) =>
      `sətir ${row}: yekuna görə ${WHAT[what]} ${total}, sətirlərin cəmi isə ${sum}`,
    'total-agrees': ({ row, what, total }) => `sətir ${row}: yekun sətirlərin cəmi ilə eynidir: ${WHAT[what]} ${total}`,
    'unknown-breakdown': ({ repeats, rows }, say) =>
      `${say.count(rows)} sətirdən ${say.count(repeats)} eyni tarixi və adı başqa rəqəmlərlə təkrarlayır: düzəldilmiş günlər üçün çoxdur, onları fərqləndirən sütun da məlum deyil: həmin sütunu breakdown kimi göstərin`,
    'unnamed-repeats': ({ count }, say) =>
      `${say.count(count)} sətir eyni tarixi və bölgünü başqa rəqəmlərlə təkrarlayır; kampaniya sütunu olmadığından hamısı saxlanılır`,
    'named-total': ({ count, name, row }, say) =>
      `"${name}" adlı ${say.count(count)} sətir bir kampaniyanınkı sayılır, birincisi sətir ${row}: həmin günün qalan sətirlərinin cəmindən azdır, deməli onların cəmi deyil`,
    'shared-days': ({ count, row }, say) =>
      `${say.count(count)} sətir eyni adlı bir sətrin də əhatə etdiyi günləri əhatə edir, birincisi sətir ${row}: hesabatda hər gün bir dəfə olur, deməli bunlar bir neçə hesabatdır və hansının sayılacağı bilinmir; qalanlarını çıxarın`,
    'repeated-figures': ({ column }) =>
      `yalnız "${column}" sütununda fərqlənən sətirlərin xərci və göstərimləri eynidir: bunlar hissələr deyil, bir neçə dəfə yazılmış sətirlərdir; bu sütun olmadan ixrac edin və ya onun yalnız bir qiymətinin sətirlərini saxlayın`,
    'idle-end': ({ days, from }, say) =>
      `son ${say.count(days)} gündə (${from} tarixindən) xərc və göstərim yoxdur: son dörd həftənin tempinə bunlar da daxildir; hələ gəlməmiş günlərdirsə, onları çıxarın`,
    'blank-spend': ({ count, row }, say) =>
      `${say.count(count)} sətirdə göstərim var, xərc boşdur, birincisi sətir ${row}: pulsuz sayılır; iş kitabında heç hesablanmamış düsturlar boş olur, kitabı açıb yenidən saxlayın`,
    'comparison-rows': ({ column, value, count, spend, aside }, say) =>
      `"${column}" sütununda "${value}" deyən ${say.count(count)} sətrin xərci ${say.count(spend)}: ${aside ? 'kənara qoyulub; bu günlərdə xərclənibsə, sütunu göstərin' : 'qalanları kimi sayılır; bu günlərdə xərclənməyibsə, çıxarın'}`,
    'future-rows': ({ count, spend, first, last, today }, say) =>
      `${say.count(count)} sətrin tarixi ${today} günündən sonradır (${first === last ? first : `${first} – ${last}`}), xərci ${say.count(spend)}: hələ gəlməmiş günlərdə xərclənə bilməzdi, ona görə kənara qoyulub; il və ya gün ilə ayın sırası səhvdirsə, düzəldin`,
    'all-future': ({ first, last, today }) =>
      `bütün sətirlərin tarixi ${today} günündən sonradır (${first === last ? first : `${first} – ${last}`}): başqa sətir olmadığına görə sayılır; ili, yaxud bu kompüterin tarixini yoxlayın`,
    'running-sums': () =>
      'hər kampaniyanın xərci və göstərimləri tarixdən tarixə yalnız artır: ilk gündən bəri cəmlərə oxşayır, belədirsə hər gün dəfələrlə sayılır; hər günün öz rəqəmlərini ixrac edin',
    'perhaps-millionths': ({ column, price }, say) =>
      `"${column}" sütununda yalnız 10.000-in misilləri var və min göstərim ${say.count(price)} edir: proqram interfeysləri məbləğləri milyonda birlərlə verir; bunlar da belədirsə, sütunu cost_micros adlandırın`,
    'near-subtotals': ({ count, name, row }, say) =>
      `"${name}" kimi adlanan ${say.count(count)} sətir belə bir müddətin günlərinin cəminə çox yaxındır, birincisi sətir ${row}: sayılır; cəmdirsə, çıxarın`,
    'uneven-subtotals': ({ count, row }, say) =>
      `${say.count(count)} sətir hissələrinin sətirləri yanında "hamısı" deyir, amma onların cəmi deyil, birincisi sətir ${row}: hər ikisi sayılır; yalnız birini ixrac edin`,
    'rate-disagrees': ({ column, rows, checked, row, detail }, say) =>
      `"${column}" yoxlanılan ${say.count(checked)} sətirdən ${say.count(rows)} sətirdə saylarla uyğun gəlmir: sətir ${row}, ${say.detail(detail)}`,
    'rate-is-other': ({ column, agree, checked }, say) =>
      `"${column}" yoxlanılan ${say.count(checked)} sətirdən yalnız ${say.count(agree)} sətirdə saylarla uyğun gəlir: başqa bir şeyi sayır`,
    'message-opens': ({ count }, say) =>
      `sponsorlu mesajların ${say.count(count)} sətrində klik göstərimdən çoxdur: mesajın açılması klik sayılır`,
    'link-above-all': ({ count }, say) =>
      `${say.count(count)} sətirdə keçid klikləri bütün kliklərdən çoxdur: onlar ayrıca sayılır, sətirlər saxlanılır`,
    'blank-zeros': ({ headers }, say) =>
      `bu sütunlarda boş xana sıfırdır: ${say.list(headers)}; platforma sıfır sayını boş qoyur`,
    'tax-in-name': ({ column, of }) =>
      `"${column}": məbləğlər olduğu kimi oxunur, adından göründüyü kimi ${of === 'net' ? 'vergi və haqlar xaric' : 'vergi və haqlar daxil'}; onlardan qurulan planın büdcəsi də belədir`,
    'view-through': ({ count }, say) =>
      `${say.count(count)} sətirdə konversiya klikdən çoxdur: baxışdan sonrakı konversiyalar da sayılır`,
    'merged-names': ({ count }, say) =>
      `kampaniya adlarının yalnız böyük-kiçik hərf, boşluq və ya alt xətlə fərqlənən ${say.count(count)} yazılışı bir sayıldı`,
    'named-once': ({ headers }, say) =>
      `${say.list(headers)}, birləşdirilmiş xanalarda olduğu kimi, hər qrupun yalnız ilk sətrində yazılıb: altındakı sətirlər də onun sayılır`,
    'other-platforms': ({ platform, names }) =>
      `sütunların adları ${platform} adlarıdır, kampaniyalar isə bunların adını daşıyır: ${names.join(', ')}; sətirlər ${platform} sətirləri sayılır`,
    'shared-column': ({ header }) => `"${header}" heç bir platformaya aid deyil və nəzərə alınmır`,
    'figures-in-rows': ({ column, figures }, say) =>
      `"${column}" hər sətrin rəqəminin nə olduğunu deyir: sətirlər bu sütunlarla birləşdirilib: ${say.list(figures)}`,
    'periods-in-columns': ({ first, last, count, figures }, say) =>
      `"${first}" – "${last}" sütunları yan-yana ${say.count(count)} dövrdür (${say.list(figures)}): hər biri ayrıca sətir kimi oxunur`,
    'unread-columns': ({ headers, more }, say) =>
      `istifadə olunmayan sütunlar: ${say.list(headers)}${more ? ', …' : ''}`,
    'later-pull': ({ earlier, later, rows }, say) =>
      `${earlier} faylının ${say.count(rows)} sətri daha sonra çıxarılmış ${later} faylında da var: bir dəfə sayılır`,
    'finer-rows': ({ coarse, fine, rows }, say) =>
      `${coarse} faylının ${say.count(rows)} sətri ${fine} faylındakı daha qısa müddətli sətirlərin cəmidir: qısa müddətlilər sayılır, cəmlər sayılmır`,
    'other-parts': ({ one, other, rows }, say) =>
      `${one} faylının ${say.count(rows)} sətri ${other} faylındakı sətirlərlə eyni ad və günlərə malikdir, rəqəmləri isə başqadır: bunlar bir hesabın hissələridirsə, onları birlikdə və ya fərqləndirən sütunla ixrac edin; biri köhnəlibsə, onu verməyin`,
    'partly-shared': ({ one, row, other }) =>
      `${one}, sətir ${row}: günlərinin bir hissəsi ${other} faylında var, bir hissəsi yoxdur, hansı rəqəmlərin iki dəfə sayıldığı bilinmir: hər ikisini günlər üzrə ixrac edin və ya birini verməyin`,
    'several-budgets': ({ headers }, say) =>
      `bu sütunların hamısı büdcədir: ${say.list(headers)}; hansının əsas olduğunu --map HEADER=budget və ya --map HEADER=ignore ilə göstərin`,
    'not-an-amount': ({ row, column, found }) =>
      `sətir ${row}, "${column}": "${found}" yazılıb, 0 və ya daha böyük pul məbləği olmalıdır`,
    'not-a-day': ({ row, column, found }) => `sətir ${row}, "${column}": "${found}" yazılıb, tarix olmalıdır`,
    'ends-before': ({ row }) => `sətir ${row}: başlamazdan əvvəl bitir`,
    'no-channel': ({ row }) =>
      `sətir ${row}: məbləğ var, kanal göstərilməyib: kanalı yazın və ya sətri yekun adlandırın`,
    'other-sum': ({ row, column, stated, sum }) =>
      `sətir ${row}: "${column}" sütununda ${stated} yazılıb, dövrlərin cəmi isə ${sum}`,
    'other-total': ({ row, stated, sum }) =>
      `sətir ${row}: yekun ${stated} yazılıb, yuxarıdakı sətirlərin cəmi isə ${sum}`,
    'plan-currencies': ({ codes }) => `məbləğlər bir neçə valyutadadır (${codes.join(', ')}): bir valyutada plan verin`,
    'months-without-year': ({ headers }, say) =>
      `ay adlarında il yoxdur: ${say.list(headers)}; belə yazın: Jan 2027 və ya 2027-01`,
    'plan-dates': ({ example }) =>
      `"${example}" tarixində əvvəl gün də, əvvəl ay da ola bilər: --day-first və ya --month-first ilə göstərin`,
    'not-in-a-row': ({ header }) =>
      `"${header}" özündən əvvəlki dövrün ardınca gəlmir: dövrlər boşluqsuz yan-yana durmalıdır`,
    'some-dated': ({ row }) =>
      `sətir ${row}: tarix yoxdur, başqa sətirlərdə isə var: hər birinə başlanğıc və son verin`,
    'daily-without-days': ({ row, column }) =>
      `sətir ${row}: "${column}" bir günün büdcəsidir, neçə gün olduğunu isə heç bir tarix demir: başlanğıc və son, ya da bütün dövrün büdcəsini verin`,
    'no-placements': () => 'heç bir sətirdə həm tanınan kanal, həm də 0-dan böyük məbləğ yoxdur',
    'left-out': ({ row, channel, amount }) =>
      `sətir ${row}: "${channel}" tanınan platforma deyil: ${amount} nəzərə alınmadı`,
    'not-taken': ({ headers }, say) => `götürülmədi, çünki proqnoz bunları özü hesablayır: ${say.list(headers)}`,
  },
  reasons: {
    'too many fields': 'artıq sahə',
    'too few fields': 'çatışmayan sahə',
    'not a number': 'rəqəm deyil',
    'not a date': 'tarix deyil',
    'no date': 'tarix yoxdur',
    'impossible date': 'mümkün olmayan tarix',
    'ends before it starts': 'başlamazdan əvvəl bitir',
    'negative amount': 'mənfi məbləğ',
    'clicks above impressions': 'klik göstərimdən çoxdur',
    'shifted columns': 'sürüşmüş sütunlar',
    'reach above impressions': 'əhatə göstərimdən çoxdur',
    'rate contradicts its counts': 'nisbət saylara ziddir',
    duplicate: 'təkrar',
    'restated later': 'sonra düzəldilib',
    'in another file': 'başqa faylda var',
    'subtotal among rows': 'sətirlər arasında aralıq yekun',
    'row without a name': 'adsız sətir',
    'planned or before': 'planlaşdırılıb və ya əvvəlki dövrdəndir',
    'after today': 'tarixi bu gündən sonradır',
    'unknown currency': 'naməlum valyuta',
    'no figures': 'rəqəm yoxdur',
  },
  faults: {
    'no such file': 'belə fayl yoxdur',
    'it is a directory': 'bu, qovluqdur',
    'permission denied': 'icazə yoxdur',
    'nobody wrote to this pipe for 5 seconds': '5 saniyə ərzində bu kanala heç nə yazılmadı',
  },
  oversized: {
    'the file': 'fayl',
    'what comes through the pipe': 'kanaldan gələn məlumat',
    'the workbook': 'cədvəl faylı',
    'the unpacked workbook': 'açılmış cədvəl faylı',
    'an unpacked part of the workbook': 'cədvəl faylının açılmış bir hissəsi',
  },
  textOf: (dimension) => `"${dimension}" sütununun mətni`,
  countable: {
    rows: 'sətirlər',
    cells: 'xanalar',
    'rows that contradict themselves': 'özü ilə ziddiyyətli sətirlər',
    'parts of the workbook': 'cədvəl faylının hissələri',
  },
  textsOf: (dimension) => `"${dimension}" sütununda müxtəlif mətnlər`,
  details: {
    cell: ({ text }) => `"${text}"`,
    blank: ({ header }) => `"${header}" boşdur`,
    value: ({ header, text, of }) => `"${header}"${{ figure: '', count: ' (say)', name: ' (ad)' }[of]}: "${text}"`,
    window: ({ from, to }) => `"${from}" – "${to}"`,
    clicks: ({ clicks, impressions }) => `${clicks} klik, ${impressions} göstərim`,
    people: ({ people, impressions }) => `${people} şəxs, ${impressions} göstərim`,
    fields: ({ found, expected }) => `${expected} əvəzinə ${found}`,
    'same as above': () => 'yuxarıdakı sətirlə xana-xana eynidir',
    again: ({ row }) => `eyni gün sətir ${row} ilə yenidən verilir`,
    nameless: () => 'kampaniya, reklam dəsti və reklam adı yoxdur',
    rate: ({ header, given, found }) => `"${header}": ${given}, saylara görə isə ${found}`,
    none: () => '',
  },
  evidence: {
    given: () => 'verildiyi kimi',
    nothing: () => 'heç nə göstərmir',
    'platforms side by side': () => 'başlıqda platformalar yanaşı durur',
    'column of platforms': () => 'platforma sütunu',
    'campaign names': () => 'kampaniya adları',
    'own columns': ({ headers }, say) => `bu sütunlar yalnız onun ixracında olur: ${say.list(headers)}`,
    'column names': () => 'sütun adları',
    'all columns': () => 'bu sütunların hamısı yalnız onun ixracında olur',
    'column named': ({ header }) => `bir sütunun adı "${header}"`,
    'file name': ({ word }) => `faylın adında "${word}" var`,
    'column of currencies': () => 'valyuta sütunu',
    column: ({ header }) => `"${header}" sütunu`,
    'dollar sign': () => 'xanalarda "$" işarəsi',
    sign: ({ header }) => `"${header}" sütununun xanalarındakı işarə`,
  },
  columns: {
    mapping: () => 'uyğunlaşdırmada göstərildiyi kimi',
    group: ({ group }) => `${group} sütunlarından`,
    hours: () => 'xanaları günlərin saatlarıdır',
    dates: () => 'xanalarında tarixlər var, başqa heç bir sütunda yoxdur',
    'date parts': ({ headers }, say) => `birlikdə tarixdir: ${say.list(headers)}`,
    currencies: () => 'xanalarında valyuta kodları var',
    platforms: () => 'xanalarında platforma adları var',
    'no header': () => 'başlıq yoxdur',
    unknown: () => 'naməlum ad',
    name: ({ platform, language, known }) =>
      `${platform === null ? 'ümumi ad' : `${platform} ixracındakı ad`}, ${language}, ${known}`,
    shared: () => 'heç bir platformaya aid deyil',
    used: ({ header, field }) => `${field} üçün "${header}" istifadə olunur`,
  },
  origin: ({ days, rows, campaigns, counted, present, prior }, say) => {
    const when =
      days === null
        ? `tarixsiz ${say.count(rows)} sətir`
        : `${days.first === days.last ? days.first : `${days.first} – ${days.last}`}, ${say.count(rows)} sətir, ${say.count(campaigns)} kampaniya`;
    const method =
      counted === null
        ? 'iyerarxik loqnormal model'
        : `${say.count(counted.trials)} ${COUNTS[counted.trialsOf]}, ${say.count(counted.hits)} ${COUNTS[counted.hitsOf]}; qismən birləşdirməli beta-binomial model`;
    const level =
      present === null
        ? ''
        : `; indiki səviyyə (${present.halfLife === null ? 'bütün günlər bərabər çəkilidir' : `yarımömür ${say.count(present.halfLife)} gün`}), yayılma hər biri ${say.count(present.stretchDays)} günlük ${say.count(present.stretches)} dövrdəki dəyişməyə görə`;
    const source =
      prior.kind === 'vague'
        ? 'müqayisə göstəricisi yoxdur, geniş aralıq'
        : prior.kind === 'other platforms'
          ? 'digər platformaların səviyyəsi'
          : `${prior.source}, ${prior.period}, etibar dərəcəsi ${prior.grade}`;
    return `${when}; ${method}${level}; ilkin bilik: ${source}`;
  },
  notes: {
    'other-currencies': ({ main }) => `valyutası ${main} olmayan sətirlər uyğunlaşdırmaya daxil edilmir`,
    'open-rows': ({ count }, say) =>
      `${say.count(count)} sətrin son günü yoxdur, ona görə uyğunlaşdırmaya daxil edilmir`,
    'spread-rows': ({ days }, say) => `hər sətir ${say.count(days)} günü əhatə edir və bu günlərə bərabər bölünür`,
    'undated-rows': () =>
      'sətirlərdə tarix yoxdur: reklamlar arasındakı fərq qiymətləndirilir, zamanla dəyişən isə yox',
    'unknown-platform': () =>
      'heç bir fayl sətirlərin hansı platformadan olduğunu göstərmir: --map platform=NAME ilə göstərin',
    'lines-left-out': ({ lines }) =>
      `qiymətləndirildi, amma plana daxil edilmədi: ${lines.map(({ line, spendUntil }) => `${line} (${spendUntil === null ? 'platforma məlum deyil' : `son xərc tarixi ${spendUntil}`})`).join(', ')}`,
    'campaigns-without-rows': ({ count }, say) =>
      `${say.count(count)} kampaniyanın həm xərci, həm də göstərimi olan sətri yoxdur`,
    'price-of-late': ({ line, factor }, say) =>
      `${line}: son həftənin qiyməti, planın əsaslandığı son dörd həftənin qiymətinin ${say.percent(factor)} qədəri idi; belə qalacaqsa, cpm göstəricisini dəyişin`,
    'late-conversions': ({ days, restated }, say) =>
      `konversiyaların yarısı ${say.count(Math.round(10 * days) / 10)} gün ərzində qeydə alınır (${restated === null ? 'verildiyi kimi' : `iki hesabatda olan ${say.count(restated)} konversiyaya görə`}): son günlərin konversiyaları gələcəklərin bir hissəsi sayılır`,
    'weekday-prices': ({ line }) =>
      `${line}: qiymətlər həftənin gününə görə fərqlənir; bunlar günlər üzrə planda olur (--horizon "28 days")`,
    'far-above-pace': ({ times }, say) =>
      `bu plan son dörd həftənin tempi ilə eyni müddətdə xərclənəcəkdən qat-qat çox xərcləyir (nisbət: ${say.count(Math.round(times))}): orada ölçülən qiymət və nisbətlər bu səviyyədə özünü doğrultmaya bilər`,
    repriced: ({ from, to, figures, far }, say) =>
      `Yoxlama: ${from} – ${to} öz xərci ilə yenidən hesablandı: ${figures.length === 0 ? 'müqayisə üçün məlumat azdır' : `faktiki nəticəyə nisbətən ${figures.map(({ name, share }) => `${COUNTS[name]} ${say.percent(share)}`).join(', ')}`}${far ? '; fərq çox böyükdür: son qiymətlər və ya nisbətlər bu həftələrdəki kimi deyil' : ''}`,
  },
};

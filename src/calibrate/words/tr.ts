import { type ExportWords, example } from './types.js';

const WHAT = { spend: 'harcama', impressions: 'gösterim' };
const COUNTS = { impressions: 'gösterim', clicks: 'tıklama', views: 'izlenme', conversions: 'dönüşüm' };
const ORDER = { 'year first': 'önce yıl', 'day first': 'önce gün', 'month first': 'önce ay' };

/** What is said of exports in Turkish. */
export const exportsTr: ExportWords = {
  language: 'tr',
  findings: {
    unreadable: ({ fault }) =>
      `dosya okunamıyor: ${typeof fault === 'string' ? exportsTr.faults[fault] : fault.system}`,
    'empty-file': () => 'dosya boş',
    'binary-file': () => 'dosya ne metin ne de XLSX çalışma kitabı: CSV veya XLSX olarak dışa aktarın',
    'old-workbook': () => 'dosya eski bir .xls çalışma kitabı: .xlsx veya CSV olarak kaydedin',
    'broken-workbook': ({ detail }) => `çalışma kitabı açılamıyor: ${detail}`,
    'too-large': ({ what, most }, say) =>
      `${typeof what === 'string' ? exportsTr.oversized[what] : exportsTr.textOf(what.textOf)} ${say.size(most)} sınırından büyük: daha kısa bir süreyi veya daha az sütunu dışa aktarın`,
    'too-many': ({ what, most }, say) =>
      `${typeof what === 'string' ? exportsTr.countable[what] : exportsTr.textsOf(what.textsOf)} çok fazla (en çok ${say.count(most)}): daha kısa bir süreyi veya daha az ayrıntıyı dışa aktarın`,
    'too-many-columns': ({ row, found, most }, say) =>
      `${row}. satırda ${say.count(found)} hücre var; hiçbir dışa aktarımda ${say.count(most)} hücreden fazlası olmaz`,
    'too-slow': ({ seconds }, say) =>
      `okunması ${say.count(seconds / 60)} dakikadan uzun sürüyor: daha kısa bir süreyi veya daha az ayrıntıyı dışa aktarın`,
    'broken-text': ({ encoding }) =>
      `dosya yarıda kesiliyor veya kodlamaları karıştırıyor: baştan sona ${encoding} değil`,
    'unclosed-quote': ({ line }) => `${line}. satırda açılan tırnak işareti kapanmıyor: dosya yarıda kesiliyor`,
    'malformed-csv': ({ detail }) => `CSV çözümlenemiyor: ${detail}`,
    'legacy-encoding': ({ encoding }) =>
      `dosya UTF-8 değil; ${encoding} olarak okundu, bu yüzden adlarda yanlış harfler olabilir`,
    'no-final-newline': () => 'son satırın sonu yok: dosya kesildiyse son sayının bazı basamakları eksik olabilir',
    'stray-byte': () => 'son satırdan sonra karakter olmayan tek bir bayt var: dışarıda bırakıldı',
    'sheets-together': ({ sheets }, say) =>
      `${say.list(sheets)} sayfalarının sütunları aynı, art arda okunuyorlar: satırlar hepsi boyunca sayılır`,
    'other-sheets': ({ sheets }, say) =>
      `sütunları farklı olduğundan okunmayan sayfalar: ${say.list(sheets)}. Sayıları da hesaba girecekse her birini ayrı dosya olarak kaydedip onu da verin`,
    'hidden-sheets': ({ sheets }, say) =>
      `çalışma kitabında gizli olduğundan okunmayan sayfalar: ${say.list(sheets)}. Sayıları da hesaba girecekse onları gösterip kitabı yeniden kaydedin`,
    'no-header': ({ searched }, say) =>
      `ilk ${say.count(searched)} satırın hiçbirinde dışa aktarım sütunlarının adları (spend, impressions, clicks, …) yok: bunları bir eşlemeyle belirtin`,
    'no-figures': ({ headers }, say) =>
      `harcama, gösterim, tıklama veya dönüşüm sütunu bulunamadı; sütunlar: ${say.list(headers)}`,
    'unsaid-figures': ({ first, last }) =>
      `"${first}" – "${last}" sütunları dönem, sayılarının ne olduğu ise yazmıyor: her ada Spend, Impressions ya da Clicks yazın ("${first} Spend"), ya bir Metric sütunu ekleyin ya da her döneme bir satır verin`,
    'unknown-figures': ({ column, names }, say) =>
      `"${column}" her satırdaki sayının ne olduğunu söylüyor, ama hiçbiri bilinmiyor (${say.list(names)}): onlara Spend, Impressions, Clicks, Conversions deyin`,
    'no-rows': () => 'başlık var, ama altında sayı içeren tek bir satır yok',
    'all-quarantined': ({ count, reason, detail }, say) =>
      `${say.count(count)} satırın hiçbiri okunamadı; en sık neden: ${exportsTr.reasons[reason]}${example(detail, say)}`,
    'same-field': ({ field, headers }, say) =>
      `bu sütunların hepsi ${field} sayılıyor: ${say.list(headers)}; hangisinin geçerli olduğunu bir eşlemeyle belirtin`,
    'unknown-mapping': ({ header, headers }, say) =>
      `eşlemede "${header}" sütunu geçiyor; dosyanın sütunları: ${say.list(headers)}`,
    'unknown-field': ({ field }) => `eşlemede "${field}" alanı geçiyor; böyle bir alan yok`,
    'mixed-decimal-marks': ({ column, point, comma }) =>
      `"${column}" sütununda hem ondalık nokta (${point}) hem ondalık virgül (${comma}) var`,
    'ambiguous-decimal-mark': ({ column, example }) =>
      `"${column}": "${example}" hem binlik hem ondalık olarak okunabilir ve dosyada hangisi olduğu anlaşılmıyor: ondalık işaretini belirtin`,
    'in-thousands': ({ headers, times }, say) =>
      `sütun adının dediği gibi ${say.count(times)} ile çarpıldı: ${say.list(headers)}; yuvarlanan kısım bilinmiyor`,
    abbreviated: ({ headers, example }, say) =>
      `${say.list(headers)} sütunlarında "${example}" gibi tutarlar yazılan basamaklarıyla okundu: yuvarlanmışlar, toplamları da öyle; tam toplamlar için kısaltılmamış sayıları dışa aktarın`,
    'above-in-thousands': ({ line }) =>
      `tablonun üstünde "${line}" yazıyor; sayılar yazıldıkları gibi okunuyor: binlikse bunu sütun adlarına yazın, "Harcama (000)" gibi`,
    'mixed-date-orders': ({ column, day, month }) =>
      `"${column}" sütununda hem önce gün (${day}) hem önce ay (${month}) yazılmış: hangisi olduğunu belirtin, ötekiler ayrılır`,
    'no-years': ({ column, example }) =>
      `"${column}": ${example} yılı olmayan bir gün: gün ve ayın yanına yılı da yazın`,
    'ambiguous-dates': ({ column, example }) =>
      `"${column}": ${example} tarihinde önce gün de önce ay da olabilir: hangisi olduğunu belirtin`,
    'no-dates': ({ headers }, say) =>
      `tarih sütunu yok: satırlar bilinmeyen tek bir dönemin dökümü${headers.length === 0 ? '' : `; ${say.list(headers)} sütununda tarihler var, ama adı bilinmiyor`}`,
    'date-forms': ({ column, forms }) =>
      `"${column}" sütununda tarihler ${forms.length} biçimde yazılmış: ${forms.join(', ')}; hepsi tek bir sırayla okunuyor`,
    'iso-weeks': ({ column, example }) =>
      `"${column}": "${example}" ISO haftası sayıldı, pazartesiden pazara; yılın ilk haftası 4 Ocak'ın içinde olduğu haftadır; tablo programları haftaları başka türlü sayabilir`,
    'epoch-dates': ({ column, example }) =>
      `"${column}": "${example}" 1970'ten bu yana saniye ya da milisaniye sayıldı; bütün hücreler hesabın saat diliminde gece yarısıysa gün oradaki gündür, değilse Greenwich'teki`,
    'open-ends': ({ count }, say) => `son günü olmayan ${say.count(count)} satır var: kapsadıkları süre bilinmiyor`,
    'overlapping-windows': ({ count, row }, say) =>
      `${say.count(count)} satır, aynı adları taşıyan bir satırın da kapsadığı günleri kapsıyor, ilki ${row}. satır: hepsi sayılıyor; biri aynı günlerin daha sonra alınmış raporuysa ötekini çıkarın`,
    'exclusive-ends': () => 'süreler son günlerinin ertesi günü bitiyor: bitişler bir gün geri alındı',
    'averaged-days': ({ least, most }, say) =>
      `harcamanın günlük ortalamaya oranı, satırların tarihlerinden başlayarak ${least === most ? '' : `${say.count(least)}–`}${say.count(most)} gün kapsadığını gösteriyor`,
    'last-days-only': ({ least, most }, say) =>
      `satırlarda yalnızca son günler var; aralarındaki adımlar her satırın ${least === most ? '' : `${say.count(least)}–`}${say.count(most)} gün kapsadığını gösteriyor`,
    'results-aside': ({ column }, say) =>
      `"${column}" her kampanyanın kendi hedefini sayar, bu yüzden burada hiçbir şey sipariş ya da potansiyel müşteri sayılmıyor: ${say.onPage ? 'öyleyseler, her sütunun ne olarak alındığı yerde belirtin' : `öyleyseler --map "${column}=conversions" yazın`}`,
    'order-by-months': ({ order }) =>
      `tarihler ${ORDER[order]} olarak okunuyor: günlük ortalamaların gösterdiği gibi satırlar ancak o zaman tam ayları kapsıyor`,
    'mixed-currencies': ({ codes }) =>
      `tutarlar birden çok para biriminde (${codes.join(', ')}): toplamları ayrı tutuluyor`,
    'unknown-currency': () => 'dosyada para birimi belirtilmiyor: hangisi olduğunu belirtin',
    'assumed-dollars': () => 'tutarlarda yalnızca $ işareti var; ABD doları varsayıldı',
    'other-currency': ({ given, found }) =>
      `verilen para birimi ${given}, dosyada ise ${found ?? 'başka bir para birimi'} yazıyor`,
    'currency-headers': ({ headers }, say) => `farklı para birimlerindeki tutarlar yan yana: ${say.list(headers)}`,
    'mixed-signs': ({ column, signs }) =>
      `"${column}" sütununda farklı para birimi işaretleri var (${signs.join(', ')}), para birimi sütunu ise yok`,
    quarantined: ({ reason, count, row, detail }, say) =>
      `${say.count(count)} satır ayrıldı, neden: ${exportsTr.reasons[reason]}; ${row}. satır: ${say.detail(detail)}`,
    'mostly-wrong': ({ count, rows, reason, detail }, say) =>
      `${say.count(rows)} satırdan ${say.count(count)} tanesi kendisiyle çelişiyor, en sık neden: ${exportsTr.reasons[reason]}${example(detail, say)}; sütunlar sanıldığı gibi değil`,
    'short-row': ({ row, found, expected }) =>
      `${row}. satırda ${expected} alandan ${found} tanesi var; ötekiler boş sayılıyor`,
    'total-differs': ({ row, what, total, sum }) =>
      `${row}. satırdaki toplama göre ${WHAT[what]} ${total}; satırların toplamı ise ${sum}`,
    'total-agrees': ({ row, what, total }) =>
      `${row}. satırdaki toplam, satırların toplamıyla aynı: ${WHAT[what]} ${total}`,
    'unknown-breakdown': ({ repeats, rows }, say) =>
      `${say.count(rows)} satırdan ${say.count(repeats)} tanesi aynı tarihi ve adı başka sayılarla tekrarlıyor: düzeltilmiş günler olamayacak kadar çok ve bunları ayıracak bir sütun bilinmiyor: o sütunu breakdown olarak eşleyin`,
    'unnamed-repeats': ({ count }, say) =>
      `${say.count(count)} satır aynı tarihi ve dökümü başka sayılarla tekrarlıyor; kampanya sütunu olmadığından hepsi tutuluyor`,
    'named-total': ({ count, name, row }, say) =>
      `"${name}" adlı ${say.count(count)} satır bir kampanyanınki sayılıyor, ilki ${row}. satır: o günün öteki satırlarının toplamından az, demek ki onların toplamı değil`,
    'shared-days': ({ count, row }, say) =>
      `${say.count(count)} satır, aynı adları taşıyan bir satırın da kapsadığı günleri kapsıyor, ilki ${row}. satır: bir raporda her gün bir kez bulunur, demek ki bunlar birkaç rapor ve hangisinin sayılacağı belli değil; ötekileri çıkarın`,
    'repeated-figures': ({ column }) =>
      `yalnızca "${column}" sütununda farklı olan satırların harcaması ve gösterimi aynı: parçalar değil, birkaç kez yazılmış satırlar; bu sütun olmadan dışa aktarın ya da değerlerinden yalnızca birinin satırlarını bırakın`,
    'idle-end': ({ days, from }, say) =>
      `son ${say.count(days)} günde (${from} tarihinden beri) harcama ve gösterim yok: son dört haftanın temposuna bunlar da girer; henüz gelmemiş günlerse çıkarın`,
    'blank-spend': ({ count, row }, say) =>
      `${say.count(count)} satırda gösterim var, harcama boş, ilki ${row}. satır: bedava sayılıyor; çalışma kitabında hiç hesaplanmamış formüller boştur, kitabı açıp yeniden kaydedin`,
    'comparison-rows': ({ column, value, count, spend, aside }, say) =>
      `"${column}" sütununda "${value}" diyen ${say.count(count)} satırın harcaması ${say.count(spend)}: ${aside ? 'kenara ayrıldı; bu günlerde harcandıysa sütunu belirtin' : 'ötekiler gibi sayılıyor; bu günlerde harcanmadıysa çıkarın'}`,
    'future-rows': ({ count, spend, first, last, today }, say) =>
      `${say.count(count)} satırın tarihi ${today} gününden sonra (${first === last ? first : `${first} – ${last}`}), harcaması ${say.count(spend)}: henüz gelmemiş günlerde harcanmış olamaz, bu yüzden kenara ayrıldı; yıl ya da gün ile ayın sırası yanlışsa düzeltin`,
    'all-future': ({ first, last, today }) =>
      `bütün satırların tarihi ${today} gününden sonra (${first === last ? first : `${first} – ${last}`}): başka satır olmadığından sayılıyor; yılı ya da bu bilgisayarın tarihini denetleyin`,
    'running-sums': () =>
      'her kampanyanın harcaması ve gösterimi tarihten tarihe yalnızca artıyor: ilk günden beri toplamlara benziyor, öyleyse her gün defalarca sayılıyor; her günün kendi değerlerini dışa aktarın',
    'perhaps-millionths': ({ column, price }, say) =>
      `"${column}" yalnızca 10.000'in katlarını içeriyor ve bin gösterim ${say.count(price)} tutuyor: program arayüzleri tutarları milyonda bir olarak verir; bunlar da öyleyse sütunun adını cost_micros yapın`,
    'near-subtotals': ({ count, name, row }, say) =>
      `"${name}" gibi adlandırılmış ${say.count(count)} satır böyle bir sürenin günlerinin toplamına çok yakın, ilki ${row}. satır: sayılıyor; toplamsa çıkarın`,
    'uneven-subtotals': ({ count, row }, say) =>
      `${say.count(count)} satır, parçalarının satırları yanında "tümü" diyor ve onların toplamı değil, ilki ${row}. satır: ikisi de sayılıyor; yalnızca birini dışa aktarın`,
    'rate-disagrees': ({ column, rows, checked, row, detail }, say) =>
      `"${column}" denetlenen ${say.count(checked)} satırdan ${say.count(rows)} tanesinde sayımlarla uyuşmuyor: ${row}. satır, ${say.detail(detail)}`,
    'rate-is-other': ({ column, agree, checked }, say) =>
      `"${column}" denetlenen ${say.count(checked)} satırdan yalnızca ${say.count(agree)} tanesinde sayımlarla uyuşuyor: başka bir şeyi sayıyor`,
    'message-opens': ({ count }, say) =>
      `sponsorlu mesajların ${say.count(count)} satırında tıklama gösterimden fazla: açılan mesajlar tıklama sayılıyor`,
    'link-above-all': ({ count }, say) =>
      `${say.count(count)} satırda bağlantı tıklamaları tüm tıklamalardan fazla: ayrı sayılıyor ve tutuluyorlar`,
    'blank-zeros': ({ headers }, say) =>
      `bu sütunlarda boş hücre sıfırdır: ${say.list(headers)}; bu platform sıfır sayısını boş bırakıyor`,
    'tax-in-name': ({ column, of }) =>
      `"${column}": tutarlar olduğu gibi okunur, adının söylediği gibi ${of === 'net' ? 'vergi ve ücretler hariç' : 'vergi ve ücretler dahil'}; bunlardan yapılan planın bütçesi de öyledir`,
    'view-through': ({ count }, say) =>
      `${say.count(count)} satırda dönüşüm tıklamadan fazla: görüntülemeden sonraki dönüşümler de sayılıyor`,
    'merged-names': ({ count }, say) =>
      `kampanya adlarının yalnızca büyük-küçük harf, boşluk veya alt çizgiyle ayrılan ${say.count(count)} yazılışı bir sayıldı`,
    'named-once': ({ headers }, say) =>
      `${say.list(headers)}, birleştirilmiş hücrelerde olduğu gibi, her grubun yalnızca ilk satırında yazıyor: altındaki satırlar da onun sayılıyor`,
    'other-platforms': ({ platform, names }) =>
      `sütun adları ${platform} adları, kampanyalar ise şunların adını taşıyor: ${names.join(', ')}; satırlar ${platform} satırı sayılıyor`,
    'shared-column': ({ header }) => `"${header}" tek bir platforma ait değil, dışarıda bırakıldı`,
    'figures-in-rows': ({ column, figures }, say) =>
      `"${column}" her satırdaki sayının ne olduğunu söylüyor: satırlar şu sütunlarla birleştirildi: ${say.list(figures)}`,
    'periods-in-columns': ({ first, last, count, figures }, say) =>
      `"${first}" – "${last}" sütunları yan yana ${say.count(count)} dönemdir (${say.list(figures)}): her biri ayrı bir satır olarak okunur`,
    'unread-columns': ({ headers, more }, say) => `kullanılmayan sütunlar: ${say.list(headers)}${more ? ', …' : ''}`,
    'later-pull': ({ earlier, later, rows }, say) =>
      `${earlier} dosyasının ${say.count(rows)} satırı daha sonra alınan ${later} dosyasında da var: bir kez sayılıyor`,
    'finer-rows': ({ coarse, fine, rows }, say) =>
      `${coarse} dosyasının ${say.count(rows)} satırı, ${fine} dosyasındaki daha kısa süreli satırların toplamı: kısa süreliler sayılıyor, toplamlar sayılmıyor`,
    'other-parts': ({ one, other, rows }, say) =>
      `${one} dosyasının ${say.count(rows)} satırı, ${other} dosyasındaki satırlarla aynı ad ve günleri başka sayılarla taşıyor: bir hesabın parçalarıysa birlikte veya onları ayıran sütunla dışa aktarın; biri güncel değilse onu vermeyin`,
    'partly-shared': ({ one, row, other }) =>
      `${one}, ${row}. satır: günlerinin bir bölümü ${other} dosyasında var, bir bölümü yok; hangi sayıların iki kez sayıldığı anlaşılamaz: ikisini de güne göre dışa aktarın veya birini vermeyin`,
    'several-budgets': ({ headers }, say) =>
      `bu sütunların hepsi bütçe: ${say.list(headers)}; hangisinin geçerli olduğunu --map HEADER=budget veya --map HEADER=ignore ile belirtin`,
    'not-an-amount': ({ row, column, found }) =>
      `${row}. satır, "${column}": "${found}" yazıyor, 0 veya daha büyük bir tutar bekleniyordu`,
    'not-a-day': ({ row, column, found }) => `${row}. satır, "${column}": "${found}" yazıyor, bir tarih bekleniyordu`,
    'ends-before': ({ row }) => `${row}. satır başlamadan bitiyor`,
    'no-channel': ({ row }) => `${row}. satırda tutar var, kanal yok: kanalı yazın veya satıra toplam deyin`,
    'other-sum': ({ row, column, stated, sum }) =>
      `${row}. satır: "${column}" sütununda ${stated} yazıyor, dönemlerinin toplamı ise ${sum}`,
    'other-total': ({ row, stated, sum }) =>
      `${row}. satırdaki toplam ${stated}; üstündeki satırların toplamı ise ${sum}`,
    'plan-currencies': ({ codes }) =>
      `tutarlar birden çok para biriminde (${codes.join(', ')}): tek para biriminde bir plan verin`,
    'months-without-year': ({ headers }, say) =>
      `ay adlarında yıl yok: ${say.list(headers)}; şöyle yazın: Jan 2027 veya 2027-01`,
    'plan-dates': ({ example }) =>
      `"${example}" tarihinde önce gün de önce ay da olabilir: --day-first veya --month-first ile belirtin`,
    'not-in-a-row': ({ header }) =>
      `"${header}" kendinden önceki dönemi izlemiyor: dönemler boşluksuz yan yana durmalı`,
    'some-dated': ({ row }) => `${row}. satırda tarih yok, başka satırlarda var: her birine başlangıç ve bitiş verin`,
    'daily-without-days': ({ row, column }) =>
      `${row}. satır: "${column}" bir günün bütçesidir, kaç gün olduğunu ise hiçbir tarih söylemiyor: başlangıç ve bitiş ya da dönemin tüm bütçesini verin`,
    'no-placements': () => 'hiçbir satırda hem bilinen bir kanal hem 0 değerinden büyük bir tutar yok',
    'left-out': ({ row, channel, amount }) =>
      `${row}. satır: "${channel}" bilinen bir platform değil: ${amount} dışarıda bırakıldı`,
    'not-taken': ({ headers }, say) => `alınmadı, çünkü tahmin bunları kendisi hesaplıyor: ${say.list(headers)}`,
  },
  reasons: {
    'too many fields': 'fazla alan',
    'too few fields': 'eksik alan',
    'not a number': 'sayı değil',
    'not a date': 'tarih değil',
    'no date': 'tarih yok',
    'impossible date': 'olanaksız tarih',
    'ends before it starts': 'başlamadan bitiyor',
    'negative amount': 'eksi tutar',
    'clicks above impressions': 'tıklama gösterimden fazla',
    'shifted columns': 'kaymış sütunlar',
    'reach above impressions': 'erişim gösterimden fazla',
    'rate contradicts its counts': 'oran sayımlarla çelişiyor',
    duplicate: 'yinelenen satır',
    'restated later': 'sonradan düzeltilmiş',
    'in another file': 'başka bir dosyada var',
    'subtotal among rows': 'satırlar arasında ara toplam',
    'row without a name': 'adsız satır',
    'planned or before': 'planlanan ya da önceki dönemden',
    'after today': 'tarihi bugünden sonra',
    'unknown currency': 'bilinmeyen para birimi',
    'no figures': 'sayı yok',
  },
  faults: {
    'no such file': 'böyle bir dosya yok',
    'it is a directory': 'bu bir klasör',
    'permission denied': 'izin yok',
    'nobody wrote to this pipe for 5 seconds': '5 saniye boyunca bu kanala hiçbir şey yazılmadı',
  },
  oversized: {
    'the file': 'dosya',
    'what comes through the pipe': 'kanaldan gelen veri',
    'the workbook': 'çalışma kitabı',
    'the unpacked workbook': 'açılmış çalışma kitabı',
    'an unpacked part of the workbook': 'çalışma kitabının açılmış bir parçası',
  },
  textOf: (dimension) => `"${dimension}" sütununun metni`,
  countable: {
    rows: 'satırlar',
    cells: 'hücreler',
    'rows that contradict themselves': 'kendisiyle çelişen satırlar',
    'parts of the workbook': 'çalışma kitabının parçaları',
  },
  textsOf: (dimension) => `"${dimension}" sütunundaki farklı metinler`,
  details: {
    cell: ({ text }) => `"${text}"`,
    blank: ({ header }) => `"${header}" boş`,
    value: ({ header, text, of }) => `"${header}"${{ figure: '', count: ' (sayım)', name: ' (ad)' }[of]}: "${text}"`,
    window: ({ from, to }) => `"${from}" – "${to}"`,
    clicks: ({ clicks, impressions }) => `${clicks} tıklama, ${impressions} gösterim`,
    people: ({ people, impressions }) => `${people} kişi, ${impressions} gösterim`,
    fields: ({ found, expected }) => `${expected} yerine ${found}`,
    'same as above': () => 'yukarıdaki bir satırla hücre hücre aynı',
    again: ({ row }) => `aynı gün ${row}. satırda yeniden veriliyor`,
    nameless: () => 'kampanya, reklam seti veya reklam adı yok',
    rate: ({ header, given, found }) => `"${header}": ${given}, sayımlara göre ise ${found}`,
    none: () => '',
  },
  evidence: {
    given: () => 'verildiği gibi',
    nothing: () => 'belirten bir şey yok',
    'platforms side by side': () => 'başlıkta platformlar yan yana',
    'column of platforms': () => 'platform sütunu',
    'campaign names': () => 'kampanya adları',
    'own columns': ({ headers }, say) => `bu sütunlar yalnızca onun dışa aktarımlarında olur: ${say.list(headers)}`,
    'column names': () => 'sütun adları',
    'all columns': () => 'bu sütunların hepsi yalnızca onun dışa aktarımlarında olur',
    'column named': ({ header }) => `bir sütunun adı "${header}"`,
    'file name': ({ word }) => `dosya adında "${word}" geçiyor`,
    'column of currencies': () => 'para birimi sütunu',
    column: ({ header }) => `"${header}" sütunu`,
    'dollar sign': () => 'hücrelerde "$" işareti',
    sign: ({ header }) => `"${header}" sütununun hücrelerindeki işaret`,
  },
  columns: {
    mapping: () => 'eşlemede belirtildiği gibi',
    group: ({ group }) => `${group} sütunlarından`,
    hours: () => 'hücreleri günlerin saatleri',
    dates: () => 'hücreleri tarih, başka hiçbir sütunda tarih yok',
    'date parts': ({ headers }, say) => `birlikte tarih: ${say.list(headers)}`,
    currencies: () => 'hücreleri para birimi kodları',
    platforms: () => 'hücrelerinde platform adları var',
    'no header': () => 'başlık yok',
    unknown: () => 'bilinmeyen ad',
    name: ({ platform, language, known }) =>
      `${platform === null ? 'ortak bir ad' : `${platform} dışa aktarımlarındaki ad`}, ${language}, ${known}`,
    shared: () => 'tek bir platforma ait değil',
    used: ({ header, field }) => `${field} için "${header}" kullanılıyor`,
  },
  origin: ({ days, rows, campaigns, counted, present, prior }, say) => {
    const when =
      days === null
        ? `tarihsiz ${say.count(rows)} satır`
        : `${days.first === days.last ? days.first : `${days.first} – ${days.last}`}, ${say.count(rows)} satır, ${say.count(campaigns)} kampanya`;
    const method =
      counted === null
        ? 'hiyerarşik lognormal model'
        : `${say.count(counted.trials)} ${COUNTS[counted.trialsOf]}, ${say.count(counted.hits)} ${COUNTS[counted.hitsOf]}; kısmi havuzlamalı beta-binom modeli`;
    const level =
      present === null
        ? ''
        : `; bugünkü düzey (${present.halfLife === null ? 'tüm günler eşit ağırlıkta' : `yarı ömür ${say.count(present.halfLife)} gün`}), yayılım her biri ${say.count(present.stretchDays)} günlük ${say.count(present.stretches)} dönemdeki değişime göre`;
    const source =
      prior.kind === 'vague'
        ? 'karşılaştırma değeri yok, geniş bir aralık'
        : prior.kind === 'other platforms'
          ? 'öteki platformların düzeyi'
          : `${prior.source}, ${prior.period}, güvenilirlik ${prior.grade}`;
    return `${when}; ${method}${level}; ön bilgi: ${source}`;
  },
  notes: {
    'other-currencies': ({ main }) => `para birimi ${main} olmayan satırlar kestirime katılmıyor`,
    'open-rows': ({ count }, say) => `${say.count(count)} satırın son günü yok, bu yüzden kestirime katılmıyor`,
    'spread-rows': ({ days }, say) => `her satır ${say.count(days)} gün kapsıyor ve bu günlere eşit dağıtılıyor`,
    'undated-rows': () => 'satırlarda tarih yok: reklamlar arasındaki fark kestiriliyor, zamanla değişen kestirilmiyor',
    'unknown-platform': () =>
      'hiçbir dosya satırlarının hangi platformdan olduğunu belirtmiyor: --map platform=NAME ile belirtin',
    'lines-left-out': ({ lines }) =>
      `kestirildi, ama plana alınmadı: ${lines.map(({ line, spendUntil }) => `${line} (${spendUntil === null ? 'platformu bilinmiyor' : `son harcama tarihi ${spendUntil}`})`).join(', ')}`,
    'campaigns-without-rows': ({ count }, say) =>
      `${say.count(count)} kampanyanın hem harcaması hem gösterimi olan satırı yok`,
    'price-of-late': ({ line, factor }, say) =>
      `${line}: son haftanın fiyatı, planın dayandığı son dört haftanınkinin ${say.percent(factor)} kadarıydı; böyle kalacaksa cpm değerini değiştirin`,
    'late-conversions': ({ days, restated }, say) =>
      `dönüşümlerin yarısı ${say.count(Math.round(10 * days) / 10)} gün içinde kaydediliyor (${restated === null ? 'verildiği gibi' : `iki raporda da bulunan ${say.count(restated)} dönüşüme göre`}): son günlerin dönüşümleri, geleceklerin bir bölümü sayılıyor`,
    'weekday-prices': ({ line }) =>
      `${line}: fiyatlar haftanın gününe göre değişiyor; günlük bir planda bunlar olur (--horizon "28 days")`,
    'far-above-pace': ({ times }, say) =>
      `bu plan, son dört haftanın hızıyla aynı sürede harcanacak olanın ${say.count(Math.round(times))} katını harcıyor: orada ölçülen fiyat ve oranlar bu düzeyde geçerli olmayabilir`,
    repriced: ({ from, to, figures, far }, say) =>
      `Denetim: ${from} – ${to} kendi harcamasıyla yeniden hesaplandı: ${figures.length === 0 ? 'karşılaştırmak için veri az' : `gerçekleşene göre ${figures.map(({ name, share }) => `${COUNTS[name]} ${say.percent(share)}`).join(', ')}`}${far ? '; fark çok büyük: son fiyatlar veya oranlar bu haftalardaki gibi değil' : ''}`,
  },
};

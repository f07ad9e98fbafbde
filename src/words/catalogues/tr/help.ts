import type { SameSentences } from '../../said.js';
import type { help as inAzerbaijani } from '../az/help.js';

/** `--help` in Turkish. */
export const help: SameSentences<typeof inAzerbaijani> = {
  'Usage:': 'Kullanım:',
  'Arguments:': 'Argümanlar:',
  'Options:': 'Seçenekler:',
  'Commands:': 'Komutlar:',
  'display help for command': 'komutun açıklamasını göster',
  'output the version number': 'sürüm numarasını göster',
  'Budget simulation and forecasting for paid social marketing.':
    'Sosyal medyada ücretli reklam için bütçe simülasyonu ve tahmini.',
  'write a commented scenario to start from': 'başlamak için açıklamalı bir senaryo yaz',
  'price a plan, optimise it under its rules, write the report':
    'planı hesapla, kuralları içinde iyileştir, raporu yaz',
  'find the best split and print it': 'en iyi bölüşümü bul ve yazdır',
  'set scenarios side by side on the same futures: differences, ranks, chance of being best':
    'senaryoları aynı simülasyonlarda yan yana koy: farklar, sıralar, en iyi olma olasılığı',
  'tell which test is worth making before money moves: size, rule, chance of being wrong, value':
    'para yer değiştirmeden önce hangi testin yapmaya değdiğini söyle: büyüklük, kural, yanılma olasılığı, değer',
  'hold a plan to its targets and rules: exit 0 all hold, 1 one does not, 2 the input is wrong':
    'planı hedefleri ve kurallarıyla denetle: çıkış 0 hepsi tutuyor, 1 biri tutmuyor, 2 girdi yanlış',
  "tell which inputs drive a plan's spread, and what it would be worth to know them":
    'planın yayılımını hangi girdilerin yarattığını ve onları bilmenin neye değdiğini söyle',
  'tell what may be had for what: profit against the worst futures, or against the budget':
    'neyin ne pahasına olduğunu söyle: en kötü sonuçlara ya da bütçeye karşı kâr',
  'say of each variant what run says of it: move, test, keep, less, cannot, start (takes longer)':
    'her varyant için run komutunun dediğini de yaz: move, test, keep, less, cannot, start (daha uzun sürer)',
  'price, or optimise, every variant of a plan on common futures: best choices, regret, heat maps':
    'planın her varyantını ortak simülasyonlarda hesapla ya da iyileştir: en iyi seçimler, pişmanlık, ısı haritaları',
  'do jobs that others put into a queue on Redis': 'başkalarının Redis kuyruğuna koyduğu işleri yap',
  "turn platforms' exports into a scenario's distributions, and show the fits":
    'platformların dışa aktarımlarını senaryonun dağılımlarına çevir ve kestirimleri göster',
  "from platforms' exports to a priced plan: reads, asks once for what is open, fits, prices":
    'platformların dışa aktarımlarından hesaplanmış plana: okur, açık kalanı bir kez sorar, kestirir, hesaplar',
  'hold plans made as of past days against what came': 'geçmiş günler itibarıyla kurulan planları olanla karşılaştır',
  'hold a plan to what came, say where it lands, and plan the rest anew':
    'planı olanla karşılaştır, nereye varacağını söyle ve kalanı yeniden planla',
  'the planner in a browser, on this machine': 'bu bilgisayarda, tarayıcıda planlayıcı',
  "print the scenario's JSON Schema": 'senaryonun JSON şemasını yazdır',
  "of help, messages, what huni new writes, and reports of plans that name no language: en, az, tr, ar (default: the environment's LANG, for reports en)":
    'yardımın, iletilerin, huni new komutunun yazdığı dosyanın ve dili belirtilmeyen planların raporunun dili: en, az, tr, ar (varsayılan: ortamın LANG değeri, raporlarda en)',
  'name of the scenario': 'senaryonun adı',
  'scenario files': 'senaryo dosyaları',
  'price the plan only': 'planı yalnızca hesapla',
  'tell in the report how flat the optimum is, and show other plans as good':
    'raporda en iyinin ne kadar düz olduğunu söyle ve onun kadar iyi planları göster',
  "find the plan that minimises the worst shock's loss, too": 'en kötü şokun kaybını en aza indiren planı da bul',
  'print every test of the verdict, with what was found and what was asked':
    'kararın her sınamasını bulunan ve istenenle birlikte yazdır',
  'draw each chart as a PNG, too': 'her grafiği PNG olarak da çiz',
  'the optimum to the cent, in place of moves in steps that people type':
    'insanların yazdığı adımlarla değişiklik yerine kuruşu kuruşuna en iyi',
  "draw until standard errors are at most this share of the figures' spread: 1%":
    'standart hatalar rakamların yayılımının bu payını aşmayana dek simüle et: 1%',
  "write the budgets as rows to upload or paste, too: budgets-<for>.csv in the report's folder":
    'bütçeleri yüklemek ya da yapıştırmak için satırlar olarak da yaz: raporun klasöründe budgets-<for>.csv',
  'write live.html, too: one offline file in which budgets move and figures follow':
    'live.html dosyasını da yaz: bütçelerin oynadığı, rakamların izlediği çevrimdışı tek dosya',
  'scenario file': 'senaryo dosyası',
  'tell how flat the optimum is, and show other plans as good':
    'en iyinin ne kadar düz olduğunu söyle ve onun kadar iyi planları göster',
  'write the plan back as a scenario: into the file itself, or into another':
    'planı senaryo olarak geri yaz: dosyanın kendisine ya da bir başkasına',
  'scenario files, or one with variants': 'senaryo dosyaları, ya da varyantlı bir dosya',
  'write the plan with the test as a phase with a gate: into the file itself, or another':
    'planı testle, koşullu bir faz olarak yaz: dosyanın kendisine ya da bir başkasına',
  'the KPI to explain (default: profit; what the goal counts where orders are worth nothing known)':
    'açıklanacak gösterge (varsayılan: profit; siparişlerin değeri bilinmiyorsa hedefin saydığı)',
  'leave out what information is worth, which needs the best plan':
    'bilginin değerini bırak: onun için en iyi plan gerekir',
  'what to trade against (default: risk)': 'neyle takas edilsin (varsayılan: risk)',
  'plans to find': 'bulunacak plan sayısı',
  'the largest or smallest budget that meets a target, such as "roas >= 2 with 80%"':
    'hedefi tutturan en büyük ya da en küçük bütçe, örneğin "roas >= 2 with 80%"',
  'what to vary: "budget=10k..100k step 5k", "economics.order_value=7 to 13,9 to 15"; may be given again':
    'ne değişsin: "budget=10k..100k step 5k", "economics.order_value=7 to 13,9 to 15"; yeniden verilebilir',
  'find the best split of each variant, rather than price it as given':
    'verildiği gibi hesaplamak yerine her varyantın en iyi bölüşümünü bul',
  'which variants (default: grid, every combination)': 'hangi varyantlar (varsayılan: grid, her birleşim)',
  'variants of a Sobol design': 'Sobol tasarımının varyant sayısı',
  'queue whose workers do the jobs: redis://HOST:PORT (default: threads of this machine)':
    'işleri gören kuyruk: redis://HOST:PORT (varsayılan: bu bilgisayarın iş parçacıkları)',
  'of the keys in Redis (default: huni)': 'Redis anahtarlarının ön adı (varsayılan: huni)',
  'redis://HOST:PORT; user and password from HUNI_REDIS_USER, HUNI_REDIS_PASSWORD(_FILE)':
    'redis://HOST:PORT; kullanıcı ve parola HUNI_REDIS_USER, HUNI_REDIS_PASSWORD(_FILE) değişkenlerinden',
  'jobs at a time (default: one a core)': 'aynı anda iş sayısı (varsayılan: çekirdek başına bir)',
  'tell what is queued and who works on it, and do nothing':
    'kuyrukta ne olduğunu ve kimin çalıştığını söyle, bir şey yapma',
  'print nothing but errors': 'hatalardan başka bir şey yazdırma',
  'exports: CSV, TSV or XLSX': 'dışa aktarımlar: CSV, TSV ya da XLSX',
  'scenario to write (default: calibrated.yaml)': 'yazılacak senaryo (varsayılan: calibrated.yaml)',
  'which stage each campaign is for, as an earlier run wrote it and you corrected it':
    'her kampanya hangi aşama için: önceki çalıştırmanın yazdığı ve sizin düzelttiğiniz dosya',
  "the scenario's horizon": 'senaryonun süresi',
  "the scenario's first day (default: the day after the last row)":
    'senaryonun ilk günü (varsayılan: son satırdan sonraki gün)',
  "the plan's campaigns are new ones: as uncertain as campaigns differ (default: these go on)":
    'planın kampanyaları yenidir: belirsizlik kampanyaların farkı kadardır (varsayılan: bunlar sürer)',
  'write over a scenario that is there': 'var olan senaryonun üzerine yaz',
  "budget of the plan, in the exports' currency (default: the pace goes on)":
    'planın bütçesi, dışa aktarımların para birimiyle (varsayılan: şimdiki tempo sürer)',
  'days in which half of the conversions are recorded, 0 for at once (default: as overlapping reports say)':
    'dönüşümlerin yarısının kaydedildiği gün sayısı, hemen için 0 (varsayılan: örtüşen raporlara göre)',
  'weeks to plan': 'planlanacak hafta sayısı',
  'what to maximise: profit, orders, revenue, clicks, … (default: profit, else orders)':
    'ne artırılsın: profit, orders, revenue, clicks, … (varsayılan: profit, yoksa orders)',
  'what an order is worth: 42, "30 to 55"': 'bir siparişin değeri: 42, "30 to 55"',
  'gross margin: 55%, "50% to 60%"': 'brüt marj: 55%, "50% to 60%"',
  'scenario to write (default: <first export>-plan.yaml)':
    'yazılacak senaryo (varsayılan: <ilk dışa aktarım>-plan.yaml)',
  'futures to draw': 'simülasyon sayısı',
  'threads (default: one a core)': 'iş parçacığı sayısı (varsayılan: çekirdek başına bir)',
  'how far ahead each forecast looks': 'her tahmin ne kadar ileriye bakar',
  'forecasts to make': 'yapılacak tahmin sayısı',
  'futures to draw for each': 'her biri için simülasyon sayısı',
  'folder of the page (default: reports/<file>)': 'sayfanın klasörü (varsayılan: reports/<dosya>)',
  'platform exports: CSV, TSV or XLSX': 'platform dışa aktarımları: CSV, TSV ya da XLSX',
  'last day that counts (default: the last of the exports, less --settle)':
    'sayılan son gün (varsayılan: dosyaların son günü, --settle düşülerek)',
  'days that platforms still restate (default: 3)': 'platformların hâlâ düzelttiği günler (varsayılan: 3)',
  'how far a line may be off its pace (default: 10%)': 'kalem temposundan ne kadar sapabilir (varsayılan: 10%)',
  'put the new budgets into the file; what is spent stays': 'yeni bütçeleri dosyaya yaz; harcanan kalır',
  'the ledger that says what was approved, and when (default: the file as it stands)':
    'neyin ne zaman onaylandığını söyleyen defter (varsayılan: dosyanın kendisi)',
  'how the answer is printed (default: text)': 'yanıt nasıl yazdırılsın (varsayılan: text)',
  'HEADER=field or platform=NAME, as huni calibrate takes it':
    'HEADER=field ya da platform=NAME, huni calibrate komutundaki gibi',
  'currency of the amounts, where an export names none': 'dosya söylemiyorsa tutarların para birimi',
  'dates are day/month, where an export leaves it open': 'dosya söylemiyorsa tarihler gün/ay sırasındadır',
  'dates are month/day, where an export leaves it open': 'dosya söylemiyorsa tarihler ay/gün sırasındadır',
  'decimal mark, where an export leaves it open': 'dosya söylemiyorsa ondalık ayırıcı',
  'folder of plans': 'planların klasörü',
  'address to listen on; others than this machine need TLS or a proxy':
    'dinlenen adres; bu bilgisayar dışındakiler için TLS ya da vekil sunucu gerekir',
  'port to listen on; 0: any that is free': 'dinlenen port; 0: boş olan herhangi biri',
  'certificate, PEM': 'sertifika, PEM',
  'its key, PEM': 'anahtarı, PEM',
  'the address that people type, where a proxy stands before this server':
    'bu sunucunun önünde vekil sunucu varsa insanların yazdığı adres',
  'seed: the same one gives the same figures to the last bit':
    'başlangıç kodu: aynısı son bite kadar aynı rakamları verir',
  'how futures are drawn': 'simülasyonlar nasıl örneklenir',
  "no file that a scenario names is read outside of it (default: the scenario's own folder)":
    'senaryonun andığı hiçbir dosya onun dışında okunmaz (varsayılan: senaryonun kendi klasörü)',
  'print the result as JSON, and nothing else': 'sonucu JSON olarak yazdır, başka bir şey değil',
  'how the outcome is printed (default: text)': 'sonuç nasıl yazdırılsın (varsayılan: text)',
  'optimise, and fail where the verdict is none of these: move, test, keep, less, cannot, start':
    'iyileştir ve karar bunlardan biri değilse başarısız bitir: move, test, keep, less, cannot, start',
  'a result.json that the figures may not drift from': 'rakamların uzaklaşmaması gereken bir result.json',
  'how far they may move beyond chance (default: 1%)': 'rastlantının ötesinde ne kadar oynayabilirler (varsayılan: 1%)',
  'HEADER=field for a column that is not recognised, platform=NAME for all rows, FILE:… for one file; may be given again':
    'tanınmayan sütun için HEADER=field, bütün satırlar için platform=NAME, tek dosya için FILE:…; yeniden verilebilir',
  'currency of the amounts, where the file names none': 'dosya söylemiyorsa tutarların para birimi',
  'dates are day/month, where the file leaves it open': 'dosya söylemiyorsa tarihler gün/ay sırasındadır',
  'dates are month/day, where the file leaves it open': 'dosya söylemiyorsa tarihler ay/gün sırasındadır',
  'rows of later days are set aside as not yet spent (default: the day it is)':
    'daha sonraki günlerin satırları henüz harcanmamış sayılıp kenara ayrılır (varsayılan: bugün)',
  'decimal mark, where the file leaves it open': 'dosya söylemiyorsa ondalık ayırıcı',
  'run a report again and record it for approval': 'raporu yeniden çalıştır ve onay için kaydet',
  'approve a submission, signed': 'başvuruyu imzayla onayla',
  'reject a submission, signed': 'başvuruyu imzayla reddet',
  'list what was submitted, approved and rejected, and check the ledger':
    'sunulanı, onaylananı ve reddedileni sırala ve defteri denetle',
  'hold a report against the ledger and against a new run of its scenario':
    'raporu defterle ve senaryosunun yeni bir çalıştırmasıyla karşılaştır',
  'sign who may approve how much and put it in force, or print it':
    'kimin ne kadar onaylayabileceğini imzala ve yürürlüğe koy, ya da yazdır',
  'make a key to sign with': 'imzalamak için anahtar oluştur',
  'write a new private key, for your eyes only, and print the public one':
    'yalnızca sizin göreceğiniz yeni bir gizli anahtar yaz, açık olanı yazdır',
  "a report's folder": 'bir raporun klasörü',
  'the plan to approve (default: the optimised one)': 'onaylanacak plan (varsayılan: iyileştirilmiş olan)',
  'your private key (default: one of your own, made at first use)':
    'gizli anahtarınız (varsayılan: ilk kullanımda oluşturulan kendi anahtarınız)',
  'number of the submission': 'başvurunun numarası',
  'approve spending up to this (default: what was asked for)':
    'bu sınıra kadar harcamayı onayla (varsayılan: istenen kadar)',
  'where the report is (default: where it was submitted from)': 'raporun yeri (varsayılan: sunulduğu yer)',
  why: 'neden',
  'take the ledger as it is from now on, whatever was known of it':
    'bundan böyle defteri olduğu gibi kabul et, önceden ne bilinirse bilinsin',
  'YAML: currency, approvers with name, key and limit': 'YAML: para birimi, adı, anahtarı ve limiti olan onaylayanlar',
  "the policy owner's private key": 'kuralların sahibinin gizli anahtarı',
  'whose key it is': 'anahtar kimin',
  'where to (default: your configuration folder)': 'nereye (varsayılan: yapılandırma klasörünüz)',
  'the ledger of approvals (default: approvals/ledger.db in the folder)':
    'onay defteri (varsayılan: klasördeki approvals/ledger.db)',
  'the ledger': 'defter',
  'the public key of its owner: it must have signed a policy in it':
    'sahibinin açık anahtarı: defterdeki kuralları o imzalamış olmalı',
  'the last hash you noted: it must still be there': 'not ettiğiniz son özet: hâlâ orada olmalı',
  'print the answer as JSON, and nothing else': 'yanıtı JSON olarak yazdır, başka bir şey değil',
  'who decides, as the policy names them': 'karar veren, kurallarda yazılan adıyla',
  'their private key (default: in your configuration folder)':
    'onun gizli anahtarı (varsayılan: yapılandırma klasörünüzde)',
  'folder of the report (default: reports/<scenario>)': 'raporun klasörü (varsayılan: reports/<senaryo>)',
  'write the report, too, into this folder': 'raporu da bu klasöre yaz',
  'folder of the charts and tables (default: reports/compare)':
    'grafik ve tabloların klasörü (varsayılan: reports/compare)',
  "the report's folder; charts and tables go into its explain/ (default: reports/<scenario>)":
    'raporun klasörü; grafik ve tablolar onun explain/ klasörüne yazılır (varsayılan: reports/<senaryo>)',
  'folder of the charts and tables (default: reports/<scenario>/frontier)':
    'grafik ve tabloların klasörü (varsayılan: reports/<senaryo>/frontier)',
  'folder of the table, the page and the outcomes (default: reports/<scenario>/sweep)':
    'tablonun, sayfanın ve sonuçların klasörü (varsayılan: reports/<senaryo>/sweep)',
  'further sections of the page, apart by commas: compare, explain, frontier, trust (compare: the files given, or the variants of one)':
    'sayfanın ek bölümleri, virgülle: compare, explain, frontier, trust (compare: verilen dosyalar ya da birinin varyantları)',
  'further sections of the page, apart by commas: calibration, explain, frontier, trust':
    'sayfanın ek bölümleri, virgülle: calibration, explain, frontier, trust',
  "exports: CSV, TSV or XLSX; or one plan: a budget.xlsx of huni's as you changed it, a media plan":
    "dışa aktarımlar: CSV, TSV ya da XLSX; ya da tek plan: huni'nin yazıp sizin değiştirdiğiniz budget.xlsx ya da medya planı",
  "the scenario that a budget.xlsx is of (default: the copy in the report's folder)":
    'budget.xlsx dosyasının senaryosu (varsayılan: raporun klasöründeki kopya)',
};

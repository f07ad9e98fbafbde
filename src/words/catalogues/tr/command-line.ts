import type { SameSentences } from '../../said.js';
import type { commandLine as inAzerbaijani } from '../az/command-line.js';

/** Mistakes on the command line in Turkish. */
export const commandLine: SameSentences<typeof inAzerbaijani> = {
  '--horizon: {0}': '--horizon: {0}',
  'no file says which currency its amounts are in: give it, for instance --currency AZN':
    'hiçbir dosya tutarların para birimini söylemiyor: siz verin, örneğin --currency AZN',
  'no row has both spend and impressions, and prices are fitted to both: export the column of impressions, too{0}':
    'hiçbir satırda hem harcama hem gösterim yok; fiyatlar ikisinden kestirilir: gösterim sütununu da dışa aktarın{0}',
  '{0}. A plan made from this would be as far off: give more weeks, or fewer campaigns':
    '{0}. Bundan kurulan plan da bu kadar şaşardı: daha çok hafta ya da daha az kampanya verin',
  'the rows have no dates: a backtest needs to know what came after what':
    'satırlarda tarih yok: geçmişle sınama neyin neden sonra geldiğini bilmeli',
  'the rows cover too short a time for forecasts of {0} days: give a longer history, or a shorter --horizon':
    'satırlar {0} günlük tahmin için çok kısa bir süreyi kapsıyor: daha uzun geçmiş ya da daha kısa --horizon verin',
  'no line is on a platform that scenarios know: {0}': 'hiçbir kalem senaryoların bildiği bir platformda değil: {0}',
  '--json prints the whole result, --format json the checks: take one of them':
    '--json bütün sonucu, --format json denetimleri yazdırır: birini seçin',
  '--tolerance says how far figures may move from a result: it needs --against result.json':
    '--tolerance rakamların bir sonuçtan ne kadar uzaklaşabileceğini söyler: --against result.json gerekir',
  '{0}: found {1}, expected a result.json': '{0}: bulunan: {1}; beklenen: bir result.json',
  '{0}: found {1}': '{0}: bulunan: {1}',
  '{0}: found a result of "{1}", expected one of "{2}"':
    '{0}: bulunan: "{1}" planının sonucu; beklenen: "{2}" planınınki',
  '--kpi: found "{0}", expected the name of a KPI: {1}': '--kpi: bulunan: "{0}"; beklenen: bir göstergenin adı: {1}',
  '--draws: found {0}, expected from {1} to {2} to explain a plan':
    '--draws: bulunan: {0}; planı açıklamak için beklenen: {1} ile {2} arasında',
  '--for looks along budgets: leave out --by risk': '--for bütçeler boyunca arar: --by risk yazmayın',
  '--for: found {0}, expected {1}{2}': '--for: bulunan: {0}; beklenen: {1}{2}',
  'found "{0}", expected a plain name such as "spring-launch"':
    'bulunan: "{0}"; beklenen: düz bir ad, örneğin "bahar-kampanyasi"',
  "--key: found nothing, expected the policy owner's private key":
    '--key: hiçbir şey bulunmadı; beklenen: kuralların sahibinin gizli anahtarı',
  'found --accuracy and --draws, expected one of them: an accuracy tells how many futures are drawn':
    'bulunan: --accuracy ve --draws; beklenen: biri; simülasyon sayısını doğruluk belirler',
  '{0}: --robust: found no shocks, expected at least one under shocks':
    '{0}: --robust: shocks altında hiçbir şey bulunmadı; beklenen: en az bir tane',
  '--json takes one scenario at a time': '--json tek seferde bir senaryo alır',
  'two of these scenarios would write to {0}: name them apart':
    'bu senaryolardan ikisi aynı yere yazardı: {0}; adlarını ayırın',
  '{0}: found no such folder, expected one with plans in it (or an empty one)':
    '{0}: böyle bir klasör bulunmadı; beklenen: içinde planlar olan (ya da boş) bir klasör',
  'port {0} is in use: --port N takes another, --port 0 any that is free':
    '{0} portu kullanımda: --port N başkasını, --port 0 boş olan herhangi birini alır',
  '--tls-cert and --tls-key go together': '--tls-cert ve --tls-key birlikte verilir',
  '--host {0}: others on the network could read along; give --tls-cert and --tls-key, or --behind-proxy https://ADDRESS':
    '--host {0}: ağdaki başkaları da okuyabilirdi; --tls-cert ve --tls-key, ya da --behind-proxy https://ADRES verin',
  '--behind-proxy: found "{0}", expected an address such as https://plans.example.org':
    '--behind-proxy: bulunan: "{0}"; beklenen: bir adres, örneğin https://plans.example.org',
  '{0}, {1}: found something else, expected a certificate and its own key, PEM':
    '{0}, {1}: başka bir şey bulundu; beklenen: sertifika ve kendi anahtarı, PEM',
  'What was found is kept in {0}: the same sweep goes on from there.':
    'Bulunanlar şurada saklandı: {0}; aynı tarama oradan sürer.',
  '--vary says what to vary: --vary "budget=10k..100k step 5k"':
    '--vary neyin değişeceğini söyler: --vary "budget=10k..100k step 5k"',
  '--vary: found {0}, expected {1}': '--vary: bulunan: {0}; beklenen: {1}',
  '--vary: found {0} twice, expected each key once': '--vary: {0} iki kez bulundu; beklenen: her anahtar bir kez',
  '--design sobol needs --points N: how many variants to place':
    '--design sobol için --points N gerekir: kaç varyant yerleştirilsin',
  '--points is for --design sobol: a grid has every combination':
    '--points yalnızca --design sobol içindir: ızgarada her birleşim var',
  '--vary: found {0} without a step, expected one in a grid (or --design sobol)':
    '--vary: {0} adımsız bulundu; beklenen: ızgarada adım (ya da --design sobol)',
  '--vary: found {0} variants, expected at most {1}: take --design sobol':
    '--vary: {0} varyant bulundu; beklenen: en çok {1}; --design sobol alın',
  "{0}: can't be written to ({1})": '{0}: oraya yazılamıyor ({1})',
  '{0}: phases: the plan has phases already; take them out to have a test written as one':
    '{0}: phases: planda zaten fazlar var; test bir faz olarak yazılsın diye onları çıkarın',
  'the test was not written:\n{0}': 'test yazılmadı:\n{0}',
  'found no exports, expected --actuals EXPORT…: what came of the plan':
    'dışa aktarım bulunmadı; beklenen: --actuals EXPORT…, yani plandan ne çıktığı',
  '--json is --format json: take one of them': '--json zaten --format json demektir: birini seçin',
  '{0}: found no approved plan called "{1}", expected one: huni submit, then huni approve':
    '{0}: "{1}" adlı onaylanmış plan bulunmadı: önce huni submit, sonra huni approve',
  '{0}: found {1}, expected the match of campaigns to lines':
    '{0}: bulunan: {1}; beklenen: kampanyaların kalemlerle eşleşmesi',
  '{0}: found spend that is in no line, expected every campaign in one before budgets are written: see {1}':
    '{0}: hiçbir kalemde olmayan harcama bulundu; bütçeler yazılmadan önce her kampanya bir kalemde olmalı: {1} dosyasına bakın',
  '--redis says where the queue is: --redis redis://HOST:PORT':
    '--redis kuyruğun nerede olduğunu söyler: --redis redis://HOST:PORT',
  "the goal {0} has no value in {1} of {2} draws, so it can't be maximised: choose one that is defined in every future, such as profit or orders":
    '{0} amacının {2} simülasyonun {1} tanesinde değeri yok, bu yüzden en yükseğe çıkarılamaz: her simülasyonda değeri olan birini seçin, örneğin profit ya da orders',
  "the cheapest plan that keeps these rules spends nothing, since none of them asks for anything: add one that does, such as rules: { hold: ['{0}'] }":
    "bu kurallara uyan en ucuz plan hiçbir şey harcamıyor, çünkü hiçbiri bir şey istemiyor: isteyen bir kural ekleyin, örneğin rules: { hold: ['{0}'] }",
  'correlation.pairs: "{0}" is not an uncertain input of this scenario':
    'correlation.pairs: "{0}" bu senaryonun belirsiz bir girdisi değil',
  "correlation.pairs: these can't hold together with the shared factors (smallest eigenvalue {0}, must be above 0)":
    "correlation.pairs: bunlar ortak etkenlerle birlikte sağlanamıyor (en küçük özdeğer {0}, 0'dan büyük olmalı)",
  'a comparison takes two scenarios': 'karşılaştırma iki senaryo ister',
  '{0} is in {1} and {2} in {3}: only one currency can be compared':
    '{0} {1}, {2} ise {3} para biriminde: yalnızca tek para birimi karşılaştırılabilir',
  'No space is left on the disk for the report in {0}; nothing was written.':
    '{0} klasöründeki rapor için diskte yer kalmadı; hiçbir şey yazılmadı.',
  "The report can't be written to {0}: permission denied.": 'Rapor {0} konumuna yazılamıyor: izin yok.',
  "The report can't be written to {0}: the disk is read-only.": 'Rapor {0} konumuna yazılamıyor: disk salt okunur.',
  "The report can't be written to {0}: a file is in the way.": 'Rapor {0} konumuna yazılamıyor: orada bir dosya var.',
  "The report can't replace {0}: it isn't one of huni's files (no manifest.json there lists it); --out names another folder.":
    'Rapor {0} dosyasının yerini alamıyor: huni’nin dosyası değil (oradaki hiçbir manifest.json onu saymıyor); --out başka bir klasör gösterir.',
  "The report can't replace {0}: it was changed since huni wrote it; --out names another folder.":
    'Rapor {0} dosyasının yerini alamıyor: huni yazdıktan sonra değiştirilmiş; --out başka bir klasör gösterir.',
  'The report in {0} was submitted for approval and is not written over; --out names another folder.':
    '{0} klasöründeki rapor onaya sunulmuş, üzerine yazılmaz; --out başka bir klasör gösterir.',
  'Writing the report to {0} was stopped; nothing was written.':
    'Raporun {0} konumuna yazılması durduruldu; hiçbir şey yazılmadı.',
  "The report can't be written to {0}.": 'Rapor {0} konumuna yazılamıyor.',
  '{0}: goal: {1}': '{0}: goal: {1}',
  'name: found "{0}", expected letters and digits, with spaces or . _ - between':
    'ad: bulunan: "{0}"; beklenen: harfler ve rakamlar, aralarında boşluk ya da . _ -',
  '--language: found "{0}", expected one of {1}': '--language: bulunan: "{0}"; beklenen: şunlardan biri: {1}',
  '(huni --help lists the commands)': '(huni --help komutları sıralar)',
  'Nothing was written.': 'Hiçbir şey yazılmadı.',
  'Stopped. {0}': 'Durduruldu. {0}',
  'no answer to: {0}\nIts flag: {1}': 'yanıt yok: {0}\nSeçeneği: {1}',
  '--day-first and --month-first exclude each other': '--day-first ve --month-first birbirini dışlar',
  '--currency: found "{0}", expected an ISO 4217 code such as AZN':
    '--currency: bulunan: "{0}"; beklenen: ISO 4217 kodu, örneğin AZN',
  '--map: found "{0}", expected HEADER=field, platform=NAME, or FILE:HEADER=field':
    '--map: bulunan: "{0}"; beklenen: HEADER=field, platform=NAME ya da FILE:HEADER=field',
  '{0}: it was changed while the plan was being found; nothing was written. Run it again.':
    '{0}: plan aranırken değiştirildi; hiçbir şey yazılmadı. Yeniden çalıştırın.',
  '{0}: is there already, and is not written over': '{0}: zaten var, üzerine yazılmaz',
  'error: {0}': 'hata: {0}',
  "option '{0}' argument '{1}' is invalid. {2}": "'{0}' seçeneğinin '{1}' değeri geçersiz. {2}",
  "command-argument value '{1}' is invalid for argument '{0}'. {2}":
    "'{0}' bağımsız değişkeninin '{1}' değeri geçersiz. {2}",
  "option '{0}' argument missing": "'{0}' seçeneğinin değeri eksik",
  "missing required argument '{0}'": "zorunlu bağımsız değişken eksik: '{0}'",
  "required option '{0}' not specified": "zorunlu seçenek verilmemiş: '{0}'",
  "unknown option '{0}'\n(Did you mean {1}?)": "bilinmeyen seçenek '{0}'\n({1} mi demek istediniz?)",
  "unknown option '{0}'": "bilinmeyen seçenek '{0}'",
  "unknown command '{0}'\n(Did you mean {1}?)": "bilinmeyen komut '{0}'\n({1} mi demek istediniz?)",
  "unknown command '{0}'": "bilinmeyen komut '{0}'",
  "too many arguments for '{0}'. Expected {1} but got {2}.":
    "'{0}' için fazla bağımsız değişken. Beklenen: {1}; verilen: {2}.",
  'Allowed choices are {0}.': 'Olası değerler: {0}.',
  'found "{0}", expected {1} as a whole number from {2} to {3}':
    'bulunan: "{0}"; beklenen: {2} ile {3} arasında tam sayı ({1})',
  'found "{0}", expected an amount such as 12000 or 12k':
    'bulunan: "{0}"; beklenen: bir tutar, örneğin 12000 ya da 12k',
  'found "{0}", expected an amount like 20000 or 20k': 'bulunan: "{0}"; beklenen: bir tutar, örneğin 20000 ya da 20k',
  'found "{0}", expected the hash that `huni ledger` prints last, or its first 12 digits at least':
    '"{0}" bulundu, `huni ledger` komutunun en sonda yazdırdığı özet ya da en az ilk 12 hanesi bekleniyordu',
  'found "{0}", expected a public key as `huni keys new` prints it, ed25519:…':
    'bulunan: "{0}"; beklenen: `huni keys new` komutunun yazdırdığı açık anahtar, ed25519:…',
  'found "{0}", expected a day, such as 2026-03-31': 'bulunan: "{0}"; beklenen: gün, örneğin 2026-03-31',
  'found "{0}", expected days such as "3 days"': 'bulunan: "{0}"; beklenen: gün sayısı, örneğin "3 days"',
  'found "{0}", expected verdicts of {1}': 'bulunan: "{0}"; beklenen kararlar: {1}',
  'found "{0}", expected accuracy above 0 and below 100%, such as 1%':
    'bulunan: "{0}"; beklenen: 0\'ın üstünde, %100\'ün altında doğruluk, örneğin 1%',
  'found "{0}", expected {1} such as 1% or 0.01': 'bulunan: "{0}"; beklenen: {1}, örneğin 1% ya da 0.01',
  'found "{0}", expected {1} of {2}': 'bulunan: "{0}"; beklenen {1}: {2}',
  '{0} arguments': '{0} bağımsız değişken',
  '{0} argument': '{0} bağımsız değişken',
  'default: {0}': 'varsayılan: {0}',
  'choices: {0}': 'olası değerler: {0}',
  'Wrote {0}. Next: huni run {1}': 'Yazıldı: {0}. Sonra: huni run {1}',
  '{0}: found {1}, expected the scenario that the workbook is of: --scenario FILE':
    '{0}: bulunan: {1}; beklenen: çalışma kitabının ait olduğu senaryo: --scenario DOSYA',
  '--budget: found an amount, expected none: {0} is a media plan with budgets of its own':
    '--budget: bir tutar bulundu, beklenmiyordu: {0} kendi bütçeleri olan bir medya planı',
  '--scenario: expected with a workbook that huni wrote, and there is none among the files':
    "--scenario: huni'nin yazdığı bir çalışma kitabıyla beklenir, dosyalar arasında ise yok",
  '--with calibration: found a plan, expected exports: there are no fits to show':
    '--with calibration: bir plan bulundu; beklenen: dışa aktarımlar, gösterilecek kestirim yok',
  'no scenario in {0}': '{0} klasöründe senaryo yok',
  'several scenarios in {0}: {1}': '{0} klasöründe birkaç senaryo: {1}',
  '{0}: {1} (day or month)': '{0}: {1} (yanıt: day – önce gün, month – önce ay)',
  '{0}: {1} (. or ,)': '{0}: {1} (. ya da ,)',
  '{0}: no column is known for {1}; not recognised: {2} (HEADER=field, several parted by ;)':
    '{0}: {1} için bilinen bir sütun yok; tanınmayanlar: {2} (BAŞLIK=alan, birden çoğu ; ile ayrılır)',
  '{0}: {1} (HEADER=field, several parted by ;)': '{0}: {1} (BAŞLIK=alan, birden çoğu ; ile ayrılır)',
  '{0}: which currency are the amounts in? (a code such as AZN)':
    '{0}: tutarlar hangi para biriminde? (AZN gibi bir kod)',
  '{0}: which platform are the rows from? (facebook, instagram, tiktok, google, …)':
    '{0}: satırlar hangi platformdan? (facebook, instagram, tiktok, google, …)',
  'what is an order worth? "{0}" needs it, and no export has revenue (such as 30 to 55)':
    'bir siparişin değeri ne kadar? "{0}" için gerekli, hiçbir dışa aktarımda gelir yok (örneğin 30 to 55)',
  'One answer is missing; give it with its flag:\n{0}': 'Bir yanıt eksik; kendi seçeneğiyle verin:\n{0}',
  '{0} answers are missing; give each with its flag:\n{1}': '{0} yanıt eksik; her birini kendi seçeneğiyle verin:\n{1}',
  'Scenario: {0}': 'Senaryo: {0}',
  'Stages: {0} was there already and stays as it is; --stages {1} uses it':
    'Aşamalar: {0} zaten vardı ve olduğu gibi kalıyor; --stages {1} onu kullanır',
  'Stages: {0} (guessed: correct it, and run again with --stages {1} --force)':
    'Aşamalar: {0} (tahmindir: düzeltin ve --stages {1} --force ile yeniden çalıştırın)',
  'Rows set aside: {0} ({1})': 'Ayrılan satırlar: {0} ({1})',
  'Fits: {0}': 'Kestirimler: {0}',
  '{0} has a heading alone: no line of the plan is on a platform of {1}':
    '{0} dosyasında yalnız başlık var: planın hiçbir kalemi {1} platformlarında değil',
  '{0}: a media plan, 1 row taken': '{0}: medya planı, 1 satır alındı',
  '{0}: a media plan, {1} rows taken': '{0}: medya planı, {1} satır alındı',
  'found {0} columns of amounts, expected {1}, one a period of {2}':
    '{0} tutar sütunu bulundu; beklenen: {1}, {2} senaryosunun her dönemi için bir sütun',
  'A{0}: found "{1}", expected a line of {2}: {3}': 'A{0}: "{1}" bulundu; beklenen: {2} senaryosunun bir kalemi: {3}',
  'A{0}: found "{1}" a second time, expected each line once':
    'A{0}: "{1}" ikinci kez bulundu; beklenen: her kalem bir kez',
  '{0}: found nothing, expected an amount of money from 0 up, as a number':
    '{0}: boş; beklenen: sayı olarak 0 veya daha büyük bir tutar',
  '{0}: found {1}, expected an amount of money from 0 up, as a number':
    '{0}: {1} bulundu; beklenen: sayı olarak 0 veya daha büyük bir tutar',
  "{0}: found {1}, expected {2}, the sum of the row's periods: change the periods, not the total":
    '{0}: {1} bulundu; beklenen: {2}, satırdaki dönemlerin toplamı: toplamı değil, dönemleri değiştirin',
  'found no row "{0}", expected each line once': '"{0}" satırı bulunamadı; beklenen: her kalem bir kez',
  'Wrote which campaign is for which line to {0}: yours to edit.':
    'Hangi kampanyanın hangi kaleme ait olduğu yazıldı: {0}. Düzenleyebilirsiniz.',
  'New campaigns: {0}, added to {1}, which is yours to edit.':
    'Eklenen yeni kampanya sayısı: {0}; dosya: {1}. Düzenleyebilirsiniz.',
  '{0}: nothing is to be changed, nothing was written.': '{0}: değişecek bir şey yok, hiçbir şey yazılmadı.',
  'Wrote the new budgets to {0}.': 'Yeni bütçeler yazıldı: {0}.',
  'Wrote the plan to {0}.': 'Plan yazıldı: {0}.',
  'Wrote the plan with its test to {0}.': 'Plan denemesiyle birlikte yazıldı: {0}.',
  'Report: {0}': 'Rapor: {0}',
  'The planner is at': 'Planlayıcının adresi:',
  'Open it in a browser. The address holds a key: keep it to yourself. Ctrl-C stops.':
    'Tarayıcıda açın. Adreste bir anahtar var: kimseye vermeyin. Ctrl-C durdurur.',
};

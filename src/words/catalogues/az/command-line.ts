import type { Translations } from '../../said.js';

/** Mistakes on the command line in Azerbaijani. */
export const commandLine = {
  '--horizon: {0}': '--horizon: {0}',
  'no file says which currency its amounts are in: give it, for instance --currency AZN':
    'heç bir faylda məbləğlərin valyutası yazılmayıb: onu verin, məsələn --currency AZN',
  'no row has both spend and impressions, and prices are fitted to both: export the column of impressions, too{0}':
    'heç bir sətirdə həm xərc, həm göstərim yoxdur; qiymətlər hər ikisinə görə uyğunlaşdırılır: göstərim sütununu da ixrac edin{0}',
  '{0}. A plan made from this would be as far off: give more weeks, or fewer campaigns':
    '{0}. Bundan qurulan plan da bu qədər yanılardı: daha çox həftə, yaxud daha az kampaniya verin',
  'the rows have no dates: a backtest needs to know what came after what':
    'sətirlərdə tarix yoxdur: keçmişlə yoxlama nəyin nədən sonra gəldiyini bilməlidir',
  'the rows cover too short a time for forecasts of {0} days: give a longer history, or a shorter --horizon':
    'sətirlər {0} günlük proqnoz üçün çox qısa müddəti əhatə edir: daha uzun tarixçə, yaxud daha qısa --horizon verin',
  'no line is on a platform that scenarios know: {0}': 'heç bir maddə ssenarilərin tanıdığı platformada deyil: {0}',
  '--json prints the whole result, --format json the checks: take one of them':
    '--json bütün nəticəni, --format json yoxlamaları çap edir: birini seçin',
  '--tolerance says how far figures may move from a result: it needs --against result.json':
    '--tolerance rəqəmlərin nəticədən nə qədər uzaqlaşa biləcəyini deyir: --against result.json lazımdır',
  '{0}: found {1}, expected a result.json': '{0}: tapıldı: {1}; gözlənilən: result.json',
  '{0}: found {1}': '{0}: tapıldı: {1}',
  '{0}: found a result of "{1}", expected one of "{2}"':
    '{0}: tapıldı: "{1}" planının nəticəsi; gözlənilən: "{2}" planınınkı',
  '--kpi: found "{0}", expected the name of a KPI: {1}': '--kpi: tapıldı: "{0}"; gözlənilən: göstəricinin adı: {1}',
  '--draws: found {0}, expected from {1} to {2} to explain a plan':
    '--draws: tapıldı: {0}; planı izah etmək üçün gözlənilən: {1} ilə {2} arasında',
  '--for looks along budgets: leave out --by risk': '--for büdcələr üzrə axtarır: --by risk yazmayın',
  '--for: found {0}, expected {1}{2}': '--for: tapıldı: {0}; gözlənilən: {1}{2}',
  'found "{0}", expected a plain name such as "spring-launch"':
    'tapıldı: "{0}"; gözlənilən: sadə ad, məsələn "yaz-kampaniyasi"',
  "--key: found nothing, expected the policy owner's private key":
    '--key: heç nə tapılmadı; gözlənilən: qaydaların sahibinin məxfi açarı',
  'found --accuracy and --draws, expected one of them: an accuracy tells how many futures are drawn':
    'tapıldı: --accuracy və --draws; gözlənilən: biri; simulyasiyaların sayını dəqiqlik müəyyən edir',
  '{0}: --robust: found no shocks, expected at least one under shocks':
    '{0}: --robust: shocks altında heç nə tapılmadı; gözlənilən: ən azı bir',
  '--json takes one scenario at a time': '--json bir dəfədə bir ssenari götürür',
  'two of these scenarios would write to {0}: name them apart':
    'bu ssenarilərdən ikisi eyni yerə yazardı: {0}; adlarını fərqləndirin',
  '{0}: found no such folder, expected one with plans in it (or an empty one)':
    '{0}: belə qovluq tapılmadı; gözlənilən: içində planlar olan (və ya boş) qovluq',
  'port {0} is in use: --port N takes another, --port 0 any that is free':
    '{0} portu tutulub: --port N başqasını, --port 0 istənilən boş portu götürür',
  '--tls-cert and --tls-key go together': '--tls-cert və --tls-key birlikdə verilir',
  '--host {0}: others on the network could read along; give --tls-cert and --tls-key, or --behind-proxy https://ADDRESS':
    '--host {0}: şəbəkədəkilər də oxuya bilərdi; --tls-cert və --tls-key, yaxud --behind-proxy https://ÜNVAN verin',
  '--behind-proxy: found "{0}", expected an address such as https://plans.example.org':
    '--behind-proxy: tapıldı: "{0}"; gözlənilən: ünvan, məsələn https://plans.example.org',
  '{0}, {1}: found something else, expected a certificate and its own key, PEM':
    '{0}, {1}: başqa bir şey tapıldı; gözlənilən: sertifikat və onun öz açarı, PEM',
  'What was found is kept in {0}: the same sweep goes on from there.':
    'Tapılanlar burada saxlanılıb: {0}; eyni araşdırma oradan davam edir.',
  '--vary says what to vary: --vary "budget=10k..100k step 5k"':
    '--vary nəyin dəyişəcəyini deyir: --vary "budget=10k..100k step 5k"',
  '--vary: found {0}, expected {1}': '--vary: tapıldı: {0}; gözlənilən: {1}',
  '--vary: found {0} twice, expected each key once': '--vary: {0} iki dəfə tapıldı; gözlənilən: hər açar bir dəfə',
  '--design sobol needs --points N: how many variants to place':
    '--design sobol üçün --points N lazımdır: neçə variant yerləşdirilsin',
  '--points is for --design sobol: a grid has every combination':
    '--points yalnız --design sobol üçündür: torda hər birləşmə var',
  '--vary: found {0} without a step, expected one in a grid (or --design sobol)':
    '--vary: {0} addımsız tapıldı; gözlənilən: torda addım (yaxud --design sobol)',
  '--vary: found {0} variants, expected at most {1}: take --design sobol':
    '--vary: {0} variant tapıldı; gözlənilən: ən çoxu {1}; --design sobol götürün',
  "{0}: can't be written to ({1})": '{0}: ora yazmaq olmur ({1})',
  '{0}: phases: the plan has phases already; take them out to have a test written as one':
    '{0}: phases: planda artıq fazalar var; sınaq faza kimi yazılsın deyə onları çıxarın',
  'the test was not written:\n{0}': 'sınaq yazılmadı:\n{0}',
  'found no exports, expected --actuals EXPORT…: what came of the plan':
    'ixrac faylı tapılmadı; gözlənilən: --actuals EXPORT…, yəni plandan nə çıxdığı',
  '--json is --format json: take one of them': '--json elə --format json deməkdir: birini seçin',
  '{0}: found no approved plan called "{1}", expected one: huni submit, then huni approve':
    '{0}: "{1}" adlı təsdiqlənmiş plan tapılmadı: əvvəl huni submit, sonra huni approve',
  '{0}: found {1}, expected the match of campaigns to lines':
    '{0}: tapıldı: {1}; gözlənilən: kampaniyaların maddələrlə uyğunluğu',
  '{0}: found spend that is in no line, expected every campaign in one before budgets are written: see {1}':
    '{0}: heç bir maddədə olmayan xərc tapıldı; büdcələr yazılmazdan əvvəl hər kampaniya bir maddədə olmalıdır: {1} faylına baxın',
  '--redis says where the queue is: --redis redis://HOST:PORT':
    '--redis növbənin harada olduğunu deyir: --redis redis://HOST:PORT',
  "the goal {0} has no value in {1} of {2} draws, so it can't be maximised: choose one that is defined in every future, such as profit or orders":
    '{0} məqsədinin {2} simulyasiyadan {1} halda qiyməti yoxdur, ona görə maksimuma çatdırıla bilməz: hər simulyasiyada qiyməti olan birini seçin, məsələn profit və ya orders',
  "the cheapest plan that keeps these rules spends nothing, since none of them asks for anything: add one that does, such as rules: { hold: ['{0}'] }":
    "bu qaydalara əməl edən ən ucuz plan heç nə xərcləmir, çünki heç biri bir şey tələb etmir: tələb edən birini əlavə edin, məsələn rules: { hold: ['{0}'] }",
  'correlation.pairs: "{0}" is not an uncertain input of this scenario':
    'correlation.pairs: "{0}" bu ssenarinin qeyri-müəyyən kəmiyyəti deyil',
  "correlation.pairs: these can't hold together with the shared factors (smallest eigenvalue {0}, must be above 0)":
    'correlation.pairs: bunlar ortaq amillərlə birlikdə mümkün deyil (ən kiçik məxsusi qiymət {0}, 0-dan böyük olmalıdır)',
  'a comparison takes two scenarios': 'müqayisə iki ssenari tələb edir',
  '{0} is in {1} and {2} in {3}: only one currency can be compared':
    '{0} {1}, {2} isə {3} valyutasındadır: yalnız eyni valyutada olanlar müqayisə edilə bilər',
  'No space is left on the disk for the report in {0}; nothing was written.':
    '{0} qovluğundakı hesabat üçün diskdə yer qalmayıb; heç nə yazılmadı.',
  "The report can't be written to {0}: permission denied.": 'Hesabat {0} ünvanına yazıla bilmir: icazə yoxdur.',
  "The report can't be written to {0}: the disk is read-only.":
    'Hesabat {0} ünvanına yazıla bilmir: disk yalnız oxumaq üçündür.',
  "The report can't be written to {0}: a file is in the way.":
    'Hesabat {0} ünvanına yazıla bilmir: orada bir fayl var.',
  "The report can't replace {0}: it isn't one of huni's files (no manifest.json there lists it); --out names another folder.":
    'Hesabat {0} faylını əvəz edə bilmir: bu, huni-nin faylı deyil (oradakı heç bir manifest.json onu sadalamır); --out başqa qovluq göstərir.',
  "The report can't replace {0}: it was changed since huni wrote it; --out names another folder.":
    'Hesabat {0} faylını əvəz edə bilmir: huni onu yazandan sonra dəyişdirilib; --out başqa qovluq göstərir.',
  'The report in {0} was submitted for approval and is not written over; --out names another folder.':
    '{0} qovluğundakı hesabat təsdiqə verilib və üzərinə yazılmır; --out başqa qovluq göstərir.',
  'Writing the report to {0} was stopped; nothing was written.':
    'Hesabatın {0} ünvanına yazılması dayandırıldı; heç nə yazılmadı.',
  "The report can't be written to {0}.": 'Hesabat {0} ünvanına yazıla bilmir.',
  '{0}: goal: {1}': '{0}: goal: {1}',
  'name: found "{0}", expected letters and digits, with spaces or . _ - between':
    'ad: tapıldı: "{0}"; gözlənilən: hərflər və rəqəmlər, aralarında boşluq və ya . _ -',
  '--language: found "{0}", expected one of {1}': '--language: tapıldı: "{0}"; gözlənilən: bunlardan biri: {1}',
  '(huni --help lists the commands)': '(huni --help əmrləri sadalayır)',
  'Nothing was written.': 'Heç nə yazılmadı.',
  'Stopped. {0}': 'Dayandırıldı. {0}',
  'no answer to: {0}\nIts flag: {1}': 'cavab yoxdur: {0}\nOnun açarı: {1}',
  '--day-first and --month-first exclude each other': '--day-first və --month-first bir-birini istisna edir',
  '--currency: found "{0}", expected an ISO 4217 code such as AZN':
    '--currency: tapıldı: "{0}"; gözlənilən: ISO 4217 kodu, məsələn AZN',
  '--map: found "{0}", expected HEADER=field, platform=NAME, or FILE:HEADER=field':
    '--map: tapıldı: "{0}"; gözlənilən: HEADER=field, platform=NAME və ya FILE:HEADER=field',
  '{0}: it was changed while the plan was being found; nothing was written. Run it again.':
    '{0}: plan axtarılarkən dəyişdirilib; heç nə yazılmadı. Yenidən icra edin.',
  '{0}: is there already, and is not written over': '{0}: artıq var, üzərinə yazılmır',
  'error: {0}': 'səhv: {0}',
  "option '{0}' argument '{1}' is invalid. {2}": "'{0}' seçiminin '{1}' dəyəri yanlışdır. {2}",
  "command-argument value '{1}' is invalid for argument '{0}'. {2}": "'{0}' arqumentinin '{1}' dəyəri yanlışdır. {2}",
  "option '{0}' argument missing": "'{0}' seçiminin dəyəri yoxdur",
  "missing required argument '{0}'": "vacib arqument yoxdur: '{0}'",
  "required option '{0}' not specified": "vacib seçim verilməyib: '{0}'",
  "unknown option '{0}'\n(Did you mean {1}?)": "naməlum seçim '{0}'\n(Bəlkə {1}?)",
  "unknown option '{0}'": "naməlum seçim '{0}'",
  "unknown command '{0}'\n(Did you mean {1}?)": "naməlum əmr '{0}'\n(Bəlkə {1}?)",
  "unknown command '{0}'": "naməlum əmr '{0}'",
  "too many arguments for '{0}'. Expected {1} but got {2}.":
    "'{0}' üçün arqument çoxdur. Gözlənilən: {1}; verilən: {2}.",
  'Allowed choices are {0}.': 'Mümkün dəyərlər: {0}.',
  'found "{0}", expected {1} as a whole number from {2} to {3}':
    'tapıldı: "{0}"; gözlənilən: {2} ilə {3} arasında tam ədəd ({1})',
  'found "{0}", expected an amount such as 12000 or 12k': 'tapıldı: "{0}"; gözlənilən: məbləğ, məsələn 12000 və ya 12k',
  'found "{0}", expected an amount like 20000 or 20k': 'tapıldı: "{0}"; gözlənilən: məbləğ, məsələn 20000 və ya 20k',
  'found "{0}", expected the hash that `huni ledger` prints last, or its first 12 digits at least':
    '"{0}" tapıldı, `huni ledger` əmrinin sonda çap etdiyi heş və ya ən azı ilk 12 rəqəmi gözlənilirdi',
  'found "{0}", expected a public key as `huni keys new` prints it, ed25519:…':
    'tapıldı: "{0}"; gözlənilən: `huni keys new` əmrinin çap etdiyi açıq açar, ed25519:…',
  'found "{0}", expected a day, such as 2026-03-31': 'tapıldı: "{0}"; gözlənilən: gün, məsələn 2026-03-31',
  'found "{0}", expected days such as "3 days"': 'tapıldı: "{0}"; gözlənilən: günlər, məsələn "3 days"',
  'found "{0}", expected verdicts of {1}': 'tapıldı: "{0}"; gözlənilən hökmlər: {1}',
  'found "{0}", expected accuracy above 0 and below 100%, such as 1%':
    'tapıldı: "{0}"; gözlənilən: 0-dan böyük, 100%-dən kiçik dəqiqlik, məsələn 1%',
  'found "{0}", expected {1} such as 1% or 0.01': 'tapıldı: "{0}"; gözlənilən: {1}, məsələn 1% və ya 0.01',
  'found "{0}", expected {1} of {2}': 'tapıldı: "{0}"; gözlənilən {1}: {2}',
  '{0} arguments': '{0} arqument',
  '{0} argument': '{0} arqument',
  'default: {0}': 'susmaya görə: {0}',
  'choices: {0}': 'mümkün dəyərlər: {0}',
  'Wrote {0}. Next: huni run {1}': 'Yazıldı: {0}. Sonra: huni run {1}',
  '{0}: found {1}, expected the scenario that the workbook is of: --scenario FILE':
    '{0}: tapıldı: {1}; gözlənilən: cədvəlin aid olduğu ssenari: --scenario FAYL',
  '--budget: found an amount, expected none: {0} is a media plan with budgets of its own':
    '--budget: məbləğ tapıldı, gözlənilmirdi: {0} öz büdcələri olan mediaplandır',
  '--scenario: expected with a workbook that huni wrote, and there is none among the files':
    '--scenario: huni-nin yazdığı cədvəllə gözlənilir, fayllar arasında isə belə cədvəl yoxdur',
  '--with calibration: found a plan, expected exports: there are no fits to show':
    '--with calibration: plan tapıldı; gözlənilən: ixrac faylları, göstəriləcək uyğunluq yoxdur',
  'no scenario in {0}': '{0} qovluğunda ssenari yoxdur',
  'several scenarios in {0}: {1}': '{0} qovluğunda bir neçə ssenari: {1}',
  '{0}: {1} (day or month)': '{0}: {1} (cavab: day – əvvəl gün, month – əvvəl ay)',
  '{0}: {1} (. or ,)': '{0}: {1} (. və ya ,)',
  '{0}: no column is known for {1}; not recognised: {2} (HEADER=field, several parted by ;)':
    '{0}: {1} üçün məlum sütun yoxdur; tanınmayanlar: {2} (BAŞLIQ=sahə, bir neçəsi ; ilə ayrılır)',
  '{0}: {1} (HEADER=field, several parted by ;)': '{0}: {1} (BAŞLIQ=sahə, bir neçəsi ; ilə ayrılır)',
  '{0}: which currency are the amounts in? (a code such as AZN)': '{0}: məbləğlər hansı valyutadadır? (AZN kimi kod)',
  '{0}: which platform are the rows from? (facebook, instagram, tiktok, google, …)':
    '{0}: sətirlər hansı platformadandır? (facebook, instagram, tiktok, google, …)',
  'what is an order worth? "{0}" needs it, and no export has revenue (such as 30 to 55)':
    'bir sifarişin dəyəri nə qədərdir? "{0}" üçün bu lazımdır, heç bir ixrac faylında gəlir yoxdur (məsələn 30 to 55)',
  'One answer is missing; give it with its flag:\n{0}': 'Bir cavab çatışmır; onu öz açarı ilə verin:\n{0}',
  '{0} answers are missing; give each with its flag:\n{1}': '{0} cavab çatışmır; hər birini öz açarı ilə verin:\n{1}',
  'Scenario: {0}': 'Ssenari: {0}',
  'Stages: {0} was there already and stays as it is; --stages {1} uses it':
    'Mərhələlər: {0} artıq vardı və olduğu kimi qalır; --stages {1} onu istifadə edir',
  'Stages: {0} (guessed: correct it, and run again with --stages {1} --force)':
    'Mərhələlər: {0} (təxminidir: düzəldin və --stages {1} --force ilə yenidən işə salın)',
  'Rows set aside: {0} ({1})': 'Kənara qoyulan sətirlər: {0} ({1})',
  'Fits: {0}': 'Uyğunluqlar: {0}',
  '{0} has a heading alone: no line of the plan is on a platform of {1}':
    '{0} faylında yalnız başlıq var: planın heç bir maddəsi {1} platformalarında deyil',
  '{0}: a media plan, 1 row taken': '{0}: mediaplan, 1 sətir götürüldü',
  '{0}: a media plan, {1} rows taken': '{0}: mediaplan, {1} sətir götürüldü',
  'found {0} columns of amounts, expected {1}, one a period of {2}':
    'məbləğlərin {0} sütunu tapıldı; gözlənilən: {1}, {2} ssenarisinin hər dövrü üçün bir sütun',
  'A{0}: found "{1}", expected a line of {2}: {3}': 'A{0}: "{1}" tapıldı; gözlənilən: {2} ssenarisinin maddəsi: {3}',
  'A{0}: found "{1}" a second time, expected each line once':
    'A{0}: "{1}" ikinci dəfə tapıldı; gözlənilən: hər maddə bir dəfə',
  '{0}: found nothing, expected an amount of money from 0 up, as a number':
    '{0}: boşdur; gözlənilən: rəqəmlə 0 və ya daha çox məbləğ',
  '{0}: found {1}, expected an amount of money from 0 up, as a number':
    '{0}: {1} tapıldı; gözlənilən: rəqəmlə 0 və ya daha çox məbləğ',
  "{0}: found {1}, expected {2}, the sum of the row's periods: change the periods, not the total":
    '{0}: {1} tapıldı; gözlənilən: {2}, sətrin dövrlərinin cəmi: cəmi yox, dövrləri dəyişin',
  'found no row "{0}", expected each line once': '"{0}" sətri tapılmadı; gözlənilən: hər maddə bir dəfə',
  'Wrote which campaign is for which line to {0}: yours to edit.':
    'Hansı kampaniyanın hansı maddəyə aid olduğu yazıldı: {0}. Onu düzəldə bilərsiniz.',
  'New campaigns: {0}, added to {1}, which is yours to edit.':
    'Əlavə olunan yeni kampaniyalar: {0}; fayl: {1}. Onu düzəldə bilərsiniz.',
  '{0}: nothing is to be changed, nothing was written.': '{0}: dəyişiləsi bir şey yoxdur, heç nə yazılmadı.',
  'Wrote the new budgets to {0}.': 'Yeni büdcələr yazıldı: {0}.',
  'Wrote the plan to {0}.': 'Plan yazıldı: {0}.',
  'Wrote the plan with its test to {0}.': 'Plan sınağı ilə birlikdə yazıldı: {0}.',
  'Report: {0}': 'Hesabat: {0}',
  'The planner is at': 'Planlayıcının ünvanı:',
  'Open it in a browser. The address holds a key: keep it to yourself. Ctrl-C stops.':
    'Onu brauzerdə açın. Ünvanda açar var: heç kimə verməyin. Ctrl-C dayandırır.',
} satisfies Translations;

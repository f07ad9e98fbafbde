import type { Translations } from '../../said.js';

/** `--help` in Azerbaijani. */
export const help = {
  'Usage:': 'İstifadəsi:',
  'Arguments:': 'Arqumentlər:',
  'Options:': 'Seçimlər:',
  'Commands:': 'Əmrlər:',
  'display help for command': 'əmrin izahını göstər',
  'output the version number': 'versiya nömrəsini göstər',
  'Budget simulation and forecasting for paid social marketing.':
    'Sosial şəbəkələrdə ödənişli reklam üçün büdcə simulyasiyası və proqnozu.',
  'write a commented scenario to start from': 'başlamaq üçün izahlı ssenari yaz',
  'price a plan, optimise it under its rules, write the report':
    'planı qiymətləndir, qaydaları daxilində yaxşılaşdır, hesabatı yaz',
  'find the best split and print it': 'ən yaxşı bölgünü tap və çap et',
  'set scenarios side by side on the same futures: differences, ranks, chance of being best':
    'ssenariləri eyni simulyasiyalarda yan-yana qoy: fərqlər, yerlər, ən yaxşı olmaq ehtimalı',
  'tell which test is worth making before money moves: size, rule, chance of being wrong, value':
    'pul yerini dəyişməzdən əvvəl hansı sınağın aparılmağa dəydiyini de: ölçü, qayda, yanılma ehtimalı, dəyər',
  'hold a plan to its targets and rules: exit 0 all hold, 1 one does not, 2 the input is wrong':
    'planı hədəfləri və qaydaları ilə yoxla: çıxış 0 hamısı ödənir, 1 biri ödənmir, 2 giriş səhvdir',
  "tell which inputs drive a plan's spread, and what it would be worth to know them":
    'planın yayılmasını hansı kəmiyyətlərin yaratdığını və onları bilməyin nəyə dəydiyini de',
  'tell what may be had for what: profit against the worst futures, or against the budget':
    'nəyin nə bahasına olduğunu de: ən pis nəticələrə və ya büdcəyə qarşı mənfəət',
  'say of each variant what run says of it: move, test, keep, less, cannot, start (takes longer)':
    'hər variant haqqında run əmrinin dediyini də yaz: move, test, keep, less, cannot, start (daha uzun çəkir)',
  'price, or optimise, every variant of a plan on common futures: best choices, regret, heat maps':
    'planın hər variantını ortaq simulyasiyalarda qiymətləndir və ya yaxşılaşdır: ən yaxşı seçimlər, peşmanlıq, istilik xəritələri',
  'do jobs that others put into a queue on Redis': 'başqalarının Redis növbəsinə qoyduğu işləri gör',
  "turn platforms' exports into a scenario's distributions, and show the fits":
    'platformaların ixrac fayllarını ssenarinin paylanmalarına çevir və uyğunluğu göstər',
  "from platforms' exports to a priced plan: reads, asks once for what is open, fits, prices":
    'platformaların ixrac fayllarından qiymətləndirilmiş plana: oxuyur, açıq qalanı bir dəfə soruşur, modeli qurur, qiymətləndirir',
  'hold plans made as of past days against what came': 'keçmiş günlərə görə qurulan planları baş verənlə tutuşdur',
  'hold a plan to what came, say where it lands, and plan the rest anew':
    'planı baş verənlə tutuşdur, hara çıxacağını de və qalanı yenidən planla',
  'the planner in a browser, on this machine': 'bu kompüterdə, brauzerdə planlayıcı',
  "print the scenario's JSON Schema": 'ssenarinin JSON sxemini çap et',
  "of help, messages, what huni new writes, and reports of plans that name no language: en, az, tr, ar (default: the environment's LANG, for reports en)":
    'izahların, mesajların, huni new əmrinin yazdığı faylın və dili göstərilməyən planların hesabatının dili: en, az, tr, ar (susmaya görə: mühitin LANG dəyəri, hesabatlarda en)',
  'name of the scenario': 'ssenarinin adı',
  'scenario files': 'ssenari faylları',
  'price the plan only': 'planı yalnız qiymətləndir',
  'tell in the report how flat the optimum is, and show other plans as good':
    'hesabatda optimumun nə qədər yastı olduğunu de və eyni dərəcədə yaxşı planları göstər',
  "find the plan that minimises the worst shock's loss, too": 'ən pis şokun itkisini ən aza endirən planı da tap',
  'print every test of the verdict, with what was found and what was asked':
    'hökmün hər yoxlamasını tapılan və tələb olunanla birlikdə çap et',
  'draw each chart as a PNG, too': 'hər qrafiki PNG kimi də çək',
  'the optimum to the cent, in place of moves in steps that people type':
    'insanların yazdığı addımlarla dəyişiklik yerinə qəpiyinə qədər optimum',
  "draw until standard errors are at most this share of the figures' spread: 1%":
    'standart xətalar rəqəmlərin yayılmasının bu payından çox olmayanadək simulyasiya et: 1%',
  "write the budgets as rows to upload or paste, too: budgets-<for>.csv in the report's folder":
    'büdcələri yükləmək və ya yapışdırmaq üçün sətirlər kimi də yaz: hesabatın qovluğunda budgets-<for>.csv',
  'write live.html, too: one offline file in which budgets move and figures follow':
    'live.html faylını da yaz: büdcələrin dəyişdiyi, rəqəmlərin ardınca getdiyi oflayn bir fayl',
  'scenario file': 'ssenari faylı',
  'tell how flat the optimum is, and show other plans as good':
    'optimumun nə qədər yastı olduğunu de və eyni dərəcədə yaxşı planları göstər',
  'write the plan back as a scenario: into the file itself, or into another':
    'planı ssenari kimi geri yaz: faylın özünə və ya başqasına',
  'scenario files, or one with variants': 'ssenari faylları, yaxud variantları olan biri',
  'write the plan with the test as a phase with a gate: into the file itself, or another':
    'planı sınaqla, şərtli faza kimi yaz: faylın özünə və ya başqasına',
  'the KPI to explain (default: profit; what the goal counts where orders are worth nothing known)':
    'izah olunacaq göstərici (standart: profit; sifarişlərin dəyəri bilinmirsə, məqsədin saydığı)',
  'leave out what information is worth, which needs the best plan':
    'məlumatın dəyərini burax: onun üçün ən yaxşı plan lazımdır',
  'what to trade against (default: risk)': 'nə ilə mübadilə edilsin (susmaya görə: risk)',
  'plans to find': 'tapılacaq planların sayı',
  'the largest or smallest budget that meets a target, such as "roas >= 2 with 80%"':
    'hədəfə çatan ən böyük və ya ən kiçik büdcə, məsələn "roas >= 2 with 80%"',
  'what to vary: "budget=10k..100k step 5k", "economics.order_value=7 to 13,9 to 15"; may be given again':
    'nə dəyişsin: "budget=10k..100k step 5k", "economics.order_value=7 to 13,9 to 15"; təkrar verilə bilər',
  'find the best split of each variant, rather than price it as given':
    'verildiyi kimi qiymətləndirmək yerinə hər variantın ən yaxşı bölgüsünü tap',
  'which variants (default: grid, every combination)': 'hansı variantlar (susmaya görə: grid, hər birləşmə)',
  'variants of a Sobol design': 'Sobol planındakı variantların sayı',
  'queue whose workers do the jobs: redis://HOST:PORT (default: threads of this machine)':
    'işləri görən növbə: redis://HOST:PORT (susmaya görə: bu kompüterin axınları)',
  'of the keys in Redis (default: huni)': 'Redis açarlarının ön adı (susmaya görə: huni)',
  'redis://HOST:PORT; user and password from HUNI_REDIS_USER, HUNI_REDIS_PASSWORD(_FILE)':
    'redis://HOST:PORT; istifadəçi və parol HUNI_REDIS_USER, HUNI_REDIS_PASSWORD(_FILE) dəyişənlərindən',
  'jobs at a time (default: one a core)': 'eyni anda işlərin sayı (susmaya görə: hər nüvəyə bir)',
  'tell what is queued and who works on it, and do nothing': 'növbədə nə olduğunu və kimin işlədiyini de, heç nə etmə',
  'print nothing but errors': 'səhvlərdən başqa heç nə çap etmə',
  'exports: CSV, TSV or XLSX': 'ixrac faylları: CSV, TSV və ya XLSX',
  'scenario to write (default: calibrated.yaml)': 'yazılacaq ssenari (susmaya görə: calibrated.yaml)',
  'which stage each campaign is for, as an earlier run wrote it and you corrected it':
    'hər kampaniya hansı mərhələ üçündür: əvvəlki icranın yazdığı və sizin düzəltdiyiniz fayl',
  "the scenario's horizon": 'ssenarinin müddəti',
  "the scenario's first day (default: the day after the last row)":
    'ssenarinin ilk günü (susmaya görə: son sətirdən sonrakı gün)',
  "the plan's campaigns are new ones: as uncertain as campaigns differ (default: these go on)":
    'planın kampaniyaları yenidir: qeyri-müəyyənlik kampaniyaların fərqi qədərdir (susmaya görə: indikilər davam edir)',
  'write over a scenario that is there': 'mövcud ssenarinin üzərinə yaz',
  "budget of the plan, in the exports' currency (default: the pace goes on)":
    'planın büdcəsi, ixrac fayllarının valyutası ilə (susmaya görə: indiki temp davam edir)',
  'days in which half of the conversions are recorded, 0 for at once (default: as overlapping reports say)':
    'konversiyaların yarısının qeydə alındığı günlərin sayı, dərhal üçün 0 (susmaya görə: üst-üstə düşən hesabatlar üzrə)',
  'weeks to plan': 'planlanan həftələrin sayı',
  'what to maximise: profit, orders, revenue, clicks, … (default: profit, else orders)':
    'nə artırılsın: profit, orders, revenue, clicks, … (susmaya görə: profit, olmasa orders)',
  'what an order is worth: 42, "30 to 55"': 'bir sifarişin dəyəri: 42, "30 to 55"',
  'gross margin: 55%, "50% to 60%"': 'ümumi marja: 55%, "50% to 60%"',
  'scenario to write (default: <first export>-plan.yaml)':
    'yazılacaq ssenari (susmaya görə: <ilk ixrac faylı>-plan.yaml)',
  'futures to draw': 'simulyasiyaların sayı',
  'threads (default: one a core)': 'axınların sayı (susmaya görə: hər nüvəyə bir)',
  'how far ahead each forecast looks': 'hər proqnoz nə qədər irəliyə baxır',
  'forecasts to make': 'qurulacaq proqnozların sayı',
  'futures to draw for each': 'hər biri üçün simulyasiyaların sayı',
  'folder of the page (default: reports/<file>)': 'səhifənin qovluğu (susmaya görə: reports/<fayl>)',
  'platform exports: CSV, TSV or XLSX': 'platformaların ixrac faylları: CSV, TSV və ya XLSX',
  'last day that counts (default: the last of the exports, less --settle)':
    'sayılan son gün (susmaya görə: faylların son günü, --settle çıxılmaqla)',
  'days that platforms still restate (default: 3)': 'platformaların hələ düzəltdiyi günlər (susmaya görə: 3)',
  'how far a line may be off its pace (default: 10%)': 'maddə tempindən nə qədər uzaqlaşa bilər (susmaya görə: 10%)',
  'put the new budgets into the file; what is spent stays': 'yeni büdcələri fayla yaz; xərclənən qalır',
  'the ledger that says what was approved, and when (default: the file as it stands)':
    'nəyin nə vaxt təsdiqləndiyini deyən jurnal (susmaya görə: faylın özü)',
  'how the answer is printed (default: text)': 'cavab necə çap olunsun (susmaya görə: text)',
  'HEADER=field or platform=NAME, as huni calibrate takes it':
    'HEADER=field və ya platform=NAME, huni calibrate əmrindəki kimi',
  'currency of the amounts, where an export names none': 'fayl valyutanı demirsə, məbləğlərin valyutası',
  'dates are day/month, where an export leaves it open': 'fayl demirsə, tarixlər gün/ay sırasındadır',
  'dates are month/day, where an export leaves it open': 'fayl demirsə, tarixlər ay/gün sırasındadır',
  'decimal mark, where an export leaves it open': 'fayl demirsə, onluq işarəsi',
  'folder of plans': 'planların qovluğu',
  'address to listen on; others than this machine need TLS or a proxy':
    'dinlənən ünvan; bu kompüterdən başqası üçün TLS və ya proksi lazımdır',
  'port to listen on; 0: any that is free': 'dinlənən port; 0: istənilən boş port',
  'certificate, PEM': 'sertifikat, PEM',
  'its key, PEM': 'onun açarı, PEM',
  'the address that people type, where a proxy stands before this server':
    'bu serverin qarşısında proksi varsa, insanların yazdığı ünvan',
  'seed: the same one gives the same figures to the last bit':
    'başlanğıc kodu: eyni kod son bitə qədər eyni rəqəmləri verir',
  'how futures are drawn': 'simulyasiyalar necə qurulur',
  "no file that a scenario names is read outside of it (default: the scenario's own folder)":
    'ssenarinin adını çəkdiyi heç bir fayl ondan kənarda oxunmur (susmaya görə: ssenarinin öz qovluğu)',
  'print the result as JSON, and nothing else': 'nəticəni JSON kimi çap et, başqa heç nə',
  'how the outcome is printed (default: text)': 'nəticə necə çap olunsun (susmaya görə: text)',
  'optimise, and fail where the verdict is none of these: move, test, keep, less, cannot, start':
    'yaxşılaşdır və hökm bunlardan biri deyilsə, uğursuz bitir: move, test, keep, less, cannot, start',
  'a result.json that the figures may not drift from': 'rəqəmlərin uzaqlaşmamalı olduğu result.json',
  'how far they may move beyond chance (default: 1%)': 'təsadüfdən əlavə nə qədər dəyişə bilərlər (susmaya görə: 1%)',
  'HEADER=field for a column that is not recognised, platform=NAME for all rows, FILE:… for one file; may be given again':
    'tanınmayan sütun üçün HEADER=field, bütün sətirlər üçün platform=NAME, bir fayl üçün FILE:…; təkrar verilə bilər',
  'currency of the amounts, where the file names none': 'fayl demirsə, məbləğlərin valyutası',
  'dates are day/month, where the file leaves it open': 'fayl demirsə, tarixlər gün/ay sırasındadır',
  'dates are month/day, where the file leaves it open': 'fayl demirsə, tarixlər ay/gün sırasındadır',
  'rows of later days are set aside as not yet spent (default: the day it is)':
    'daha sonrakı günlərin sətirləri hələ xərclənməmiş sayılıb kənara qoyulur (susmaya görə: bugünkü gün)',
  'decimal mark, where the file leaves it open': 'fayl demirsə, onluq işarəsi',
  'run a report again and record it for approval': 'hesabatı yenidən icra et və təsdiq üçün qeydə al',
  'approve a submission, signed': 'təqdimatı imza ilə təsdiqlə',
  'reject a submission, signed': 'təqdimatı imza ilə rədd et',
  'list what was submitted, approved and rejected, and check the ledger':
    'təqdim, təsdiq və rədd edilənləri sadala və jurnalı yoxla',
  'hold a report against the ledger and against a new run of its scenario':
    'hesabatı jurnalla və ssenarisinin yeni icrası ilə tutuşdur',
  'sign who may approve how much and put it in force, or print it':
    'kimin nə qədər təsdiqləyə biləcəyini imzala və qüvvəyə mindir, yaxud çap et',
  'make a key to sign with': 'imzalamaq üçün açar yarat',
  'write a new private key, for your eyes only, and print the public one':
    'yalnız sizin görəcəyiniz yeni məxfi açar yaz, açıq olanı çap et',
  "a report's folder": 'hesabatın qovluğu',
  'the plan to approve (default: the optimised one)': 'təsdiqlənəcək plan (susmaya görə: yaxşılaşdırılmış)',
  'your private key (default: one of your own, made at first use)':
    'məxfi açarınız (susmaya görə: ilk istifadədə yaradılan öz açarınız)',
  'number of the submission': 'təqdimatın nömrəsi',
  'approve spending up to this (default: what was asked for)':
    'bu həddə qədər xərci təsdiqlə (susmaya görə: istənilən qədər)',
  'where the report is (default: where it was submitted from)': 'hesabatın yeri (susmaya görə: təqdim edildiyi yer)',
  why: 'səbəb',
  'take the ledger as it is from now on, whatever was known of it':
    'bundan sonra jurnalı olduğu kimi qəbul et, əvvəl nə bilinirsə bilinsin',
  'YAML: currency, approvers with name, key and limit': 'YAML: valyuta, adı, açarı və limiti olan təsdiqləyənlər',
  "the policy owner's private key": 'qaydaların sahibinin məxfi açarı',
  'whose key it is': 'açar kimindir',
  'where to (default: your configuration folder)': 'hara (susmaya görə: konfiqurasiya qovluğunuz)',
  'the ledger of approvals (default: approvals/ledger.db in the folder)':
    'təsdiq jurnalı (susmaya görə: qovluqdakı approvals/ledger.db)',
  'the ledger': 'jurnal',
  'the public key of its owner: it must have signed a policy in it':
    'sahibinin açıq açarı: jurnaldakı qaydaları o imzalamış olmalıdır',
  'the last hash you noted: it must still be there': 'qeyd etdiyiniz son heş: hələ orada olmalıdır',
  'print the answer as JSON, and nothing else': 'cavabı JSON kimi çap et, başqa heç nə',
  'who decides, as the policy names them': 'qərar verən, qaydalarda yazılan adla',
  'their private key (default: in your configuration folder)':
    'onun məxfi açarı (susmaya görə: konfiqurasiya qovluğunuzda)',
  'folder of the report (default: reports/<scenario>)': 'hesabatın qovluğu (susmaya görə: reports/<ssenari>)',
  'write the report, too, into this folder': 'hesabatı da bu qovluğa yaz',
  'folder of the charts and tables (default: reports/compare)':
    'qrafik və cədvəllərin qovluğu (susmaya görə: reports/compare)',
  "the report's folder; charts and tables go into its explain/ (default: reports/<scenario>)":
    'hesabatın qovluğu; qrafik və cədvəllər onun explain/ qovluğuna yazılır (susmaya görə: reports/<ssenari>)',
  'folder of the charts and tables (default: reports/<scenario>/frontier)':
    'qrafik və cədvəllərin qovluğu (susmaya görə: reports/<ssenari>/frontier)',
  'folder of the table, the page and the outcomes (default: reports/<scenario>/sweep)':
    'cədvəlin, səhifənin və nəticələrin qovluğu (susmaya görə: reports/<ssenari>/sweep)',
  'further sections of the page, apart by commas: compare, explain, frontier, trust (compare: the files given, or the variants of one)':
    'səhifənin əlavə bölmələri, vergüllə: compare, explain, frontier, trust (compare: verilən fayllar və ya birinin variantları)',
  'further sections of the page, apart by commas: calibration, explain, frontier, trust':
    'səhifənin əlavə bölmələri, vergüllə: calibration, explain, frontier, trust',
  "exports: CSV, TSV or XLSX; or one plan: a budget.xlsx of huni's as you changed it, a media plan":
    'ixrac faylları: CSV, TSV və ya XLSX; yaxud bir plan: huni-nin yazdığı, sizin dəyişdiyiniz budget.xlsx və ya mediaplan',
  "the scenario that a budget.xlsx is of (default: the copy in the report's folder)":
    'budget.xlsx faylının ssenarisi (susmaya görə: hesabatın qovluğundakı surət)',
} satisfies Translations;

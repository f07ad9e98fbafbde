import type { VerdictText } from './types.js';

export const verdictAz: VerdictText = {
  move: (moves, better, gain) =>
    `Köçürün: ${moves}. Simulyasiyaların ${better} hissəsində daha yaxşıdır, median nəticədə fərq ${gain}.`,
  moves: (amount, from, to) => `${amount} (${from} → ${to})`,
  movesInAll: (amount, count, largest) => `cəmi ${amount}, addımların sayı ${count}, ən böyüyü ${largest}`,
  test: (amount, line, days) =>
    `Köçürməzdən əvvəl sınayın: ${line}, ${amount}, müddət ${days}. Köçürməyin lehinə olanların çoxu təxmindir.`,
  keep: 'Planı saxlayın: aşağıdakı yoxlamalara görə ondan yaxşısı yoxdur.',
  less: (amount) => `Daha az xərcləyin və ya xərcləməyin: tapılan ən yaxşı plan da median nəticədə ${amount} itirir.`,
  nothing: (amount) =>
    `Bu pulu xərcləməyin: tapılan heç bir plan xərcini çıxarmır, verilmiş plan median nəticədə ${amount} itirir.`,
  nobody: (share) => `Belə xərcləməyin: büdcənin ${share} hissəsi reklam göstəriləcək adam tapmır.`,
  startEarns: (amount) =>
    `Bu bölgü ilə başlayın: büdcələr verilmədiyi üçün müqayisə ediləcək plan yoxdur; median nəticədə ${amount} qazandırır.`,
  startFor: (figure, name) =>
    `Bu bölgü ilə başlayın: büdcələr verilmədiyi üçün müqayisə ediləcək plan yoxdur; median nəticə (${name}): ${figure}.`,
  withLater: (amount) => `${amount} (plandan sonra gələn sifarişlərlə birlikdə)`,
  pricedLoses: (amount) =>
    `Verilən plan median nəticədə ${amount} itirir; optimallaşdırma aparılmayıb, daha yaxşısı ola bilər.`,
  pricedEarns: (amount) =>
    `Büdcələr verilmədiyi üçün huni öz bölgüsünü qiymətləndirib, optimallaşdırma aparılmayıb; median nəticədə ${amount} qazandırır.`,
  pricedFor: (figure, name) =>
    `Büdcələr verilmədiyi üçün huni öz bölgüsünü qiymətləndirib, optimallaşdırma aparılmayıb; median nəticə (${name}): ${figure}.`,
  moreOfGoal: (share) => `məqsədin qiyməti ${share} çox`,
  because: {
    probability_better: (value, needed) => `simulyasiyaların ${value} hissəsində daha yaxşıdır (tələb: ${needed})`,
    one_more: (value, name) => `median qazanc (${name}): ${value} (tələb: ən azı bir)`,
    gain: (value, needed) => `median qazanc xərcin ${value} hissəsidir (tələb: ${needed} hissəsindən çox)`,
    gainOfGoal: (value, needed) =>
      `median qazanc planın gətirdiyinin ${value} hissəsidir (tələb: ${needed} hissəsindən çox)`,
    loss: (value, needed) => `zərər ehtimalı ${value} faiz bəndi dəyişir (yol verilən artım: ${needed})`,
    loss_with_later: (value, needed) =>
      `plandan sonra gələn sifarişlərlə birlikdə zərər ehtimalı ${value} faiz bəndi dəyişir (yol verilən artım: ${needed})`,
    targets: (value) =>
      value === '0'
        ? 'çatılan heç bir hədəf əldən getmir'
        : `əvvəl çatılan, sonra çatılmayan hədəflərin sayı: ${value}`,
    rules: (value) =>
      value === '0'
        ? 'əməl olunan heç bir qayda pozulmur'
        : `əvvəl əməl olunan, sonra pozulan qaydaların sayı: ${value}`,
    delivered: (value, needed) => `büdcənin əlavə ${value} hissəsi heç kimə çatmır (yol verilən: ${needed})`,
    delivered_none: 'büdcənin heç kimə çatmayan hissəsi artmır',
    reached: (value, needed) => `büdcənin ${value} hissəsi heç kimə çatmır (yol verilən: ${needed})`,
    given_outcome: (value) => `verilən planın median nəticəsi ${value} (tələb: 0)`,
    given_with_later: (value) =>
      `verilən planın, plandan sonra gələn sifarişlərlə birlikdə median nəticəsi ${value} (tələb: 0)`,
    middle_outcome: (value) => `daha yaxşı planın median nəticəsi ${value} (tələb: 0)`,
    middle_with_later: (value) =>
      `daha yaxşı planın, plandan sonra gələn sifarişlərlə birlikdə median nəticəsi ${value} (tələb: 0)`,
    guesses: (value, needed) =>
      `fərqin yayılmasının ${value} hissəsi təxmindir (${needed} hissəsindən çox olanda sınaq axtarılır)`,
    test_changes_nothing: 'sınağın göstərəcəyi heç nə qərarı dəyişməz',
    test_worth_nothing: 'heç bir sınaq öz xərcinə dəyməz',
    test_worth: 'sınaq öz xərcindən artıq dəyər verir',
    test_would_decide: 'sınağın göstərəcəyi qərarı dəyişə bilər',
    test_value: (value, needed) => `sınaq xərcin ${value} hissəsi qədər dəyərlidir (tələb: ${needed} hissəsindən çox)`,
    test_value_of_goal: (value, needed) =>
      `sınaq planın gətirdiyinin ${value} hissəsi qədər dəyərlidir (tələb: ${needed} hissəsindən çox)`,
  },
  guessedMove: (share, test) =>
    `bu fərqin ${share} hissəsi təxmindir (dərc olunmuş göstəricilər, fərziyyələr, geniş aralıqlar), amma əvvəlcə sınamaq özünü doğrultmur: ${test}`,
  holds: 'ödənir',
  fails: 'ödənmir',
  close: 'həddə yaxındır: başqa təsadüfi ədədlərlə nəticə dəyişə bilər',
  missed: (target, before) => `${target}: əvvəl çatılırdı (${before}), indi çatılmayacaq`,
  spread: (parts) => `Nəticələrin yayılmasının mənbələri: ${parts}.`,
  sources: {
    yours: (share) => `sizin yazdıqlarınız ${share}`,
    measured: (share) => `ölçülənlər ${share}`,
    benchmark: (share) => `dərc olunmuş göstəricilər ${share}`,
    assumed: (share) => `fərziyyələr ${share}`,
  },
  aim: {
    label: 'Ölçü',
    short: (name, measure) => `${name}: ${measure}`,
    maximize: (name, measure) => `Ən yaxşı plan bu ölçüyə görə ən yüksək olandır (${name}): ${measure}.`,
    minimize: (name, measure) => `Ən yaxşı plan bu ölçüyə görə ən aşağı olandır (${name}): ${measure}.`,
    mean: 'bütün simulyasiyaların orta qiyməti',
    withoutTenth: 'simulyasiyaların ən uğurlu onda biri olmadan orta qiymət',
    without: (share) => `simulyasiyaların ən uğurlu ${share} hissəsi olmadan orta qiymət`,
    worst: (share) => `simulyasiyaların ən pis ${share} hissəsinin orta qiyməti`,
    weighed: (weight, share) => `orta qiymət, simulyasiyaların ən pis ${share} hissəsinin çəkisi ${weight}`,
  },
  testDetails: {
    lead: (amount, line, days) =>
      `Əvvəlcə ən yaxşı planı işə salın (müddət: ${days}) və bu maddəni izləyin: ${line}. Bu müddətdə xərci ${amount}.`,
    none: 'Pul köçürülməzdən əvvəl aparılmağa dəyən sınaq yoxdur.',
    because: (clause) => `Burada ${clause}.`,
    sizes: 'Sınağın dəyəri ölçüsünə görə',
    columns: { length: 'Müddət', amount: 'Maddəyə pul', value: 'Xərci çıxılmaqla dəyəri' },
    expect: (outcome, middle, low, high) => `Gözlənilən ${outcome}: ${middle} (10 haldan 8-i: ${low} – ${high}).`,
    rule: (below, above) =>
      below === above
        ? `Biri ${below} məbləğindən ucuzdursa, qalanını da köçürün; bahadırsa, dayanın.`
        : `Biri ${below} məbləğindən ucuzdursa, qalanını da köçürün; ${above} məbləğindən bahadırsa, dayanın; arada sınağa davam edin.`,
    wrong: (share) => `Bu qayda ilə qərar simulyasiyaların ${share} hissəsində səhv olur.`,
    value: (amount) => `Sınaq orta hesabla özünə çəkilən xərcdən ${amount} artıq dəyər verir.`,
  },
  breakEven: {
    title: 'Nə doğru olmalıdır',
    lead: 'Hər biri ayrılıqda, qalanları olduğu kimi: median nəticənin sıfıra çatdığı və ya ilk çatılmayan hədəfə çatıldığı qiymət.',
    columns: { input: 'Kəmiyyət', now: 'İndi', needed: 'Lazım olan', chance: 'Ehtimalı' },
    atLeast: (value) => `ən azı ${value}`,
    atMost: (value) => `ən çoxu ${value}`,
    typed: 'tək qiymət kimi yazılıb',
    label: 'Lazımdır',
    toBreakEven: 'median nəticədə sıfıra çıxmaq üçün',
    forTarget: (target) => `hədəf üçün (${target})`,
    short: (what, input, needed, now, chance) => `${what}: ${input} ${needed} (indi ${now}; ehtimalı: ${chance})`,
    or: ' və ya ',
    none: 'səkkiz dəfəyədək heç bir qiymət kifayət etmir',
    noneAlone: 'səkkiz dəfəyədək dəyişsə də, heç bir kəmiyyət təkbaşına kifayət etmir',
    rate: (name, line) => `${name} (bütün maddələrdə eyni nisbətdə; göstərilən: ${line})`,
  },
  sections: { test: 'Aparılmağa dəyən sınaq', why: 'Niyə', plausible: 'İnanılması çətin olanlar' },
  outcomes: { orders: 'sifariş', leads: 'müraciət', bookings: 'rezervasiya', installs: 'quraşdırma' },
};

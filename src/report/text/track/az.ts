import type { TrackText } from './types.js';

/** Gedişatda olan plan haqqında Azərbaycan dilində deyilənlər. */
export const trackAz: TrackText = {
  language: 'az',
  heading: (plan, whole, all, date) => `${plan}: ${date} tarixinə ${all} dövrdən ${whole} dövr bitib`,
  changed: (date) => `; fayl artıq ${date} tarixində təsdiq edilən plan deyil`,
  unmatched: (amount, count, names, file) =>
    `${amount} planın heç bir maddəsinə aid olmayan kampaniyalara xərclənib (${count}: ${names}). Cəmə daxildir; hansı maddəyə aid olduğunu ${file} faylında göstərin`,
  spent: (spent, budget, planned, end, until) =>
    `${until === '' ? '' : `${until} tarixinədək `}${budget} büdcədən ${spent} xərclənib; plana görə ${until === '' ? 'bu günədək' : 'həmin günədək'} ${planned} olmalı idi. Bu templə sonda ${end} olacaq`,
  over: (amount) => `Büdcədən ${amount} çox xərclənib: planlaşdırmağa pul qalmayıb`,
  before: (amount) => `Planın ilk günündən əvvəl ${amount} xərclənib; bu məbləğ heç bir rəqəmə daxil deyil`,
  gate: (phase, gate, passed, failed, stops) =>
    failed
      ? `“${phase}” mərhələsindən sonrakı şərt (${gate}) ödənmədi${stops ? ': dayandırdığı maddələrə daha pul xərclənmir' : ''}`
      : `“${phase}” mərhələsindən sonrakı şərt (${gate}) faktiki rəqəmlərə görə simulyasiyaların ${passed} hissəsində ödənir${stops ? '; qalanlarında dayandırdığı maddələrə daha pul xərclənmir' : ''}`,
  shock: (name, date, chance) => `“${name}” başlayıb, böyük ehtimalla ${date} tarixində (əminlik ${chance})`,
  ahead: (line, off, daily, needed) =>
    `${line} plandan ${off} irəlidədir: gündə ${daily} xərclənir, ${needed} kifayətdir`,
  behind: (line, off, daily, needed) =>
    `${line} plandan ${off} geridədir: gündə ${daily} xərclənir, ${needed} lazımdır`,
  silent: (date) => `; ixrac fayllarında ${date} tarixindən sonra heç nə yoxdur: dayandırılıb, yoxsa fayl çatışmır?`,
  unplanned: (line, spent) => `${line}: hələ planda olmadığı halda ${spent} xərclənib`,
  paced: (tolerance) => `Bütün maddələr planından ən çoxu ${tolerance} kənara çıxır`,
  lands: (name, low, high, middle, thenLow, thenHigh, then) =>
    `${name}: sonda ${low} – ${high}, median ${middle}; təsdiq ediləndə ${thenLow} – ${thenHigh}, median ${then}`,
  target: (name, now, then) => `${name}: simulyasiyaların ${now} hissəsində, təsdiq ediləndə ${then}`,
  needed: (chance, holds) => `; tələb olunan ${chance}${holds ? '' : ', yəni ödənmir'}`,
  bridge: (total, then, now, price, clickRate, conversionRate, volume) =>
    `Konversiyalar orta hesabla niyə ${total} dəyişir (təsdiq ediləndə ${then}, indi ${now}): qiymət ${price}, klik nisbəti ${clickRate}, konversiya nisbəti ${conversionRate}, həcm ${volume}`,
  alarm: (figure, line, change, date) => `${line}: ${figure} ${date} tarixindən dəyişib, ${change}`,
  figures: { price: 'qiymət', click_rate: 'klik nisbəti', conversion_rate: 'konversiya nisbəti' },
  up: (share) => `${share} artıb`,
  down: (share) => `${share} azalıb`,
  change: (moves) => `Sabahdan belə dəyişin: ${moves}`,
  move: (line, to, from) => `${line} gündə ${to} (${from} əvəzinə)`,
  gain: (amount, chance) => `; mənfəət orta hesabla ${amount}, simulyasiyaların ${chance} hissəsində daha yaxşı`,
  nothing: 'Heç nəyi dəyişməyin: qalan müddət üçün təsadüfdən kənara çıxan daha yaxşı plan yoxdur',
  nothingLeft: 'Qərar verməli heç nə qalmayıb',
  locked: (date) => `Büdcələr ${date} tarixinədək kilidlidir: o vaxta qədər heç nəyi dəyişməyin`,
  contradiction: (rules) => `Qalan müddət üçün heç bir plan bu qaydaların hamısını birlikdə ödəmir: ${rules}`,
  unsure: 'Faktiki rəqəmlər modelə pis uyğun gəlir: aralıqlara ehtiyatla yanaşın',
  learned: (counts, effective, weights) =>
    `${counts} rəqəmdən öyrənilib; normal yaxınlaşmanın ${effective} hissəsi təsirlidir${weights ? ', buna görə çəkilərlə seçilmiş nümunələr işlədilir' : ''}`,
  more: (count) => `üstəgəl ${count}`,
  separator: ', ',
  pace: (line) => `Xərcləmə tempi: ${line}`,
  paceFound: (off, tolerance) => `plandan kənarlaşma ${off}, yol verilən ${tolerance}`,
  chartTitle: 'Hər dövrün sonunadək sifarişlər: təsdiq edilən və faktiki',
  approvedCourse: {
    dashed: 'Qırıq xətt: təsdiq edilən planda eyni göstərici.',
    diamond: 'Boz romb: təsdiq edilən plan.',
  },
  approved: 'təsdiq edilən',
  now: 'indi',
  lines: 'Maddələr',
  columns: {
    line: 'Maddə',
    budget: 'Büdcə',
    planned: 'Bu günədək plan',
    spent: 'Xərclənib',
    off: 'Plandan kənarlaşma',
    daily: 'Gündə',
    needed: 'Gündə lazımdır',
    conversions: 'İndiyədək konversiyalar',
    approved: 'Sonda (təsdiq)',
    lands: 'Sonda (indi)',
  },
  targetsTitle: 'Hədəflər',
  targetColumns: {
    target: 'Hədəf',
    needed: 'Tələb olunan',
    approved: 'Təsdiq ediləndə',
    now: 'İndi',
    atPace: 'Bu templə',
  },
  bars: {
    price: 'Qiymət',
    click_rate: 'Klik nisbəti',
    conversion_rate: 'Konversiya nisbəti',
    volume: 'Həcm',
    all: 'Birlikdə',
  },
  bridgeTitle: 'Konversiyalar niyə təsdiq ediləndən fərqli gəlir',
  bridgeColumns: { bar: 'Səbəb', conversions: 'Konversiyalar' },
  matchTitle: 'Kampaniyalar və maddələr',
  matchColumns: { campaign: 'Kampaniya', platform: 'Platforma', line: 'Maddə' },
  none: 'yoxdur',
};

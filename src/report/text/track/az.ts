import type { TrackText } from './types.js';

/** Gedişatda olan plan haqqında Azərbaycan dilində deyilənlər. */
export const trackAz: TrackText = {
  language: 'az',
  heading: (plan, whole, all, date) => `${plan}: ${all} dövrdən ${whole} dövr bitib, tarix: ${date}`,
  unmatched: (amount, count, names, file) =>
    `${amount} planın heç bir sətrinə aid olmayan kampaniyalara (${count}: ${names}) xərclənib: cəmdə sayılır; yerini ${file} faylında göstərin`,
  spent: (spent, budget, planned, end) =>
    `Xərclənib: ${spent} / ${budget}; plana görə bu günə qədər: ${planned}. Bu templə sona qədər: ${end}`,
  over: (amount) => `Büdcədən artıq xərclənib: ${amount}; planlaşdırmağa heç nə qalmayıb`,
  before: (amount) => `Planın ilk günündən əvvəl xərclənib: ${amount}; heç bir göstəricidə yoxdur`,
  gate: (phase, gate, passed, failed, stops) =>
    failed
      ? `${phase} mərhələsinin şərti (${gate}) ödənməyib${stops ? ': dayandırdığı sətirlər daha pul xərcləmir' : ''}`
      : `${phase} mərhələsinin şərti (${gate}) gələn rəqəmlərlə gələcəklərin ${passed} hissəsində ödənir${stops ? '; qalanlarda dayandırdığı sətirlər daha pul xərcləmir' : ''}`,
  ahead: (line, off, daily, needed) => `${line} plandan ${off} irəlidədir: gündə ${daily}, ${needed} kifayətdir`,
  behind: (line, off, daily, needed) => `${line} plandan ${off} geridədir: gündə ${daily}, lazım olan ${needed}`,
  unplanned: (line, spent) => `${line}: hələ planda olmayan xərc ${spent}`,
  paced: (tolerance) => `Bütün sətirlər planından ən çox ${tolerance} fərqlənir`,
  lands: (name, low, high, middle, thenLow, thenHigh, then) =>
    `${name}: sona qədər ${low} – ${high}, ortada ${middle}; təsdiqdə ${thenLow} – ${thenHigh}, ortada ${then}`,
  target: (name, now, then) => `${name}: gələcəklərin ${now} hissəsində, təsdiqdə ${then}`,
  needed: (chance, holds) => `; tələb olunan: ${chance}${holds ? '' : ', ödənmir'}`,
  bridge: (total, price, clickRate, conversionRate, volume) =>
    `Konversiyalar niyə dəyişir (${total}): qiymət ${price}, klik payı ${clickRate}, konversiya payı ${conversionRate}, həcm ${volume}`,
  alarm: (figure, line, change, date) => `${figure} (${line}) ${date} tarixindən başqadır: ${change}`,
  figures: { price: 'Qiymət', click_rate: 'Klik payı', conversion_rate: 'Konversiya payı' },
  up: (share) => `artım ${share}`,
  down: (share) => `azalma ${share}`,
  change: (moves) => `Sabahdan dəyişin: ${moves}`,
  move: (line, to, from) => `${line} gündə ${to} (indi ${from})`,
  gain: (amount, chance) => `; mənfəət orta hesabla ${amount}, gələcəklərin ${chance} hissəsində daha yaxşı`,
  nothing: 'Heç nəyi dəyişməyin: qalan hissə üçün təsadüfdən kənar daha yaxşı plan yoxdur',
  nothingLeft: 'Qərar veriləsi heç nə qalmayıb',
  contradiction: (rules) => `Qalan hissənin heç bir planı bu qaydaları birlikdə ödəmir: ${rules}`,
  unsure: 'Gələn rəqəmlər modelə pis uyğundur: aralıqlara ehtiyatla baxın',
  learned: (counts, effective, weights) =>
    `${counts} saydan öyrənilib; Qauss paylanmasının təsirli payı: ${effective}${weights ? ', buna görə çəkilərdən istifadə olunur' : ''}`,
  more: (count) => `və daha ${count}`,
  separator: ', ',
  pace: (line) => `Temp: ${line}`,
  paceFound: (off, tolerance) => `plandan fərq ${off}, icazə verilən ${tolerance}`,
  chartTitle: 'Hər dövrün sonuna sifarişlər: təsdiq olunan və gələn',
  approved: 'təsdiq olunan',
  now: 'gələn və proqnoz',
  lines: 'Sətirlər',
  columns: {
    line: 'Sətir',
    budget: 'Büdcə',
    planned: 'Bu günə plan',
    spent: 'Xərclənib',
    off: 'Plandan fərq',
    daily: 'Gündə',
    needed: 'Gündə lazım',
    conversions: 'Sayılan konversiyalar',
    approved: 'Sona qədər, təsdiqdə',
    lands: 'Sona qədər, indi',
  },
  targetsTitle: 'Hədəflər',
  targetColumns: { target: 'Hədəf', needed: 'Tələb olunan', approved: 'Təsdiqdə', now: 'İndi', atPace: 'Bu templə' },
  bars: {
    price: 'Qiymət',
    click_rate: 'Klik payı',
    conversion_rate: 'Konversiya payı',
    volume: 'Həcm',
    all: 'Birlikdə',
  },
  bridgeTitle: 'Konversiyalar niyə təsdiqdəkindən fərqlidir',
  bridgeColumns: { bar: 'Səbəb', conversions: 'Konversiyalar' },
  matchTitle: 'Kampaniyalar və sətirlər',
  matchColumns: { campaign: 'Kampaniya', platform: 'Platforma', line: 'Sətir' },
  none: 'yoxdur',
};

import type { TrackText } from './types.js';

/** ما يقال بالعربية عن خطة جارية. */
export const trackAr: TrackText = {
  language: 'ar',
  heading: (plan, whole, all, date) => `${plan}: انتهت ${whole} من ${all} فترات، حتى ${date}`,
  unmatched: (amount, count, names, file) =>
    `أُنفق ${amount} على حملات لا تخص أي بند في الخطة (${count}: ${names}): محسوب في المجموع؛ حدّدوا مكانه في ${file}`,
  spent: (spent, budget, planned, end) =>
    `أُنفق ${spent} من ${budget}؛ والخطة حتى الآن ${planned}. بهذه الوتيرة عند النهاية: ${end}`,
  over: (amount) => `أُنفق ما يزيد على الميزانية بمقدار ${amount}: لم يبق ما يُخطط له`,
  before: (amount) => `أُنفق ${amount} قبل أول أيام الخطة، ولا يدخل في أي رقم`,
  gate: (phase, gate, passed, failed, stops) =>
    failed
      ? `لم يتحقق شرط المرحلة ${phase} (${gate})${stops ? '، فتتوقف البنود التي يوقفها عن الإنفاق' : ''}`
      : `شرط المرحلة ${phase} (${gate}) يتحقق بما ورد في ${passed} من الاحتمالات${stops ? '، وفي سواها تتوقف البنود التي يوقفها عن الإنفاق' : ''}`,
  ahead: (line, off, daily, needed) => `${line} متقدم على الخطة بنسبة ${off}: ${daily} في اليوم، ويكفي ${needed}`,
  behind: (line, off, daily, needed) => `${line} متأخر عن الخطة بنسبة ${off}: ${daily} في اليوم، والمطلوب ${needed}`,
  unplanned: (line, spent) => `${line}: أُنفق ${spent} ولم يكن مخططًا بعد`,
  paced: (tolerance) => `كل البنود ضمن ${tolerance} من خطتها`,
  lands: (name, low, high, middle, thenLow, thenHigh, then) =>
    `${name}: من ${low} إلى ${high} عند النهاية، والوسط ${middle}؛ وعند الاعتماد من ${thenLow} إلى ${thenHigh}، والوسط ${then}`,
  target: (name, now, then) => `${name}: في ${now} من الاحتمالات، وكان ${then} عند الاعتماد`,
  needed: (chance, holds) => `؛ المطلوب ${chance}${holds ? '' : '، فلا يتحقق'}`,
  bridge: (total, price, clickRate, conversionRate, volume) =>
    `لماذا تتغير التحويلات بمقدار ${total}: السعر ${price}، معدل النقر ${clickRate}، معدل التحويل ${conversionRate}، الحجم ${volume}`,
  alarm: (figure, line, change, date) => `${figure} في ${line} مختلف منذ ${date}: ${change}`,
  figures: { price: 'السعر', click_rate: 'معدل النقر', conversion_rate: 'معدل التحويل' },
  up: (share) => `ارتفاع ${share}`,
  down: (share) => `انخفاض ${share}`,
  change: (moves) => `غيّروا ابتداءً من الغد: ${moves}`,
  move: (line, to, from) => `${line} ${to} في اليوم (الآن ${from})`,
  gain: (amount, chance) => `؛ الربح ${amount} في المتوسط، وأفضل في ${chance} من الاحتمالات`,
  nothing: 'لا تغيّروا شيئًا: لا خطة أفضل لما تبقى فيما يتجاوز الصدفة',
  nothingLeft: 'لم يبق ما يُقرَّر',
  contradiction: (rules) => `لا خطة لما تبقى تحقق هذه القواعد معًا: ${rules}`,
  unsure: 'ما ورد لا يوافق النموذج جيدًا: خذوا النطاقات بحذر',
  learned: (counts, effective, weights) =>
    `استُخلص من ${counts} عدًّا؛ الحصة الفعالة من التوزيع الطبيعي ${effective}${weights ? '، ولذلك تُستخدم الأوزان' : ''}`,
  more: (count) => `و${count} أخرى`,
  separator: '، ',
  pace: (line) => `وتيرة ${line}`,
  paceFound: (off, tolerance) => `الانحراف عن الخطة ${off}، والمسموح ${tolerance}`,
  chartTitle: 'الطلبات حتى نهاية كل فترة: كما اعتُمدت وكما ترد',
  approved: 'المعتمد',
  now: 'ما ورد والتوقع',
  lines: 'البنود',
  columns: {
    line: 'البند',
    budget: 'الميزانية',
    planned: 'المخطط حتى الآن',
    spent: 'المنفق',
    off: 'الانحراف عن الخطة',
    daily: 'في اليوم',
    needed: 'المطلوب في اليوم',
    conversions: 'التحويلات المعدودة',
    approved: 'عند النهاية، معتمد',
    lands: 'عند النهاية، الآن',
  },
  targetsTitle: 'الأهداف',
  targetColumns: { target: 'الهدف', needed: 'المطلوب', approved: 'عند الاعتماد', now: 'الآن', atPace: 'بهذه الوتيرة' },
  bars: { price: 'السعر', click_rate: 'معدل النقر', conversion_rate: 'معدل التحويل', volume: 'الحجم', all: 'معًا' },
  bridgeTitle: 'لماذا تختلف التحويلات عما اعتُمد',
  bridgeColumns: { bar: 'السبب', conversions: 'التحويلات' },
  matchTitle: 'الحملات والبنود',
  matchColumns: { campaign: 'الحملة', platform: 'المنصة', line: 'البند' },
  none: 'لا شيء',
};

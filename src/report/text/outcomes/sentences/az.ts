import type { CountedSentences } from './types.js';

/** Planın nə gətirdiyi haqqında cümlələr: sayılan şey cümlədə şəkilçisiz dayanır. */
export const sentencesAz = (what: string, What: string): CountedSentences => ({
  tail: (count) => `Plan dövründən sonra qeydə alınan, qrafikdə olmayan ${what}: ${count}.`,
  course: {
    likely: (middle, when, low, high) => `${when} gözlənilən ${what}: təxminən ${middle} (${low} – ${high})`,
    none: `Bu plandan ${what} gözlənilmir, ona görə gedişi çəkilməyib.`,
    axis: `${what}, yığılmış`,
  },
  withTail: (total) => `; sonradan qeydə alınanlarla ${total}`,
  bridge: {
    noteFuture: 'Müştərilərin plan dövründən sonra gətirdikləri başqa heç bir rəqəmə daxil deyil.',
    noteBaseline: (count) =>
      `Boz: heç bir xərc olmadan gözlənilən ${what}: ${count}; bu da başqa rəqəmlərə daxil deyil.`,
    noteBaselineAlone: (count) =>
      `Boz: heç bir xərc olmadan gözlənilən ${what}: ${count}; başqa heç bir rəqəmə daxil deyil.`,
  },
  parts: { future: 'Müştərilərin sonra gətirdikləri', profit_future: 'Sonra gələnlərlə birgə' },
  response: {
    best: (amount, best, more, worst, fewer) =>
      `Bugünkü xərcə əlavə olunan ${amount} nə gətirir (${what}): ${best} üçün ${more}, ${worst} üçün ${fewer}`,
    single: (amount, platform, more) =>
      `Bugünkü xərcə əlavə olunan ${amount} nə gətirir (${what}): ${platform} üçün ${more}`,
    none: `Daha çox xərc heç bir platformada daha çox ${what} gətirmir`,
    absentOrders: `Daha çox xərc heç bir platformada ${what} gətirmir, ona görə cavab əyriləri çəkilməyib.`,
    note: `Platformanın xərcinə görə əlavə ${what}; qalan hər şey verildiyi kimi. Zolaq: P10–P90. Bütün panellər eyni miqyasdadır: dik olan daha yaxşıdır.`,
    y: `əlavə ${what}`,
  },
  later: (amount) => `plandan sonra gələnlərlə birlikdə median nəticədə ${amount} qazandırır`,
  added: `${What} dedikdə planın əlavə etdiyi nəzərdə tutulur; plansız da olacaqlar ora daxil deyil.`,
  whatIf: {
    close: (plans, middle, most, off) =>
      `Dəqiqlik: hər maddənin öz büdcəsinin yarısı ilə bir yarım misli arasında olan ${plans} təsadüfi büdcədə orta mənfəətin fərqi adətən ${middle}, 10 haldan 9-unda ən çoxu ${most}; fərq (${what}) 10 haldan 9-unda ən çoxu ${off}.`,
    orders: `${What}, dəyişmə`,
    ordersNow: `Bu büdcələrlə orta say (${what})`,
    ordersAt: `Planın gətirdiyi ${what}`,
  },
});

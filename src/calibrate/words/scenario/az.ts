import type { ScenarioWords } from './types.js';

const UNIT = { day: 'gün', week: 'həftə', month: 'ay' };
const OVER = { day: 'günə', week: 'həftəyə', month: 'aya' };

/** What stands in scenarios made from files, in Azerbaijani. */
export const scenarioAz: ScenarioWords = {
  sentences: {
    calibratedFrom: (sources) => `Bu fayllar əsasında kalibrlənib: ${sources}.`,
    budgetGiven: () => 'Büdcə deyildiyi kimidir və son dörd həftədəki nisbətlə bölünüb.',
    budgetAtPace: () =>
      'Büdcələr son dörd həftənin tempi ilə davam edir: bu, tövsiyə deyil, planın başlanğıc nöqtəsidir.',
    budgetOfUnknownTime: () =>
      'Büdcələr sətirlərdə xərclənən məbləğdir, hansı müddətdə xərcləndiyi məlum deyil: bu, tövsiyə deyil, planın başlanğıc nöqtəsidir.',
    creativeOff: () =>
      'Hesabdakı kreativlərin köhnəlməsi nisbətlərdə artıq nəzərə alınıb, ona görə ayrıca hesablanmır.',
    change: () =>
      'Hesabın göstərdikləri hər sətir üçün təxminən bu qədər xərcə aiddir: bundan uzaqda yalnız ehtimaldır. Dəyişə və ya silə bilərsiniz.',
    priceNoise: (unit) => `Qiymətin gündəlik tərəddüdü, ${OVER[unit]} və eyni vaxtda gedən kampaniyalara görə orta.`,
    noiseUnseen: (unit) =>
      `noise: hər sətir bir ${UNIT[unit]} müddətindən çoxunu əhatə edir, daxilindəki dəyişmə görünmür, ona görə standart qiymət qalır.`,
    noiseOfOneDay: () => 'noise: sətirlər yalnız bir gündəndir, ona görə standart qiymət qalır.',
    nothingShared: () =>
      'correlation: bir kampaniya sətirlərin ortaq cəhətləri barədə heç nə demir, ona görə standart qiymətlər qalır.',
    shared: () =>
      'Dispersiyanın ortaq payları: kampaniyaların eyni dövrdəki gözlənilməz dəyişmələrindən, standart qiymətlərlə birgə çəkilib.',
    pairs: () =>
      'Klikin və ya sifarişin dəyəri, qiymətin və nisbətlərin ayrı-ayrılıqda dəyişməsindən az və ya çox dəyişib.',
    noDates: () => 'season: sətirlərdə tarix yoxdur.',
    noSeason: () => 'season: sətirlər iki ildən azdır, həftənin günləri də fərqlənmir, ona görə yoxdur.',
    months: (years, say) => `Aylar öz ilinə nisbətdə, ${say.count(years)} kampaniya-ili əsasında.`,
    weekdays: () =>
      'Bazar ertəsindən başlayır, ətrafdakı həftəyə nisbətdə; yalnız günlər üzrə planlarda istifadə olunur.',
    stages: () => 'Hər kampaniya satış qıfının hansı mərhələsi üçündür. Səhv olanı düzəldin və faylı yenidən verin:',
    skip: () => 'daxil edilmir',
    mediaPlan: (source) =>
      `${source} media planından. Büdcələr və günlər onun özününküdür; qiymətlər və nisbətlər daxili müqayisə göstəriciləridir:`,
    mediaPlanPrices: () => 'hesabın ixracları üzrə huni calibrate onları daha dəqiq verir.',
  },
  notes: {
    orderValue: (orders, say) => `gəlir, ixraclardakı ${say.count(orders)} sifarişə görə`,
    delay: (restated, say) =>
      restated === null
        ? 'verildiyi kimi'
        : `konversiyaların yarısı bu vaxta qədər qeydə alınır: iki hesabatda olan ${say.count(restated)} konversiyaya görə`,
    leads: () => 'ixraclardakı konversiyalar liddir',
    rows: (count, say) => `${say.count(count)} sətir`,
    pairsOfFigures: (count, say) => `${say.count(count)} cüt`,
    withoutFatigue: (percent) => `modelin əlavə etdiyi ${percent} % yorulma çıxılıb`,
    ofBenchmarks: () => 'ixraclarda yoxdur, daxili müqayisə göstəricilərindən götürülür',
    ofOtherPlatforms: () => 'ixraclarda yoxdur və dərc olunmuş göstərici də yoxdur: digər platformaların səviyyəsi',
    noExchangeRate: (currency) =>
      `ixraclarda yoxdur və ${currency} üçün daxili məzənnə də yoxdur: cpm-i özünüz yazın, məsələn 2.1 to 4.9`,
    audienceOfReach: (rows, say) =>
      `bir sətrin çata biləcəyi insanlar, ${say.count(rows)} sətrin əhatə və göstərimlərindən`,
    audienceAssumed: (seen) =>
      `ixraclarda əhatə yoxdur: son temp ilə dörd həftədə adambaşına ${seen} göstərim fərz olunur`,
    audienceDefault: () => 'ixraclarda adambaşına bir baxışdan çox əhatə yoxdur, standart qiymət götürülür',
    fatigue: (rows, say) => `tezliyə görə klik nisbəti, ${say.count(rows)} sətir, standart qiymətlə birgə çəkilib`,
    fatigueDefault: () => 'əhatə və tezliklə birgə klik nisbətləri azdır, modelin standart qiyməti götürülür',
    claimed: () =>
      'platformanın öz iddiası, bütövlükdə götürülüb: bir hissəsi onsuz da gələrdi; neçəsi olduğunu nəzarət qruplu sınaq göstərər',
    noPressure: ({ median, low, high }) =>
      `xərc hər dəfə ikiqat artanda qiymət ${median} % dəyişib (90 %: ${low} % – ${high} %): sətrin öz məlumatından təsir ayırd edilmir`,
    pressure: (percent, changes, say) =>
      `xərc hər dəfə ikiqat artanda qiymət ${percent} % dəyişib, ${say.count(changes)} dəyişmə üzrə`,
    pressureAt: () => 'gündə, son vaxtlar',
    drift: () => 'həftədə öz-özünə nə qədər gəzişdiyi: yuxarıdakı yayılmanın bir hissəsi; `track` bundan başlayır',
    alone: () => 'xətlərin platformadan əlavə dalğalanması; `track` bundan başlayır',
    carriedIn: () => 'əvvəlki dövrlərin xərci, ən köhnəsi birinci',
    ofRows: (rows) => `sətir ${rows.join(', ')}`,
  },
  stageEvidence: {
    objective: ({ word }) => `məqsəd: "${word}"`,
    name: ({ word }) => `ad: "${word}"`,
    channel: ({ word }) => `kanal: "${word}"`,
    nothing: () => 'heç nə göstərmir: yeni auditoriya kampaniyası sayılıb',
    given: () => 'verildiyi kimi',
  },
};

import type { ScenarioWords } from './types.js';

const UNIT = { day: 'günden', week: 'haftadan', month: 'aydan' };
const OVER = { day: 'gün', week: 'hafta', month: 'ay' };

/** What stands in scenarios made from files, in Turkish. */
export const scenarioTr: ScenarioWords = {
  sentences: {
    calibratedFrom: (sources) => `Şu dosyalardan kalibre edildi: ${sources}.`,
    budgetGiven: () => 'Bütçe söylendiği gibi; son dört haftadaki oranlarla bölündü.',
    budgetAtPace: () => 'Bütçeler son dört haftanın hızıyla sürüyor: bu bir öneri değil, planın başladığı yerdir.',
    budgetOfUnknownTime: () =>
      'Bütçeler satırlarda harcanan tutardır, ne kadar sürede harcandığı bilinmiyor: bu bir öneri değil, planın başladığı yerdir.',
    creativeOff: () => 'Hesaptaki kreatiflerin eskimesi oranlarda zaten var, bu yüzden ayrıca hesaplanmıyor.',
    change: () =>
      'Hesabın gösterdikleri satır başına yaklaşık bu harcama için geçerli: daha uzağı bir tahmindir. Değiştirebilir ya da silebilirsiniz.',
    priceNoise: (unit) =>
      `Fiyatın günden güne dalgalanması; bir ${OVER[unit]} ve aynı anda yürüyen kampanyalar üzerinden ortalama.`,
    noiseUnseen: (unit) =>
      `noise: bir satır bir ${UNIT[unit]} uzun bir süreyi kapsıyor, içindeki değişim görünmüyor, bu yüzden varsayılan kalıyor.`,
    noiseOfOneDay: () => 'noise: satırlar yalnızca bir güne ait, bu yüzden varsayılan kalıyor.',
    nothingShared: () =>
      'correlation: tek kampanya, satırların ortak yanları hakkında bir şey söylemez, bu yüzden varsayılanlar kalıyor.',
    shared: () =>
      'Varyansın ortak payları: kampanyaların aynı dönemdeki beklenmedik değişimlerinden, varsayılanlarla birlikte tartıldı.',
    pairs: () =>
      'Bir tıklamanın ya da siparişin maliyeti, fiyat ve oranların ayrı ayrı değişiminden az ya da çok değişti.',
    noDates: () => 'season: satırlarda tarih yok.',
    noSeason: () => 'season: satırlar iki yıldan az ve haftanın günleri farklı değil, bu yüzden yok.',
    months: (years, say) => `Ayların kendi yıllarına oranı, ${say.count(years)} kampanya yılından.`,
    weekdays: () => 'Pazartesiden başlar, çevrelerindeki haftaya oranla; yalnızca günlük planlarda kullanılır.',
    stages: () => 'Her kampanyanın huninin hangi aşaması için olduğu. Yanlış olanı düzeltip dosyayı yeniden verin:',
    skip: () => 'dışarıda kalır',
    mediaPlan: (source) =>
      `${source} medya planından. Bütçeler ve günler onun; fiyatlar ve oranlar yerleşik karşılaştırma değerleri:`,
    mediaPlanPrices: () => 'hesabın dışa aktarımlarıyla huni calibrate bunları daha iyi verir.',
  },
  notes: {
    orderValue: (orders, say) => `gelir, dışa aktarımlardaki ${say.count(orders)} siparişe göre`,
    delay: (restated, say) =>
      restated === null
        ? 'verildiği gibi'
        : `dönüşümlerin yarısı bu süreye kadar kaydediliyor: iki raporda da bulunan ${say.count(restated)} dönüşüme göre`,
    leads: () => 'dışa aktarımlardaki dönüşümler potansiyel müşteri',
    rows: (count, say) => `${say.count(count)} satır`,
    pairsOfFigures: (count, say) => `${say.count(count)} çift`,
    withoutFatigue: (percent) => `modelin eklediği % ${percent} yorgunluk çıkarıldı`,
    ofBenchmarks: () => 'dışa aktarımlarda yok, yerleşik karşılaştırma değerlerinden',
    ofOtherPlatforms: () => 'dışa aktarımlarda yok ve yayımlanmış bir değer de yok: öteki platformların düzeyi',
    noExchangeRate: (currency) =>
      `dışa aktarımlarda yok ve ${currency} için yerleşik kur da yok: cpm değerini yazın, örneğin 2.1 to 4.9`,
    audienceOfReach: (rows, say) =>
      `bir satırın ulaşabileceği kişiler, ${say.count(rows)} satırın erişim ve gösterimlerinden`,
    audienceAssumed: (seen) =>
      `dışa aktarımlarda erişim yok: son hızla dört haftada kişi başına ${seen} gösterim varsayılıyor`,
    audienceDefault: () =>
      'dışa aktarımlarda kişi başına bir görüntülemenin üstünde erişim yok, yerleşik varsayılandan',
    fatigue: (rows, say) => `sıklığa karşı tıklama oranı, ${say.count(rows)} satır, varsayılanla birlikte tartıldı`,
    fatigueDefault: () => 'erişim ve sıklıkla birlikte tıklama oranları az, modelin varsayılanı',
    claimed: () =>
      'platformun kendi iddiası, bütünüyle alındı: bir bölümü zaten gelirdi; kaç tane olduğunu kontrol gruplu bir test söyler',
    noPressure: ({ median, low, high }) =>
      `harcamanın her iki katına çıkışında fiyat % ${median} değişti (% 90: % ${low} – % ${high}): satırın kendi verisinden bir etki ayırt edilmiyor`,
    pressure: (percent, changes, say) =>
      `harcamanın her iki katına çıkışında fiyat % ${percent} değişti, ${say.count(changes)} değişim üzerinden`,
    pressureAt: () => 'günde, son dönemde',
    drift: () =>
      'bir haftada kendiliğinden ne kadar gezindiği: yukarıdaki yayılımın bir parçası; `track` bundan başlar',
    alone: () => 'satırların platform dışında kendi oynaması; `track` bundan başlar',
    carriedIn: () => 'önceki dönemlerin harcaması, en eskisi önce',
    ofRows: (rows) => `satır ${rows.join(', ')}`,
  },
  stageEvidence: {
    objective: ({ word }) => `amaç: "${word}"`,
    name: ({ word }) => `ad: "${word}"`,
    channel: ({ word }) => `kanal: "${word}"`,
    nothing: () => 'gösteren bir şey yok: yeni kitle kampanyası sayıldı',
    given: () => 'verildiği gibi',
  },
};

import type { VerdictText } from './types.js';

export const verdictTr: VerdictText = {
  move: (moves, better, gain) => `Aktarın: ${moves}. ${better} olasılıkla daha iyi, ortanca sonuçta fark ${gain}.`,
  moves: (amount, from, to) => `${amount} (${from} → ${to})`,
  movesInAll: (amount, count, largest) => `toplam ${amount}, adım sayısı ${count}, en büyüğü ${largest}`,
  test: (amount, line, days) =>
    `Aktarmadan önce deneyin: ${line}, ${amount}, süre ${days}. Aktarmayı destekleyenlerin çoğu tahmin.`,
  keep: 'Planı koruyun: aşağıdaki sınamalara göre daha iyisi yok.',
  less: (amount) => `Daha az harcayın ya da harcamayın: bulunan en iyi plan bile ortanca sonuçta ${amount} kaybediyor.`,
  nothing: (amount) =>
    `Bu parayı harcamayın: bulunan hiçbir plan masrafını çıkarmıyor, verilen plan ortanca sonuçta ${amount} kaybediyor.`,
  nobody: (share) => `Böyle harcamayın: bütçenin ${share} kadarı reklam gösterecek kimse bulamıyor.`,
  startEarns: (amount) =>
    `Bu dağılımla başlayın: bütçe verilmediği için karşılaştırılacak plan yok; ortanca sonuçta ${amount} kazandırıyor.`,
  startFor: (figure, name) =>
    `Bu dağılımla başlayın: bütçe verilmediği için karşılaştırılacak plan yok; ortanca sonuç (${name}): ${figure}.`,
  withLater: (amount) => `${amount} (plandan sonra gelen siparişlerle birlikte)`,
  pricedLoses: (amount) =>
    `Verilen plan ortanca sonuçta ${amount} kaybediyor; optimizasyon yapılmadı, daha iyisi olabilir.`,
  pricedEarns: (amount) =>
    `Bütçe verilmediği için huni kendi dağılımını fiyatladı, optimizasyon yapılmadı; ortanca sonuçta ${amount} kazandırıyor.`,
  pricedFor: (figure, name) =>
    `Bütçe verilmediği için huni kendi dağılımını fiyatladı, optimizasyon yapılmadı; ortanca sonuç (${name}): ${figure}.`,
  moreOfGoal: (share) => `amacın değeri ${share} fazla`,
  because: {
    probability_better: (value, needed) => `${value} olasılıkla daha iyi (istenen: ${needed})`,
    one_more: (value, name) => `ortanca kazanç (${name}): ${value} (istenen: en az bir)`,
    gain: (value, needed) => `ortanca kazanç maliyetin ${value} kadarı (istenen: ${needed} üstü)`,
    gainOfGoal: (value, needed) => `ortanca kazanç planın getirdiğinin ${value} kadarı (istenen: ${needed} üstü)`,
    loss: (value, needed) => `zarar olasılığı ${value} puan değişiyor (izin verilen artış: ${needed})`,
    loss_with_later: (value, needed) =>
      `plandan sonra gelen siparişlerle birlikte zarar olasılığı ${value} puan değişiyor (izin verilen artış: ${needed})`,
    targets: (value) =>
      value === '0' ? 'tutan hiçbir hedef kaçmıyor' : `önce tutan, sonra kaçan hedef sayısı: ${value}`,
    rules: (value) =>
      value === '0' ? 'uyulan hiçbir kural bozulmuyor' : `önce uyulan, sonra bozulan kural sayısı: ${value}`,
    delivered: (value, needed) => `bütçenin fazladan ${value} kadarı kimseye ulaşmıyor (izin verilen: ${needed})`,
    delivered_none: 'bütçenin kimseye ulaşmayan kısmı artmıyor',
    reached: (value, needed) => `bütçenin ${value} kadarı kimseye ulaşmıyor (izin verilen: ${needed})`,
    given_outcome: (value) => `verilen planın ortanca sonucu ${value} (istenen: 0)`,
    given_with_later: (value) =>
      `verilen planın, plandan sonra gelen siparişlerle birlikte ortanca sonucu ${value} (istenen: 0)`,
    middle_outcome: (value) => `daha iyi planın ortanca sonucu ${value} (istenen: 0)`,
    middle_with_later: (value) =>
      `daha iyi planın, plandan sonra gelen siparişlerle birlikte ortanca sonucu ${value} (istenen: 0)`,
    guesses: (value, needed) => `farkın yayılımının ${value} kadarı tahmin (${needed} üstünde deneme aranır)`,
    test_changes_nothing: 'bir denemenin göstereceği hiçbir şey kararı değiştirmez',
    test_worth_nothing: 'hiçbir deneme maliyetine değmez',
    test_worth: 'bir deneme maliyetinden daha değerli',
    test_would_decide: 'bir denemenin göstereceği kararı değiştirebilir',
    test_value: (value, needed) => `bir deneme maliyetin ${value} kadarı değer (istenen: ${needed} üstü)`,
    test_value_of_goal: (value, needed) =>
      `bir deneme planın getirdiğinin ${value} kadarı değer (istenen: ${needed} üstü)`,
  },
  guessedMove: (share, test) =>
    `bu farkın ${share} kadarı tahmin (sektör verileri, varsayımlar, geniş aralıklar), ama önce denemek karşılığını vermez: ${test}`,
  holds: 'sağlanıyor',
  fails: 'sağlanmıyor',
  close: 'sınıra yakın: başka rastgele sayılarla sonuç değişebilir',
  missed: (target, before) => `${target}: önce tutuyordu (${before}), şimdi kaçacak`,
  spread: (parts) => `Sonuçlardaki yayılımın kaynakları: ${parts}.`,
  sources: {
    yours: (share) => `sizin yazdıklarınız ${share}`,
    measured: (share) => `ölçülenler ${share}`,
    benchmark: (share) => `yayımlanmış sektör verileri ${share}`,
    assumed: (share) => `varsayımlar ${share}`,
  },
  aim: {
    label: 'Ölçüt',
    short: (name, measure) => `${name}: ${measure}`,
    maximize: (name, measure) => `En iyi plan şu ölçüye göre en yüksek olandır (${name}): ${measure}.`,
    minimize: (name, measure) => `En iyi plan şu ölçüye göre en düşük olandır (${name}): ${measure}.`,
    mean: 'tüm olası geleceklerin ortalaması',
    withoutTenth: 'olası geleceklerin en şanslı onda biri olmadan ortalama',
    without: (share) => `olası geleceklerin en şanslı ${share} kadarı olmadan ortalama`,
    worst: (share) => `olası geleceklerin en kötü ${share} kadarının ortalaması`,
    weighed: (weight, share) => `ortalama, olası geleceklerin en kötü ${share} kadarının ağırlığı ${weight}`,
  },
  testDetails: {
    lead: (amount, line, days) =>
      `Önce en iyi planı çalıştırın (süre: ${days}) ve şu kalemi izleyin: ${line}. Bu sürede harcaması ${amount}.`,
    none: 'Para taşınmadan önce yapmaya değer bir deneme yok.',
    because: (clause) => `Burada ${clause}.`,
    sizes: 'Büyüklüğüne göre denemenin değeri',
    columns: { length: 'Süre', amount: 'Kaleme para', value: 'Maliyeti düşülmüş değeri' },
    expect: (outcome, middle, low, high) => `Beklenen ${outcome}: ${middle} (10 durumdan 8’i: ${low} – ${high}).`,
    rule: (below, above) =>
      below === above
        ? `Biri ${below} tutarından ucuzsa kalanı da taşıyın; pahalıysa durun.`
        : `Biri ${below} tutarından ucuzsa kalanı da taşıyın; ${above} tutarından pahalıysa durun; arada denemeyi sürdürün.`,
    wrong: (share) => `Bu kurala göre verilen karar olası geleceklerin ${share} kadarında yanlış.`,
    value: (amount) => `Deneme ortalama olarak maliyetinden ${amount} daha değerli.`,
  },
  breakEven: {
    title: 'Ne doğru olmalı',
    lead: 'Her biri tek başına, diğerleri olduğu gibi: ortanca sonucun başa baş geldiği ya da kaçan ilk hedefin tuttuğu değer.',
    columns: { input: 'Girdi', now: 'Şimdi', needed: 'Gereken', chance: 'Olasılığı' },
    atLeast: (value) => `en az ${value}`,
    atMost: (value) => `en çok ${value}`,
    typed: 'tek değer olarak yazılmış',
    label: 'Gereken',
    toBreakEven: 'ortanca sonuçta başa baş gelmek için',
    forTarget: (target) => `hedef için (${target})`,
    short: (what, input, needed, now, chance) => `${what}: ${input} ${needed} (şimdi ${now}; olasılığı: ${chance})`,
    or: ' ya da ',
    none: 'sekiz katına kadar hiçbir değer yetmiyor',
    noneAlone: 'sekiz katına kadar değişse de hiçbir girdi tek başına yetmiyor',
    rate: (name, line) => `${name} (tüm kalemlerde aynı oranda; gösterilen: ${line})`,
  },
  sections: { test: 'Yapmaya değer bir deneme', why: 'Neden', plausible: 'İnanması güç olanlar' },
  outcomes: { orders: 'sipariş', leads: 'potansiyel müşteri', bookings: 'rezervasyon', installs: 'kurulum' },
};

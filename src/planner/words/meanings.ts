import type { Language } from '../../units/locale.js';

const en = {
  what: (name: string) => `What is meant: ${name}`,
  /** By figure, one or two sentences for somebody who has never planned media. */
  figures: {
    loss: 'In how many of the simulated futures the plan ends below zero once every cost is paid.',
    profit:
      'What is left of the margin once media, fees, creators and fixed costs are paid. Half of the futures end above the middle outcome, half below.',
    outcome:
      'How many of them the plan brings in its time. Half of the futures bring more than the middle outcome, half fewer.',
    each: 'Media spent for each of them: what the plan spends on media over how many it brings.',
    reach: 'How many different people see an ad of the plan at least once.',
    roas: 'Revenue divided by the money spent on media. At 2, each 1 spent brings back 2 of revenue, before goods and other costs are paid.',
    targets: 'What you have asked of the plan, each with the share of futures in which it comes true.',
    bands:
      'Under each line stand its share of the budget and ranges: 8 in 10 futures end inside a range. The cost of a conversion is what the line spends over what it brings itself.',
    best: 'The share of futures in which this plan does better by the goal than every other one compared.',
    difference:
      'Profit against the plan that is open, future by future. In 8 of 10 futures the difference lies in this range.',
    frontier: 'The average over all futures, of the best plan that the budget allows under the same rules.',
    audience: 'How many people the line can reach at all.',
    cpm: 'What showing the ad 1,000 times costs.',
    ctr: 'Of 100 times that the ad is shown, how often it is clicked.',
    view_rate: 'Of 100 times that the ad is shown, how often it is watched long enough to count as a view.',
    cvr: 'Of 100 visitors, how many do what the plan counts: order, book, leave their details.',
    match: 'Of the people who have shown interest before, how many the platform finds again.',
    order_value: 'Revenue of one order, or of whatever the plan counts.',
    margin: 'The share of revenue that stays once the goods are paid.',
    close_rate: 'Of 100 leads, how many become paying customers.',
    repeat_rate: 'Orders that one buyer makes again within 30 days, on average.',
    referral_rate: 'Orders that one buyer brings from friends within 30 days, on average.',
    fee: 'What an agency or a tool takes on top of media, as a share of it.',
    tax: 'Taxes on media, as a share of it.',
    followers: 'Accounts that follow the creator or the brand.',
    authentic: 'The share of followers who are real people.',
    reach_rate: 'The share of real followers who see one post.',
    engagement: 'How readily people click, against an ad: 1 is alike, 2 is twice as readily.',
    post_fee: 'What the creator is paid for one post.',
    post_cost: 'What making one post costs.',
  },
};

export type FigureMeaning = keyof typeof en.figures;
type MeaningsWords = {
  readonly what: (name: string) => string;
  readonly figures: Readonly<Record<FigureMeaning, string>>;
};

const az: MeaningsWords = {
  what: (name) => `Bu nədir: ${name}`,
  figures: {
    loss: 'Hesablanmış mümkün gələcəklərin hansı payında plan bütün xərclər ödəniləndən sonra zərərlə bitir.',
    profit:
      'Media, komissiya, kreator və sabit xərclər ödəniləndən sonra marjadan qalan pul. Gələcəklərin yarısı median nəticədən yaxşı, yarısı pis bitir.',
    outcome: 'Planın öz müddətində neçəsini gətirdiyi. Gələcəklərin yarısında median nəticədən çox, yarısında az olur.',
    each: 'Hər birinə düşən media xərci: planın mediaya xərclədiyinin gətirdiyi saya nisbəti.',
    reach: 'Planın reklamını ən azı bir dəfə görən fərqli insanların sayı.',
    roas: 'Gəlirin mediaya xərclənən pula nisbəti. 2 o deməkdir ki, xərclənən hər 1 vahid 2 vahid gəlir gətirir; malın dəyəri və başqa xərclər hələ çıxılmayıb.',
    targets: 'Plandan istədikləriniz: hər birinin neçə faiz gələcəkdə yerinə yetdiyi ilə.',
    bands:
      'Hər maddənin altında büdcədəki payı və aralıqlar durur: 10 gələcəkdən 8-i aralığın içində bitir. Konversiyanın dəyəri maddənin xərcinin özünün gətirdiyi konversiyalara nisbətidir.',
    best: 'Bu planın məqsəd üzrə müqayisə olunanların hamısından yaxşı olduğu gələcəklərin payı.',
    difference: 'Açıq plana nisbətən mənfəət, hər gələcəkdə ayrıca. 10 gələcəkdən 8-ində fərq bu aralıqdadır.',
    frontier: 'Həmin büdcədə və eyni qaydalarla mümkün olan ən yaxşı planın bütün gələcəklər üzrə orta göstəricisi.',
    audience: 'Maddənin ümumiyyətlə çata biləcəyi insanların sayı.',
    cpm: 'Reklamı 1.000 dəfə göstərməyin qiyməti.',
    ctr: 'Reklam 100 dəfə göstəriləndə neçə dəfə kliklənir.',
    view_rate: 'Reklam 100 dəfə göstəriləndə neçə dəfə baxış sayılacaq qədər izlənir.',
    cvr: '100 ziyarətçidən neçəsi planın saydığı işi görür: sifariş verir, yer ayırtdırır, əlaqə məlumatını qoyur.',
    match: 'Əvvəllər maraq göstərənlərdən neçə faizini platforma yenidən tapa bilir.',
    order_value: 'Bir sifarişin (və ya planın saydığı başqa nəticənin) gətirdiyi gəlir.',
    margin: 'Malın dəyəri ödəniləndən sonra gəlirdən qalan pay.',
    close_rate: '100 müraciətdən neçəsi ödəyən müştəriyə çevrilir.',
    repeat_rate: 'Bir alıcının 30 gün ərzində orta hesabla neçə dəfə yenidən sifariş verdiyi.',
    referral_rate: 'Bir alıcının 30 gün ərzində tanışlarından orta hesabla neçə sifariş gətirdiyi.',
    fee: 'Agentliyin və ya alətin media xərcinin üstünə götürdüyü pay.',
    tax: 'Media xərcinə görə vergilər, onun payı kimi.',
    followers: 'Kreatoru və ya brendi izləyən hesabların sayı.',
    authentic: 'İzləyicilər arasında real insanların payı.',
    reach_rate: 'Real izləyicilərdən neçə faizi bir paylaşımı görür.',
    engagement: 'İnsanların reklama nisbətən nə qədər həvəslə kliklədiyi: 1 eyni, 2 iki dəfə çox.',
    post_fee: 'Kreatora bir paylaşım üçün ödənilən məbləğ.',
    post_cost: 'Bir paylaşımı hazırlamağın xərci.',
  },
};

const tr: MeaningsWords = {
  what: (name) => `Bu ne demek: ${name}`,
  figures: {
    loss: 'Hesaplanan olası geleceklerin ne kadarında plan, bütün giderler ödendikten sonra zararla bitiyor.',
    profit:
      'Medya, komisyon, içerik üreticisi ve sabit giderler ödendikten sonra marjdan kalan para. Geleceklerin yarısı orta sonucun üstünde, yarısı altında biter.',
    outcome: 'Planın süresi içinde kaç tane getirdiği. Geleceklerin yarısı ortanca sonuçtan çok, yarısı az getirir.',
    each: 'Her birine düşen medya harcaması: planın medyaya harcadığı bölü getirdiği sayı.',
    reach: 'Planın bir reklamını en az bir kez gören farklı kişilerin sayısı.',
    roas: 'Gelirin medyaya harcanan paraya oranı. 2 ise harcanan her 1 birim 2 birim gelir getirir; malın maliyeti ve öteki giderler henüz düşülmemiştir.',
    targets: 'Plandan istedikleriniz; her biri, geleceklerin yüzde kaçında tuttuğuyla birlikte.',
    bands:
      'Her kalemin altında bütçedeki payı ve aralıklar durur: 10 gelecekten 8’i aralığın içinde biter. Dönüşüm maliyeti, kalemin harcamasının kendi getirdiği dönüşümlere oranıdır.',
    best: 'Bu planın amaca göre karşılaştırılanların hepsinden iyi olduğu geleceklerin payı.',
    difference: 'Açık olan plana göre kâr, her gelecekte ayrı ayrı. 10 gelecekten 8’inde fark bu aralıktadır.',
    frontier: 'O bütçeyle ve aynı kurallarla kurulabilen en iyi planın, bütün gelecekler üzerinden ortalaması.',
    audience: 'Kalemin en çok kaç kişiye ulaşabileceği.',
    cpm: 'Reklamı 1.000 kez göstermenin fiyatı.',
    ctr: 'Reklam 100 kez gösterildiğinde kaç kez tıklandığı.',
    view_rate: 'Reklam 100 kez gösterildiğinde kaç kez izlenme sayılacak kadar izlendiği.',
    cvr: '100 ziyaretçiden kaçının planın saydığı şeyi yaptığı: sipariş verdiği, rezervasyon yaptığı, bilgilerini bıraktığı.',
    match: 'Daha önce ilgi gösterenlerin yüzde kaçını platformun yeniden bulabildiği.',
    order_value: 'Bir siparişin (ya da planın saydığı başka bir sonucun) getirdiği gelir.',
    margin: 'Malın maliyeti ödendikten sonra gelirden kalan pay.',
    close_rate: '100 potansiyel müşteriden kaçının ödeme yapan müşteriye dönüştüğü.',
    repeat_rate: 'Bir alıcının 30 gün içinde ortalama kaç kez yeniden sipariş verdiği.',
    referral_rate: 'Bir alıcının 30 gün içinde çevresinden ortalama kaç sipariş getirdiği.',
    fee: 'Ajansın ya da aracın medya harcamasının üstüne aldığı pay.',
    tax: 'Medya harcamasının vergileri, harcamanın payı olarak.',
    followers: 'İçerik üreticisini ya da markayı takip eden hesaplar.',
    authentic: 'Takipçiler arasında gerçek kişilerin payı.',
    reach_rate: 'Gerçek takipçilerin yüzde kaçının bir gönderiyi gördüğü.',
    engagement: 'İnsanların reklama göre ne kadar istekli tıkladığı: 1 aynı, 2 iki kat.',
    post_fee: 'İçerik üreticisine gönderi başına ödenen tutar.',
    post_cost: 'Bir gönderiyi hazırlamanın maliyeti.',
  },
};

const ar: MeaningsWords = {
  what: (name) => `ما المقصود: ${name}`,
  figures: {
    loss: 'نسبة الاحتمالات التي تنتهي فيها الخطة بخسارة بعد دفع كل التكاليف.',
    profit:
      'ما يبقى من الهامش بعد دفع الإعلانات والعمولات وصنّاع المحتوى والتكاليف الثابتة. نصف الاحتمالات فوق النتيجة الوسيطة ونصفها دونها.',
    outcome: 'كم تجلب الخطة منها خلال مدتها. نصف الاحتمالات تجلب أكثر من النتيجة الوسيطة ونصفها أقل.',
    each: 'ما يُنفق على الإعلام لكل واحد منها: إنفاق الخطة على الإعلام مقسومًا على عدد ما تجلبه.',
    reach: 'عدد الأشخاص المختلفين الذين يرون إعلانًا من الخطة مرة واحدة على الأقل.',
    roas: 'الإيراد مقسومًا على ما أُنفق على الإعلانات. القيمة 2 تعني أن كل وحدة أُنفقت تعود بوحدتين من الإيراد، قبل خصم ثمن البضاعة وسائر التكاليف.',
    targets: 'ما طلبته من الخطة، ومع كل هدف نسبة الاحتمالات التي يتحقق فيها.',
    bands:
      'تحت كل بند حصته من الميزانية ومدياته: تنتهي 8 من كل 10 احتمالات داخل المدى. كلفة التحويل هي إنفاق البند مقسومًا على ما يجلبه هو نفسه.',
    best: 'نسبة الاحتمالات التي تتفوق فيها هذه الخطة بحسب الهدف على كل ما قورنت به.',
    difference: 'الربح مقارنةً بالخطة المفتوحة، احتمالًا باحتمال. في 8 من كل 10 احتمالات يقع الفرق في هذا المدى.',
    frontier: 'المتوسط على كل الاحتمالات لأفضل خطة تسمح بها الميزانية وفق القواعد نفسها.',
    audience: 'أقصى عدد من الناس يمكن للبند أن يصل إليهم.',
    cpm: 'ثمن عرض الإعلان 1,000 مرة.',
    ctr: 'كم مرة يُنقر الإعلان من كل 100 عرض.',
    view_rate: 'كم مرة يُشاهَد الإعلان مدةً تكفي لاحتسابها مشاهدة، من كل 100 عرض.',
    cvr: 'كم زائرًا من كل 100 يفعل ما تعدّه الخطة: يطلب أو يحجز أو يترك بياناته.',
    match: 'نسبة من أبدوا اهتمامًا سابقًا وتستطيع المنصة العثور عليهم من جديد.',
    order_value: 'إيراد الطلب الواحد، أو ما تعدّه الخطة.',
    margin: 'ما يبقى من الإيراد بعد دفع ثمن البضاعة، نسبةً منه.',
    close_rate: 'كم من كل 100 عميل محتمل يصير عميلًا يدفع.',
    repeat_rate: 'متوسط ما يعيد المشتري طلبه خلال 30 يومًا.',
    referral_rate: 'متوسط ما يجلبه المشتري من طلبات معارفه خلال 30 يومًا.',
    fee: 'ما تأخذه الوكالة أو الأداة فوق إنفاق الإعلانات، نسبةً منه.',
    tax: 'الضرائب على إنفاق الإعلانات، نسبةً منه.',
    followers: 'الحسابات التي تتابع صانع المحتوى أو العلامة.',
    authentic: 'نسبة الأشخاص الحقيقيين بين المتابعين.',
    reach_rate: 'نسبة المتابعين الحقيقيين الذين يرون المنشور الواحد.',
    engagement: 'مدى إقبال الناس على النقر مقارنةً بالإعلان: 1 مثله، و2 ضعفه.',
    post_fee: 'ما يُدفع لصانع المحتوى عن المنشور الواحد.',
    post_cost: 'كلفة إعداد المنشور الواحد.',
  },
};

/** What figures mean, said where somebody asks. */
export const meaningsWords: Readonly<Record<Language, MeaningsWords>> = { en, az, tr, ar };

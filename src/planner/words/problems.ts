import type { Language } from '../../units/locale.js';

const en = {
  failed: 'The server made a mistake. Nothing was changed.',
  'bad-request': 'The server did not understand this.',
  'too-large': 'This is larger than what the server takes.',
  'too-many': 'Too many requests: wait a minute.',
  'too-many-jobs': 'Too much at once: wait for what is going on.',
  'no-such-plan': 'There is no such plan in this folder.',
  'no-such-page': 'There is nothing here.',
  'no-such-job': 'This work is over or was never begun.',
  'no-such-file': 'This file is no longer there: drop it once more.',
  'no-exports': 'No export was chosen.',
  'nothing-to-sign': 'This no longer waits for a signature: begin again.',
  'no-session': 'The session is over: open the address that huni serve printed, with its token.',
  'wrong-token': 'This address is of another start of huni serve.',
  'no-place': 'This stands in another file, which this plan extends: change it there. Nothing was changed.',
  'no-csrf': 'The page is older than the server: load it again.',
  'not-allowed': 'This is not allowed.',
  'wrong-input': "This can't be done as asked.",
  'not-intact': 'A file or the ledger is not what it was.',
};

type ProblemCode = keyof typeof en;
type ProblemWords = Readonly<Record<ProblemCode, string>>;

const az: ProblemWords = {
  failed: 'Serverdə səhv baş verdi. Heç nə dəyişmədi.',
  'bad-request': 'Server bunu başa düşmədi.',
  'too-large': 'Bu, serverin qəbul etdiyindən böyükdür.',
  'too-many': 'Həddən çox sorğu: bir dəqiqə gözləyin.',
  'too-many-jobs': 'Eyni anda çox iş: gedən işin bitməsini gözləyin.',
  'no-such-plan': 'Bu qovluqda belə plan yoxdur.',
  'no-such-page': 'Burada heç nə yoxdur.',
  'no-such-job': 'Bu iş bitib və ya heç başlanmayıb.',
  'no-such-file': 'Bu fayl artıq yoxdur: onu yenidən atın.',
  'no-exports': 'Heç bir hesabat seçilməyib.',
  'nothing-to-sign': 'Bu artıq imza gözləmir: yenidən başlayın.',
  'no-session': 'Sessiya bitib: huni serve əmrinin yazdığı ünvanı nişanı ilə birlikdə açın.',
  'wrong-token': 'Bu ünvan huni serve əmrinin başqa bir işə salınmasına aiddir.',
  'no-place': 'Bu, planın əsaslandığı başqa faylda yazılıb: orada dəyişin. Heç nə dəyişmədi.',
  'no-csrf': 'Səhifə serverdən köhnədir: onu yenidən yükləyin.',
  'not-allowed': 'Buna icazə verilmir.',
  'wrong-input': 'Bunu istənilən kimi etmək mümkün deyil.',
  'not-intact': 'Fayl və ya jurnal əvvəlki kimi deyil.',
};

const tr: ProblemWords = {
  failed: 'Sunucuda bir hata oldu. Hiçbir şey değişmedi.',
  'bad-request': 'Sunucu bunu anlamadı.',
  'too-large': 'Bu, sunucunun kabul ettiğinden büyük.',
  'too-many': 'Çok fazla istek: bir dakika bekleyin.',
  'too-many-jobs': 'Aynı anda çok iş var: süren işin bitmesini bekleyin.',
  'no-such-plan': 'Bu klasörde böyle bir plan yok.',
  'no-such-page': 'Burada bir şey yok.',
  'no-such-job': 'Bu iş bitmiş ya da hiç başlamamış.',
  'no-such-file': 'Bu dosya artık yok: yeniden bırakın.',
  'no-exports': 'Hiçbir rapor seçilmedi.',
  'nothing-to-sign': 'Bu artık imza beklemiyor: baştan başlayın.',
  'no-session': 'Oturum bitti: huni serve komutunun yazdığı adresi belirteciyle birlikte açın.',
  'wrong-token': 'Bu adres huni serve komutunun başka bir çalıştırılmasına ait.',
  'no-place': 'Bu, planın dayandığı başka bir dosyada duruyor: orada değiştirin. Hiçbir şey değişmedi.',
  'no-csrf': 'Sayfa sunucudan eski: yeniden yükleyin.',
  'not-allowed': 'Buna izin verilmiyor.',
  'wrong-input': 'Bu istendiği gibi yapılamaz.',
  'not-intact': 'Bir dosya ya da defter eskisi gibi değil.',
};

const ar: ProblemWords = {
  failed: 'حدث خطأ في الخادم. لم يتغيّر شيء.',
  'bad-request': 'لم يفهم الخادم هذا.',
  'too-large': 'هذا أكبر مما يقبله الخادم.',
  'too-many': 'طلبات كثيرة جدًا: انتظر دقيقة.',
  'too-many-jobs': 'أعمال كثيرة في وقت واحد: انتظر انتهاء الجاري منها.',
  'no-such-plan': 'لا توجد خطة بهذا الاسم في هذا المجلد.',
  'no-such-page': 'لا شيء هنا.',
  'no-such-job': 'انتهى هذا العمل أو لم يبدأ أصلًا.',
  'no-such-file': 'لم يعد هذا الملف موجودًا: أفلِته من جديد.',
  'no-exports': 'لم يُختر أي تقرير.',
  'nothing-to-sign': 'لم يعد هذا ينتظر توقيعًا: ابدأ من جديد.',
  'no-session': 'انتهت الجلسة: افتح العنوان الذي طبعه huni serve مع رمزه.',
  'wrong-token': 'هذا العنوان يخص تشغيلًا آخر للأمر huni serve.',
  'no-place': 'هذا مكتوب في ملف آخر تستند إليه هذه الخطة: غيّره هناك. لم يتغيّر شيء.',
  'no-csrf': 'الصفحة أقدم من الخادم: أعد تحميلها.',
  'not-allowed': 'هذا غير مسموح.',
  'wrong-input': 'لا يمكن تنفيذ هذا كما طُلب.',
  'not-intact': 'ملفٌّ أو السجلُّ لم يعد كما كان.',
};

/** What the server's refusals are called, by their code. */
export const problemWords: Readonly<Record<Language, ProblemWords>> = { en, az, tr, ar };

import type { SameSentences } from '../../said.js';
import type { progress as inAzerbaijani } from '../az/progress.js';

/** What long work is at, in Turkish. */
export const progress: SameSentences<typeof inAzerbaijani> = {
  'are {0} futures enough?': '{0} simülasyon yeterli mi?',
  'pricing the plan': 'plan hesaplanıyor',
  'tracing response curves': 'yanıt eğrileri çıkarılıyor',
  'weighing the verdict': 'karar tartılıyor',
  'looking for the plan that shocks hurt least': 'sarsıntılardan en az etkilenen plan aranıyor',
  'looking for the best split': 'en iyi dağılım aranıyor',
  'pricing the optimised plan': 'optimize plan hesaplanıyor',
  'following each input': 'her girdi izleniyor',
  'drawing group {0} of {1} anew': '{1} gruptan {0}. grup yeniden simüle ediliyor',
  'looking for the plans to choose among': 'aralarından seçilecek planlar aranıyor',
  'weighing what could be found out': 'öğrenilebileceklerin değeri tartılıyor',
  'looking for the budget that meets the target': 'hedefi tutturan bütçe aranıyor',
  'plan {0} of {1}': 'plan {0} / {1}',
  'budget {0} of {1}': 'bütçe {0} / {1}',
  'looking for where money stops paying': 'paranın karşılığını vermediği sınır aranıyor',
  'drawing the report again': 'rapor yeniden çiziliyor',
  'finding the amount': 'tutar belirleniyor',
  'drawing the report': 'rapor çiziliyor',
  'drawing the charts': 'grafikler çiziliyor',
  'drawing the page': 'sayfa çiziliyor',
  'drawing the fits': 'kestirim grafikleri çiziliyor',
  'fitting {0}': '{0} kestiriliyor',
  'learning from what came': 'gerçekleşenlerden öğreniliyor',
  'forecasting the rest': 'kalan kısım tahmin ediliyor',
  'pricing the last four weeks again': 'son dört hafta yeniden hesaplanıyor',
};

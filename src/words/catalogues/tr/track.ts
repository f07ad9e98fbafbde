import type { SameSentences } from '../../said.js';
import type { track as inAzerbaijani } from '../az/track.js';

/** Why a plan can't be held against exports, in Turkish. */
export const track: SameSentences<typeof inAzerbaijani> = {
  'the exports have no dates: what came when is what a plan is held against':
    'raporlarda tarih yok: plan, neyin ne zaman geldiğiyle karşılaştırılır',
  'the exports are in {0}, the plan in {1}: nothing is converted; give exports in {2}':
    'raporlar {0}, plan {1} cinsinden: hiçbir şey çevrilmez; raporları {2} cinsinden verin',
  'the plan is over ({0} to {1}), and the exports have no spend in its lines':
    'plan bitti ({0} – {1}) ve raporlarda kalemlerine ait harcama yok',
  '{0}; campaigns in no line: {1}': '{0}; hiçbir kaleme girmeyen kampanya: {1}',
  '{0} days from {1}': '{1} tarihinden itibaren {0} gün',
  '{0} weeks from {1}': '{1} tarihinden itibaren {0} hafta',
  '{0} months from {1}': '{1} tarihinden itibaren {0} ay',
  'the approved plan is of {0}, this one of {1}: found another time, expected the same; submit the plan anew':
    'onaylanan planın süresi: {0}, bununki: {1}; bulunan: başka bir süre, beklenen: aynısı; planı yeniden sunun',
  'the plan has no "start": found none, expected the date of its first day, such as start: 2027-03-01':
    'planda "start" yok: bulunamadı, ilk gününün tarihi bekleniyordu, örneğin start: 2027-03-01',
  'nothing of the plan has run: it starts on {0}, the exports end on {1}':
    'plan henüz başlamadı: {0} tarihinde başlıyor, raporlar {1} tarihinde bitiyor',
  'nothing of the plan has run: it starts on {0}, the exports are looked at up to {1}':
    'plan henüz başlamadı: {0} tarihinde başlıyor, raporlara {1} tarihine kadar bakılıyor',
  'nothing of the plan is in the exports: it runs from {0} to {1}, they begin on {2}':
    'raporlarda plana ait bir şey yok: plan {0} – {1} arasında, raporlar {2} tarihinde başlıyor',
  '{0}: found no list, expected one under "campaigns:"':
    '{0}: liste bulunamadı, "campaigns:" altında bir liste bekleniyordu',
  '{0}: expected { platform, campaign, line } for each campaign':
    '{0}: her kampanya için { platform, campaign, line } bekleniyordu',
  '{0}: {1} is missing': '{0}: {1} eksik',
  '{0}: found campaign "{1}" again, for {2}; it is for {3} above: name each once':
    '{0}: bulunan: yine "{1}" kampanyası, {2} için; yukarıda {3} için: her birini bir kez yazın',
  '{0}: found stage "{1}": {2}': '{0}: bulunan: "{1}" aşaması: {2}',
  'did you mean "{0}"?': '"{0}" mı demek istediniz?',
  '{0}: found line "{1}", which the plan hasn\'t: {2}': '{0}: bulunan: "{1}" kalemi, planda böyle bir kalem yok: {2}',
  'Which line of the plan each campaign spends for. Correct what is wrong: huni track keeps what stands here.':
    'Her kampanyanın harcaması planın hangi kalemine ait. Yanlışı düzeltin: huni track burada yazanı korur.',
  'line: {0} (counted in the total, in no line)': 'line: {0} (toplamda sayılır, hiçbir kalemde değil)',
  'as given': 'yazıldığı gibi',
  'its name names the line': 'adında kalemin adı geçiyor',
  'name: {0}': 'ad: {0}',
  'objective: {0}': 'amaç: {0}',
  'the only line of its platform': 'platformunun tek kalemi',
  'no line is on this platform': 'bu platformda kalem yok',
  'no line is for {0}': '{0} için kalem yok',
  'several lines fit': 'birden çok kalem uyuyor',
  'nothing tells its stage': 'aşamasını söyleyen bir şey yok',
};

import type { Translations } from '../../said.js';

/** Why a plan can't be held against exports, in Azerbaijani. */
export const track = {
  'the exports have no dates: what came when is what a plan is held against':
    'hesabatlarda tarix yoxdur: plan nəyin nə vaxt gəldiyi ilə tutuşdurulur',
  'the exports are in {0}, the plan in {1}: nothing is converted; give exports in {2}':
    'hesabatlar {0}, plan {1} ilədir: heç nə çevrilmir; hesabatları {2} ilə verin',
  'the plan is over ({0} to {1}), and the exports have no spend in its lines':
    'plan bitib ({0} – {1}) və hesabatlarda onun maddələrinə aid xərc yoxdur',
  '{0}; campaigns in no line: {1}': '{0}; heç bir maddəyə aid olmayan kampaniyalar: {1}',
  '{0} days from {1}': '{1} tarixindən {0} gün',
  '{0} weeks from {1}': '{1} tarixindən {0} həftə',
  '{0} months from {1}': '{1} tarixindən {0} ay',
  'the approved plan is of {0}, this one of {1}: found another time, expected the same; submit the plan anew':
    'təsdiq edilən planın müddəti: {0}, bununku: {1}; tapıldı: başqa müddət, gözlənilən: eyni müddət; planı yenidən təqdim edin',
  'the plan has no "start": found none, expected the date of its first day, such as start: 2027-03-01':
    'planda "start" yoxdur: tapılmadı, ilk günün tarixi gözlənilirdi, məsələn start: 2027-03-01',
  'nothing of the plan has run: it starts on {0}, the exports end on {1}':
    'plan hələ başlamayıb: {0} tarixində başlayır, hesabatlar {1} tarixində bitir',
  'nothing of the plan has run: it starts on {0}, the exports are looked at up to {1}':
    'plan hələ başlamayıb: {0} tarixində başlayır, hesabatlara {1} tarixinədək baxılır',
  'nothing of the plan is in the exports: it runs from {0} to {1}, they begin on {2}':
    'hesabatlarda plana aid heç nə yoxdur: plan {0} – {1} tarixlərindədir, hesabatlar {2} tarixində başlayır',
  '{0}: found no list, expected one under "campaigns:"':
    '{0}: siyahı tapılmadı, "campaigns:" altında siyahı gözlənilirdi',
  '{0}: expected { platform, campaign, line } for each campaign':
    '{0}: hər kampaniya üçün { platform, campaign, line } gözlənilirdi',
  '{0}: {1} is missing': '{0}: {1} yoxdur',
  '{0}: found campaign "{1}" again, for {2}; it is for {3} above: name each once':
    '{0}: tapıldı: yenə "{1}" kampaniyası, {2} üçün; yuxarıda {3} üçündür: hərəsini bir dəfə yazın',
  '{0}: found stage "{1}": {2}': '{0}: tapıldı: "{1}" mərhələsi: {2}',
  'did you mean "{0}"?': 'bəlkə "{0}" nəzərdə tutulub?',
  '{0}: found line "{1}", which the plan hasn\'t: {2}': '{0}: tapıldı: "{1}" maddəsi, planda belə maddə yoxdur: {2}',
  'Which line of the plan each campaign spends for. Correct what is wrong: huni track keeps what stands here.':
    'Hər kampaniyanın pulu planın hansı maddəsinə aiddir. Səhvi düzəldin: huni track burada yazılanı saxlayır.',
  'line: {0} (counted in the total, in no line)': 'line: {0} (cəmdə sayılır, heç bir maddədə yox)',
  'as given': 'yazıldığı kimi',
  'its name names the line': 'adında maddənin adı var',
  'name: {0}': 'ad: {0}',
  'objective: {0}': 'məqsəd: {0}',
  'the only line of its platform': 'platformasının yeganə maddəsi',
  'no line is on this platform': 'bu platformada heç bir maddə yoxdur',
  'no line is for {0}': '{0} üçün maddə yoxdur',
  'several lines fit': 'bir neçə maddə uyğun gəlir',
  'nothing tells its stage': 'mərhələsini heç nə demir',
} satisfies Translations;

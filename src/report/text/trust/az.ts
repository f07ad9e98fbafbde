import type { TrustText } from './types.js';

/** How far an optimum can be trusted, in Azerbaijani. */
export const trustAz: TrustText = {
  starts: (starts, searches, spread) =>
    `${starts} plan qiymətləndirildi, ${searches} plandan axıra qədər axtarıldı; alınan nəticələr arasında fərq ${spread}.`,
  lower: (residual, difference) =>
    `KKT qalığı ${residual}; yeni simulyasiyalarda məqsəd uyğunlaşdırıldığı simulyasiyalardakından ${difference} aşağıdır.`,
  higher: (residual, difference) =>
    `KKT qalığı ${residual}; yeni simulyasiyalarda məqsəd uyğunlaşdırıldığı simulyasiyalardakından ${difference} yuxarıdır.`,
  flat: 'Məqsəd ən yaxşıdan ən çoxu 1% geri qaldıqda hər maddənin ala biləcəyi büdcə, qalanlar uyğunlaşır',
  alternatives: '1% daxilində başqa planlar',
  alternative: (moved, objective, plan) => `yeri dəyişən ${moved}, məqsəd ${objective}: ${plan}`,
  title: 'Bu plana nə qədər etibar etmək olar',
  least: 'Ən azı',
  most: 'Ən çoxu',
  plan: (number) => `${number}. plan`,
  moved: 'Yerini dəyişən pul',
  objective: 'Məqsəd',
  flighting: 'Hər dövrə düşən büdcə',
  from: 'Başlanğıc',
};

import type { TrustText } from './types.js';

/** How far an optimum can be trusted, in Turkish. */
export const trustTr: TrustText = {
  starts: (starts, searches, spread) =>
    `${starts} plan değerlendirildi, ${searches} tanesinden sonuna kadar arandı; varılan sonuçlar arasında fark ${spread}.`,
  lower: (residual, difference) =>
    `KKT kalıntısı ${residual}; yeni simülasyonlarda amaç, kestirildiği simülasyonlardakinden ${difference} düşük.`,
  higher: (residual, difference) =>
    `KKT kalıntısı ${residual}; yeni simülasyonlarda amaç, kestirildiği simülasyonlardakinden ${difference} yüksek.`,
  flat: 'Amaç en iyinin en çok %1 gerisindeyken her kalemin alabileceği bütçe, diğerleri uyum sağlar',
  alternatives: '%1 içinde başka planlar',
  alternative: (moved, objective, plan) => `${moved} yer değiştirdi, amaç ${objective}: ${plan}`,
  title: 'Bu plana ne kadar güvenilir',
  least: 'En az',
  most: 'En çok',
  plan: (number) => `${number}. plan`,
  moved: 'Yer değiştiren para',
  objective: 'Amaç',
  flighting: 'Her döneme düşen bütçe',
  from: 'Başlangıç',
};

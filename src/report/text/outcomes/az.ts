import type { OutcomeWords } from './types.js';

/** What is counted, in Azerbaijani. */
export const outcomesAz: OutcomeWords = {
  leads: {
    main: 'orders',
    kpis: {
      conversions: 'Müraciət',
      orders: 'Müraciət',
      new: 'Reklamdan gələn müraciət',
      repeat: 'Təkrar müraciət',
      referred: 'Tövsiyə ilə gələn müraciət',
      cpa: 'Müraciətin dəyəri (CPL)',
      cpl: 'Müraciətin dəyəri (CPL)',
      leads: 'Müraciət',
      cac: 'Reklamdan gələn müraciətin dəyəri (CAC)',
      tail: 'Üfüqdən sonra qeydə alınan müraciət',
    },
  },
  closed: {
    main: 'leads',
    kpis: {
      leads: 'Müraciət',
      cpl: 'Müraciətin dəyəri (CPL)',
      conversions: 'Müştəri olan müraciət',
      orders: 'Satış',
      new: 'Yeni müştəri',
      repeat: 'Təkrar satış',
      referred: 'Tövsiyə ilə gələn satış',
      cpa: 'Qazanılan müştərinin dəyəri (CPA)',
      tail: 'Üfüqdən sonra qeydə alınan satış',
      future_orders: 'Müştərilərin üfüqdən sonrakı alışı',
    },
  },
  bookings: {
    main: 'orders',
    kpis: {
      conversions: 'Reklamdan gələn rezervasiya',
      orders: 'Rezervasiya',
      new: 'Yeni rezervasiya',
      repeat: 'Təkrar rezervasiya',
      referred: 'Tövsiyə ilə gələn rezervasiya',
      cpa: 'Rezervasiyanın dəyəri (CPA)',
      tail: 'Üfüqdən sonra qeydə alınan rezervasiya',
      future_orders: 'Müştərilərin üfüqdən sonrakı rezervasiyası',
    },
  },
  installs: {
    main: 'orders',
    kpis: {
      conversions: 'Reklamdan gələn quraşdırma',
      orders: 'Quraşdırma',
      new: 'Yeni quraşdırma',
      repeat: 'Təkrar quraşdırma',
      referred: 'Tövsiyə ilə gələn quraşdırma',
      cpa: 'Quraşdırmanın dəyəri (CPI)',
      tail: 'Üfüqdən sonra qeydə alınan quraşdırma',
    },
  },
};

import type { OutcomeWords } from './types.js';

/** What is counted, in Turkish. */
export const outcomesTr: OutcomeWords = {
  leads: {
    main: 'orders',
    kpis: {
      conversions: 'Potansiyel müşteri',
      orders: 'Potansiyel müşteri',
      new: 'Reklamdan gelen potansiyel müşteri',
      repeat: 'Yeniden gelen potansiyel müşteri',
      referred: 'Tavsiyeyle gelen potansiyel müşteri',
      cpa: 'Potansiyel müşteri başına maliyet (CPL)',
      cpl: 'Potansiyel müşteri başına maliyet (CPL)',
      leads: 'Potansiyel müşteri',
      cac: 'Reklamdan gelen potansiyel müşteri başına maliyet (CAC)',
      tail: 'Dönemden sonra kaydedilen potansiyel müşteri',
    },
  },
  closed: {
    main: 'leads',
    kpis: {
      leads: 'Potansiyel müşteri',
      cpl: 'Potansiyel müşteri başına maliyet (CPL)',
      conversions: 'Kazanılan müşteri',
      orders: 'Satış',
      new: 'Yeni müşteri',
      repeat: 'Tekrar satış',
      referred: 'Tavsiyeyle gelen satış',
      cpa: 'Kazanılan müşteri başına maliyet (CPA)',
      tail: 'Dönemden sonra kaydedilen satış',
      future_orders: 'Müşterilerin dönemden sonraki alışverişi',
    },
  },
  bookings: {
    main: 'orders',
    kpis: {
      conversions: 'Reklamdan gelen rezervasyon',
      orders: 'Rezervasyon',
      new: 'Yeni rezervasyon',
      repeat: 'Tekrar rezervasyon',
      referred: 'Tavsiyeyle gelen rezervasyon',
      cpa: 'Rezervasyon başına maliyet (CPA)',
      tail: 'Dönemden sonra kaydedilen rezervasyon',
      future_orders: 'Müşterilerin dönemden sonraki rezervasyonu',
    },
  },
  installs: {
    main: 'orders',
    kpis: {
      conversions: 'Reklamdan gelen kurulum',
      orders: 'Kurulum',
      new: 'Yeni kurulum',
      repeat: 'Tekrar kurulum',
      referred: 'Tavsiyeyle gelen kurulum',
      cpa: 'Kurulum başına maliyet (CPI)',
      tail: 'Dönemden sonra kaydedilen kurulum',
    },
  },
};

import type { OutcomeWords } from './types.js';

/** What is counted, in Arabic. */
export const outcomesAr: OutcomeWords = {
  leads: {
    main: 'orders',
    kpis: {
      conversions: 'العملاء المحتملون',
      orders: 'العملاء المحتملون',
      new: 'عملاء محتملون من الإعلانات',
      repeat: 'عملاء محتملون متكررون',
      referred: 'عملاء محتملون بالتوصية',
      cpa: 'تكلفة العميل المحتمل (CPL)',
      cpl: 'تكلفة العميل المحتمل (CPL)',
      leads: 'العملاء المحتملون',
      cac: 'تكلفة العميل المحتمل من الإعلانات (CAC)',
      tail: 'عملاء محتملون يُسجَّلون بعد المدة',
    },
  },
  closed: {
    main: 'leads',
    kpis: {
      leads: 'العملاء المحتملون',
      cpl: 'تكلفة العميل المحتمل (CPL)',
      conversions: 'العملاء المكتسبون',
      orders: 'المبيعات',
      new: 'العملاء الجدد',
      repeat: 'المبيعات المتكررة',
      referred: 'مبيعات بالتوصية',
      cpa: 'تكلفة العميل المكتسب (CPA)',
      tail: 'مبيعات تُسجَّل بعد المدة',
      future_orders: 'مشتريات العملاء بعد المدة',
    },
  },
  bookings: {
    main: 'orders',
    kpis: {
      conversions: 'الحجوزات من الإعلانات',
      orders: 'الحجوزات',
      new: 'الحجوزات الجديدة',
      repeat: 'الحجوزات المتكررة',
      referred: 'حجوزات بالتوصية',
      cpa: 'تكلفة الحجز (CPA)',
      tail: 'حجوزات تُسجَّل بعد المدة',
      future_orders: 'حجوزات العملاء بعد المدة',
    },
  },
  installs: {
    main: 'orders',
    kpis: {
      conversions: 'التثبيتات من الإعلانات',
      orders: 'التثبيتات',
      new: 'التثبيتات الجديدة',
      repeat: 'التثبيتات المتكررة',
      referred: 'تثبيتات بالتوصية',
      cpa: 'تكلفة التثبيت (CPI)',
      tail: 'تثبيتات تُسجَّل بعد المدة',
    },
  },
};

import type { OutcomeWords } from './types.js';

/** What is counted, in English. */
export const outcomesEn: OutcomeWords = {
  leads: {
    main: 'orders',
    kpis: {
      conversions: 'Leads',
      orders: 'Leads',
      new: 'Leads from ads',
      repeat: 'Leads who come again',
      referred: 'Leads by referral',
      cpa: 'Cost per lead (CPL)',
      cpl: 'Cost per lead (CPL)',
      leads: 'Leads',
      cac: 'Cost per lead from ads (CAC)',
      tail: 'Leads recorded after the horizon',
    },
  },
  closed: {
    main: 'leads',
    kpis: {
      leads: 'Leads',
      cpl: 'Cost per lead (CPL)',
      conversions: 'Leads won as customers',
      orders: 'Sales',
      new: 'New customers',
      repeat: 'Repeat sales',
      referred: 'Sales by referral',
      cpa: 'Cost per customer won (CPA)',
      tail: 'Sales recorded after the horizon',
      future_orders: "Customers' purchases after the horizon",
    },
  },
  bookings: {
    main: 'orders',
    kpis: {
      conversions: 'Bookings from ads',
      orders: 'Bookings',
      new: 'New bookings',
      repeat: 'Repeat bookings',
      referred: 'Bookings by referral',
      cpa: 'Cost per booking (CPA)',
      tail: 'Bookings recorded after the horizon',
      future_orders: "Customers' bookings after the horizon",
    },
  },
  installs: {
    main: 'orders',
    kpis: {
      conversions: 'Installs from ads',
      orders: 'Installs',
      new: 'New installs',
      repeat: 'Repeat installs',
      referred: 'Installs by referral',
      cpa: 'Cost per install (CPI)',
      tail: 'Installs recorded after the horizon',
    },
  },
};

/** What is said of fits from exports in English. */
export const fitsEn = {
  title: 'Fits from your exports',
  fitted: 'What was fitted',
  numbers: 'Numbers and their origin',
  columns: {
    line: 'line',
    quantity: 'quantity',
    mean: 'mean',
    p5: 'p5',
    p95: 'p95',
    distribution: 'distribution',
    origin: 'origin',
  },
  quantities: {
    cpm: 'price of 1,000 impressions',
    ctr: 'click rate',
    view_rate: 'view rate',
    cvr: 'conversion rate',
    audience: 'audience',
    fatigue: 'fatigue',
  },
  reachOf: (rows: string) => `reach of ${rows} rows`,
  frequencyOf: (rows: string) => `click rate against frequency, ${rows} rows`,
  size: (line: string, rows: string, campaigns: string, side: string) =>
    `${line}: ${rows} rows, campaigns: ${campaigns}, about ${side} side by side.`,
  price: (between: string, daily: string, persistence: string) =>
    `Price varies by a factor of ${between} between campaigns and ${daily} from day to day (one standard deviation); a day's slow part keeps ${persistence} of itself to the next.`,
  scale: (change: string) => `Doubling spend for good changes price by ${change}.`,
  together: (correlation: string, days: string) =>
    `Surprises in price and click rate on a day correlate at ${correlation} (${days} days).`,
  charts: {
    price: (line: string) => `${line}: price of 1,000 impressions, row by row, against its fit`,
    priceNote:
      'Bars: ln of the price of each row. Line: the fitted lognormal of a row of any campaign at its usual spend.',
    priceAxis: 'ln of the price of 1,000 impressions',
    rate: (line: string, rate: string) => `${line}: ${rate}, row by row, against its fit`,
    rateNote:
      'Bars: log odds of the rate of each row with a hit. Line: the fitted beta of a row of any campaign, before the chance of counting.',
    rateAxis: (rate: string) => `log odds of ${rate}`,
    density: 'density',
    quantiles: (line: string, quantity: string) => `${line}: errors of ${quantity}, one row ahead, against a normal`,
    quantilesNote:
      'On the dashed line where the fit has the errors’ shape; above it at the right: more large errors than fitted.',
    expected: 'quantiles of a standard normal',
    errors: 'errors, in standard deviations',
    correlation: (line: string, quantity: string) =>
      `${line}: what an error of ${quantity} says of the errors after it`,
    correlationNote: 'Bars within the grey band are chance: nothing is left that the fit should have used.',
    lag: 'days apart',
    correlationAxis: 'correlation of errors',
  },
};

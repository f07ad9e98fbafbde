/** A value to three significant digits of the largest end of a band that it stands in: of 1.04m to 16.7m the lower end is 1m. */
export function inBand(value: number, low: number, high: number): number {
  const largest = Math.max(Math.abs(low), Math.abs(high), Math.abs(value));
  if (!(largest > 0) || !Number.isFinite(largest)) return value;
  const power = Math.floor(Math.log10(largest)) - 2;
  const step = 10 ** Math.abs(power);
  return power >= 0 ? Math.round(value / step) * step : Math.round(value * step) / step;
}

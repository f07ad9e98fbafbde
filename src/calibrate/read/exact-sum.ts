/** A sum of decimals without rounding. */
interface ExactSum {
  /** In millionths, for as long as they are safe. */
  fast: number;
  /** In units of 10^-DECIMALS. */
  rest: bigint;
  count: number;
}

const DECIMALS = 30;
const MILLION = 1e6;
const FROM_MILLIONTHS = 10n ** BigInt(DECIMALS - 6);

export function exactSum(): ExactSum {
  return { fast: 0, rest: 0n, count: 0 };
}

/**
 * Adds the decimal that a double stands for: the shortest that reads back as the same double, which is what was written
 * wherever that had no more than 15 significant digits.
 */
export function addExactly(sum: ExactSum, value: number): void {
  sum.count += 1;
  const millionths = Math.round(value * MILLION);
  // The division is correctly rounded, so equality means that `value` is that decimal's own double.
  if (Math.abs(millionths) < 2 ** 52 && millionths / MILLION === value) {
    sum.fast += millionths;
    if (Math.abs(sum.fast) >= 2 ** 52) flush(sum);
  } else {
    sum.rest += scaled(value);
  }
}

function flush(sum: ExactSum): void {
  sum.rest += BigInt(sum.fast) * FROM_MILLIONTHS;
  sum.fast = 0;
}

function scaled(value: number): bigint {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const power = DECIMALS + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  // Below 10^-30 nothing is left of an amount.
  return power >= 0 ? digits * 10n ** BigInt(power) : digits / 10n ** BigInt(-power);
}

/** All decimals of the sum, without zeros at the end: `58705.229958204`. */
export function exactText(sum: ExactSum): string {
  return decimalText(total(sum), DECIMALS).replace(/\.?0+$/, '');
}

/** The sum to so many decimals, halves away from zero: `58705.23`. */
export function roundedText(sum: ExactSum, digits: number): string {
  const unit = 10n ** BigInt(DECIMALS - digits);
  const units = total(sum);
  const half = units < 0n ? -unit / 2n : unit / 2n;
  return decimalText((units + half) / unit, digits);
}

/** The double nearest to the sum. */
export function sumValue(sum: ExactSum): number {
  return Number(exactText(sum));
}

function total(sum: ExactSum): bigint {
  return sum.rest + BigInt(sum.fast) * FROM_MILLIONTHS;
}

function decimalText(units: bigint, digits: number): string {
  const negative = units < 0n;
  const text = String(negative ? -units : units).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? '' : `.${text.slice(text.length - digits)}`;
  return `${negative ? '-' : ''}${whole}${fraction}`;
}

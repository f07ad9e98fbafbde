import { quantile } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import type { Formats } from '../formats.js';
import type { CompareText } from '../text/compare/index.js';

/** How an input is printed. */
type InputForm = 'money' | 'share' | 'count' | 'plain';

export const INPUT_FORMS: Readonly<Record<string, InputForm>> = {
  audience: 'count',
  cpm: 'money',
  ctr: 'share',
  view_rate: 'share',
  cvr: 'share',
  match: 'share',
  order_value: 'money',
  margin: 'share',
  close_rate: 'share',
  fee: 'share',
  tax: 'share',
  landing: 'share',
  warm: 'count',
  hot: 'count',
  buyers: 'count',
  population: 'count',
};

/** A number of the model: its value, or the 90 % interval around it. */
export function quantityWords(
  distribution: Distribution,
  form: InputForm,
  formats: Formats,
  text: CompareText,
): string {
  const write = (value: number): string => {
    if (form === 'money') return formats.estimate(value);
    if (form === 'share') return formats.share(value);
    return form === 'count' ? formats.count(value) : formats.plain(value);
  };
  if (distribution.family === 'fixed') return write(distribution.value);
  return text.range(write(quantile(distribution, 0.05)), write(quantile(distribution, 0.95)));
}

import { isMap, isScalar, parseDocument } from 'yaml';

/**
 * A scenario's text with another budget of the whole horizon, every other character as it was; into a text that leaves the budget to
 * a file it extends, a budget of its own. What may stay unspent (`{ max: … }`) stays so.
 */
export function withWholeBudget(text: string, json: boolean, amount: number): string {
  const yaml = parseDocument(text);
  const node: unknown = yaml.get('budget', true);
  const old: unknown = isMap(node) ? node.get('max', true) : node;
  if (isScalar(old) && old.range && old.range[1] > old.range[0]) {
    return text.slice(0, old.range[0]) + String(amount) + text.slice(old.range[1]);
  }
  if (json || (isMap(yaml.contents) && yaml.contents.flow === true)) {
    yaml.set('budget', amount);
    return json ? `${JSON.stringify(yaml.toJS(), null, 2)}\n` : yaml.toString({ lineWidth: 0 });
  }
  return `${text}${text.endsWith('\n') ? '' : '\n'}budget: ${amount}\n`;
}

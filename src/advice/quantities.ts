import { isFunnelLine, type Quantity, type Scenario } from '../scenario/types.js';

/** Every quantity of a scenario by the name of its input in a program; price noise, luck and shocks have none. */
export function quantitiesByInput(scenario: Scenario): ReadonlyMap<string, Quantity> {
  const found = new Map<string, Quantity>();
  const add = (prefix: string, group: object): void => {
    for (const [key, quantity] of Object.entries(group)) {
      if (isQuantity(quantity)) found.set(`${prefix}${key}`, quantity);
    }
  };
  add('economics.', scenario.economics);
  scenario.economics.fixed_costs.forEach(({ name, amount }, k) => {
    found.set(`economics.fixed_costs.${k}.${name}`, amount);
  });
  add('stocks.', scenario.stocks);
  for (const part of ['creative', 'brand', 'community'] as const) {
    const group = scenario[part];
    if (group !== null) add(`${part}.`, group);
  }
  found.set('memory_days', scenario.memory_days);
  if (scenario.population !== null) found.set('market.population', scenario.population);
  for (const { name, size } of scenario.audiences) found.set(`audiences.${name}`, size);
  for (const { name, rate } of scenario.metrics) found.set(`metrics.${name}`, rate);
  for (const line of scenario.lines) {
    add(`${line.id}.`, line);
    if (isFunnelLine(line)) add(`${line.id}.`, line.quantities);
    else add(`${line.id}.`, line.response.parameters);
  }
  for (const source of scenario.sources) {
    add(`${source.id}.`, source);
    for (const [name, rate] of Object.entries(source.rates)) {
      if (rate.from === 'own') found.set(`${source.id}.${name}`, rate.quantity);
    }
    if (source.kind === 'creator' && source.rights !== null) {
      found.set(`${source.id}.rights_share`, source.rights.share);
      found.set(`${source.id}.rights_fee`, source.rights.fee);
    }
  }
  return found;
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'distribution' in value;
}

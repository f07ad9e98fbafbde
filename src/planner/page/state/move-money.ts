/** Amounts by period after one period's money went to another. */
export function moveMoney(amounts: readonly number[], from: number, to: number, digits: number): readonly number[] {
  if (from === to || amounts[from] === undefined || amounts[to] === undefined) return amounts;
  const sum = Number((amounts[from] + amounts[to]).toFixed(digits));
  return amounts.map((amount, t) => (t === from ? 0 : t === to ? sum : amount));
}

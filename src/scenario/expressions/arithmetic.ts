/** What is read of a syntax node, whatever its type. */
export interface Syntax {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly op?: string;
  readonly implicit?: boolean;
  readonly fn?: unknown;
  readonly content?: Syntax;
  readonly args?: readonly Syntax[];
}

/** Names by which mathjs means something else than a symbol. */
const NO_SYMBOLS: ReadonlySet<string> = new Set([
  ...['mod', 'to', 'in', 'and', 'xor', 'or', 'not', 'end'],
  ...['true', 'false', 'null', 'undefined', 'NaN', 'Infinity'],
]);

/** Deeper texts are left to the parser that tells what is wrong with them. */
const MAX_DEPTH = 50;

/**
 * The syntax tree of plain arithmetic, as mathjs makes it: numbers, names, `+ - * / ^`, parentheses, calls with arguments. mathjs takes a
 * tenth of a second to load, more than anything else that is done with a plan's own KPIs.
 *
 * @returns `null` where the text has anything else in it, mistakes included: that is for mathjs to read, or to refuse
 */
export function plainArithmetic(text: string): Syntax | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  let at = 0;
  let depth = 0;

  /** The next token, if it is one of these. */
  const take = (...wanted: readonly string[]): string | null => {
    const token = tokens[at];
    if (token === undefined || !wanted.includes(token)) return null;
    at++;
    return token;
  };
  const leftToRight = (operators: readonly string[], operand: () => Syntax | null): Syntax | null => {
    let left = operand();
    for (let op = take(...operators); op !== null; op = take(...operators)) {
      const right = left === null ? null : operand();
      if (left === null || right === null) return null;
      left = { type: 'OperatorNode', op, implicit: false, args: [left, right] };
    }
    return left;
  };
  const sum = (): Syntax | null => leftToRight(['+', '-'], product);
  const product = (): Syntax | null => leftToRight(['*', '/'], unary);
  const unary = (): Syntax | null => {
    const op = take('-', '+');
    if (op === null) return power();
    if (depth >= MAX_DEPTH) return null;
    depth++;
    const of = unary();
    depth--;
    return of === null ? null : { type: 'OperatorNode', op, implicit: false, args: [of] };
  };
  // From the right, and before a sign to the left of it: −2^3^2 is −(2^(3^2)).
  const power = (): Syntax | null => {
    const base = operand();
    if (base === null || take('^') === null) return base;
    if (depth >= MAX_DEPTH) return null;
    depth++;
    const exponent = unary();
    depth--;
    return exponent === null ? null : { type: 'OperatorNode', op: '^', implicit: false, args: [base, exponent] };
  };
  const operand = (): Syntax | null => {
    if (take('(') !== null) {
      const content = within(sum);
      return content === null || take(')') === null ? null : { type: 'ParenthesisNode', content };
    }
    const token = tokens[at];
    if (token === undefined || !/^\w/.test(token)) return null;
    at++;
    if (/^\d/.test(token)) return { type: 'ConstantNode', value: Number(token) };
    if (NO_SYMBOLS.has(token)) return null;
    const symbol: Syntax = { type: 'SymbolNode', name: token };
    if (take('(') === null) return symbol;
    const args: Syntax[] = [];
    do {
      const argument = within(sum);
      if (argument === null) return null;
      args.push(argument);
    } while (take(',') !== null);
    return take(')') === null ? null : { type: 'FunctionNode', fn: symbol, args };
  };
  const within = (part: () => Syntax | null): Syntax | null => {
    if (depth >= MAX_DEPTH) return null;
    depth++;
    const found = part();
    depth--;
    return found;
  };

  const root = sum();
  return at === tokens.length ? root : null;
}

/** Numbers as people write them, names, signs; `null` where anything else stands, or a number runs into what follows. */
function tokensOf(text: string): readonly string[] | null {
  const token = /[ \t]*(?:(\d+(?:\.\d+)?(?![\w.])|[A-Za-z_]\w*|[-+*/^(),])|$)/y;
  const found: string[] = [];
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (match === null) return null;
    if (match[1] !== undefined) found.push(match[1]);
  }
  return found;
}

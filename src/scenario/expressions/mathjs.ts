import { create, type MathNode, parseDependencies } from 'mathjs/number';

/**
 * The parser alone, without any function that evaluates: 0.8 s to load from its many files (0.1 s bundled), so this file is
 * only imported where a scenario has an expression.
 */
const { parse: parseSyntax } = create(parseDependencies ?? {});
export const parse = parseSyntax;
export type { MathNode };

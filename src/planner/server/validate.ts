import type { z } from 'zod';

/** A request that says something else than the page does. */
export class BadRequestError extends Error {
  override readonly name = 'BadRequestError';
}

/** What a request says, checked. @throws {BadRequestError} with the place and what was expected there */
export function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new BadRequestError(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not understood'}`);
}

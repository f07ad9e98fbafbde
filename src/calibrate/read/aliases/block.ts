import type { Field } from '../fields.js';

/**
 * How well a name is established: `real` an export was seen, `official` the platform's own page, `parsers` several
 * independent public readers of that export use it, `tests` only public fixtures or mappings do, `assumed` written
 * from the platform's interface language and not confirmed by an export.
 */
export type Evidence = 'real' | 'official' | 'parsers' | 'tests' | 'assumed';

/** Column names of one platform's export in one language. */
export interface AliasBlock {
  /** `null`: names that anyone uses. */
  readonly platform: string | null;
  readonly language: string;
  readonly evidence: Evidence;
  /** Where the names were found, addresses that can be opened among it; a search of public code lists its readers. */
  readonly source: string;
  readonly names: Readonly<Partial<Record<Field, readonly string[]>>>;
}

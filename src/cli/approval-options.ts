/** Options that every command on the ledger has. */
export interface StoreOptions {
  readonly store: string;
  /** A key that must have signed a policy in it. */
  readonly owner?: string;
  /** The hash of an entry that must be in it. */
  readonly head?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export interface SignerOptions extends StoreOptions {
  readonly by: string;
  readonly key?: string;
}

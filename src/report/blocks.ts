import type { Chart } from './charts/types.js';
import type { Highlight } from './content/figures.js';
import type { Table } from './content/table.js';
import { oneStop } from './text/sentence.js';

/** What a report is made of, before it is a page, Markdown or a terminal's lines. */
export type Block =
  | { readonly kind: 'heading'; readonly words: string }
  /** `lead`: the sentence that decides; `note`: how to read what is above. */
  | { readonly kind: 'paragraph'; readonly words: string; readonly tone?: 'lead' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'tiles'; readonly figures: readonly Highlight[] }
  | { readonly kind: 'table'; readonly title: string; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** Beside each other where there is room, else one after the other. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[] }
  /** Shut where room is short and open where it isn't: a page folds it, Markdown doesn't. */
  | { readonly kind: 'fold'; readonly words: string; readonly blocks: readonly Block[] };

export interface Section {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Details, for who asks: folded on a page. */
  readonly folded: boolean;
  readonly tone?: 'decision' | 'loss';
}

/** Blocks less those that there is nothing to say in. */
export function present(blocks: readonly (Block | null)[]): readonly Block[] {
  return blocks.filter((block): block is Block => block !== null);
}

export const paragraph = (words: string | null, tone?: 'lead' | 'note'): Block | null =>
  words === null || words === ''
    ? null
    : { kind: 'paragraph', words: oneStop(words), ...(tone === undefined ? {} : { tone }) };

export const list = (items: readonly string[]): Block | null =>
  items.length === 0 ? null : { kind: 'list', items: items.map(oneStop) };

export const table = (title: string, content: Table | null): Block | null =>
  content === null ? null : { kind: 'table', title, table: content };

export const heading = (words: string): Block => ({ kind: 'heading', words });

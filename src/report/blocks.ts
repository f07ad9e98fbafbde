import type { Chart, Picture } from './charts/types.js';
import type { Highlight } from './content/figures.js';
import type { Table } from './content/table.js';
import { oneStop } from './text/sentence.js';

/** A sentence with a label in the margin. */
export interface Line {
  /** Empty: it goes on under the label above. */
  readonly label: string;
  readonly words: string;
  readonly paint: Paint;
}

export type Paint = 'bold' | 'dim' | 'good' | 'bad' | 'plain';

/** What a report is made of, before it is a page, Markdown or a terminal's lines. */
export type Block =
  | { readonly kind: 'heading'; readonly words: string }
  /** `lead`: the sentence that decides; `note`: how to read what is above. */
  | {
      readonly kind: 'paragraph';
      readonly words: string;
      readonly tone?: Tone;
      /** Lines of a terminal that it may take; what is longer ends in an ellipsis. */
      readonly most?: number;
    }
  /** For what is read aloud in a dozen lines. */
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'tiles'; readonly figures: readonly Highlight[] }
  | { readonly kind: 'table'; readonly title: string; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart | Picture }
  /** Beside each other where there is room, else one after the other. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[] }
  /** Shut where room is short and open where it isn't: a page folds it, Markdown doesn't. */
  | { readonly kind: 'fold'; readonly words: string; readonly blocks: readonly Block[] };

export type Tone = 'lead' | 'note';

export interface Section {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Details, for who asks: folded on a page. */
  readonly folded: boolean;
  readonly tone?: 'decision' | 'loss';
}

/** What a product has to say: a page or a file of its own. */
export interface Report {
  readonly title: string;
  /** Before the first section. */
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
}

/** A section that stays open. */
export function section(id: string, title: string, blocks: readonly (Block | null)[]): Section {
  return { id, title, blocks: present(blocks), folded: false };
}

/** Blocks less those that there is nothing to say in. */
export function present(blocks: readonly (Block | null)[]): readonly Block[] {
  return blocks.filter((block): block is Block => block !== null);
}

export const paragraph = (words: string | null, tone?: Tone, most?: number): Block | null =>
  words === null || words === ''
    ? null
    : {
        kind: 'paragraph',
        words: oneStop(words),
        ...(tone === undefined ? {} : { tone }),
        ...(most === undefined ? {} : { most }),
      };

export const list = (items: readonly string[]): Block | null =>
  items.length === 0 ? null : { kind: 'list', items: items.map(oneStop) };

export const table = (title: string, content: Table | null): Block | null =>
  content === null ? null : { kind: 'table', title, table: content };

export const heading = (words: string): Block => ({ kind: 'heading', words });

import { escapeHtml } from '../../encoding/html.js';

/** Markup that is safe to put in a page as it is. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | null | readonly Part[];

function write(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'markup' in part ? part.markup : part.map(write).join('');
}

/** Markup with everything put into it escaped, unless it is markup itself; `null` prints nothing, lists print their parts. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, i) => text + write(parts[i] ?? null)).join('') };
}

/** Text that is markup already: only for what this program drew or wrote itself. */
export function trusted(markup: string): Html {
  return { markup };
}

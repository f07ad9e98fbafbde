import { createHash } from 'node:crypto';

/**
 * A page's content security policy: it loads nothing, and only the styles and scripts that huni wrote into it count, by their hashes. What
 * a name would smuggle in does nothing.
 */
export function contentPolicy({ style, script }: { readonly style: string; readonly script?: string }): string {
  return [
    "default-src 'none'",
    `style-src ${source(style)}`,
    // A font is within the style sheet.
    'font-src data:',
    ...(script === undefined ? [] : [`script-src ${source(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function source(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

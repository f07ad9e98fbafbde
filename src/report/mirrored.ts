const ANCHORS: Readonly<Record<string, string>> = { start: 'end', end: 'start' };

/**
 * A picture as one who reads from the right draws it: names at the right edge, amounts and time growing to the left, what stood
 * left of a mark right of it. The whole drawing is turned over about its middle, and every text turned back about its own anchor,
 * whose other side it then stands on.
 *
 * @param svg a document with a `viewBox` that begins at 0, as Vega writes them
 */
export function mirrored(svg: string): string {
  const width = /<svg\b[^>]*\bviewBox="0 0 ([\d.]+) [\d.]+"/.exec(svg)?.[1];
  if (width === undefined) throw new RangeError('an SVG without a viewBox from 0 is not one of ours');
  return svg
    .replace(/<text\b[^>]*>/g, turnedBack)
    .replace(/<svg\b[^>]*>/, (tag) => `${tag}<g transform="matrix(-1 0 0 1 ${width} 0)">`)
    .replace(/<\/svg>\s*$/, '</g></svg>');
}

function turnedBack(tag: string): string {
  const anchor = / text-anchor="([^"]*)"/.exec(tag)?.[1] ?? 'start';
  const place = / transform="([^"]*)"/.exec(tag)?.[1] ?? '';
  const rest = tag.replace(/ (?:text-anchor|transform)="[^"]*"/g, '');
  const other = ANCHORS[anchor] ?? anchor;
  return rest.replace(/^<text/, `<text text-anchor="${other}" transform="${`${place} scale(-1 1)`.trim()}"`);
}

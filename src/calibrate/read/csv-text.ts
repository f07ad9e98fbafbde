/** One line of CSV, quoted where needed (RFC 4180). A leading formula sign is defused, since spreadsheets run it. */
export function stringify(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = /^[=+@\t\r]/.test(cell) || /^-(?![\d.,])/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\n`;
}

/** Where the server has a plan, and what lies below it. */
export function planPath(file: string, rest = ''): string {
  return `/api/plans/${encodeURIComponent(file)}${rest}`;
}

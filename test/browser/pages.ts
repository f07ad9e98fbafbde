/** Every page of the planner on a folder that has this plan, by its address. */
export function pagesOf(file: string): readonly string[] {
  return [
    '#/',
    '#/brief',
    '#/exports',
    ...['lines', 'calendar', 'track', 'compare', 'explain', 'frontier', 'data', 'approvals', 'yaml'].map(
      (tab) => `#/plan/${file}/${tab}`,
    ),
  ];
}

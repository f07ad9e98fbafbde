// How a band, a course, a bin and the line at zero look: in the report's charts, and in the planner's, whose axes follow figures that move.

/** The middle 80 % of outcomes. */
export function bandMark(color: string) {
  return { type: 'area' as const, color, opacity: 0.2 };
}

/** The middle outcome of a plan that is looked at; dashed: of one that it is held against. */
export function courseMark(color: string, { dashed = false }: { readonly dashed?: boolean } = {}) {
  return {
    type: 'line' as const,
    color,
    strokeWidth: dashed ? 2 : 3,
    ...(dashed ? { strokeDash: [5, 4] } : {}),
  };
}

/** A share of the futures. @param narrow on a phone, or in a column */
export function binMark(color: string, narrow: boolean) {
  return { type: 'bar' as const, color, binSpacing: narrow ? 0.5 : 1 };
}

/** Where a loss ends and a profit begins. */
export function zeroMark(color: string) {
  return { type: 'rule' as const, color, strokeWidth: 1.2 };
}

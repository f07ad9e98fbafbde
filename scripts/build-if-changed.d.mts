/** Brings `dist/` up to date with the tree. */
export function buildIfChanged(): void;
/** Brings the planner's page up to date, after `buildIfChanged`. */
export function buildPageIfChanged(): void;

/** Brings `dist/` up to date with the tree. */
export function buildIfChanged(): void;

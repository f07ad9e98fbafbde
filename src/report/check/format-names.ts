/** How the outcome of a check can be printed. */
export const CHECK_FORMATS = ['text', 'json', 'junit', 'github', 'markdown'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Sections of a run's page that are made only where they are asked for. */
export const RUN_PARTS = ['compare', 'explain', 'frontier', 'trust'] as const;

export type RunPart = (typeof RUN_PARTS)[number];

/** Those of a plan made from exports: how its rates were fitted, too; there are no variants to compare. */
export const PLAN_PARTS = ['calibration', 'explain', 'frontier', 'trust'] as const;

export type PlanPart = (typeof PLAN_PARTS)[number];

/** Exports and tables have amounts to the cent, so each is off by half of one at most. */
export const HALF_A_CENT = 0.005;

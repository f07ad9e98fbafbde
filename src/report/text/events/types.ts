import type { Widen } from '../catalogue.js';
import type { eventsEn } from './en.js';

/** A catalogue: what every language has to say about creators, shocks, gates and dashboards' claims. */
export type EventsText = Widen<typeof eventsEn>;

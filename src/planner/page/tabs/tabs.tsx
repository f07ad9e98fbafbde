import type { ComponentChildren } from 'preact';
import type { OptimizeAnswer } from '../../protocol.js';
import type { PlannerWords } from '../../words/index.js';
import type { ApprovalsStore } from '../state/approvals-store.js';
import type { JobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import type { PricingStore } from '../state/pricing-store.js';
import { Approvals } from '../views/approvals/approvals.js';
import { Calendar } from '../views/calendar.js';
import { Compare } from '../views/compare.js';
import { Data } from '../views/data.js';
import { Explain } from '../views/explain.js';
import { Frontier } from '../views/frontier.js';
import { Lines } from '../views/lines.js';
import { marksOf, pricesOf } from '../views/optimize.js';
import { Track } from '../views/track.js';
import { YamlEditor } from '../views/yaml-editor.js';

/** What every tab of an open plan works on. */
export interface OpenedPlanPage {
  readonly store: PlanStore;
  readonly pricing: PricingStore;
  readonly optimize: JobStore<OptimizeAnswer>;
  readonly approvals: ApprovalsStore;
}

/** A tab of the plan's page. Another one is a component, its words under `plan.tabs`, and a line in `TABS`. */
interface Tab {
  /** As it stands in the address: `#/plan/FILE/ID`. */
  readonly id: keyof PlannerWords['plan']['tabs'];
  readonly show: (opened: OpenedPlanPage) => ComponentChildren;
}

/** In their order; the first is shown where the address names none. */
export const TABS: readonly [Tab, ...Tab[]] = [
  {
    id: 'lines',
    show: ({ store, pricing, optimize }) => (
      <Lines
        store={store}
        priced={pricing.priced}
        marks={marksOf(optimize.state.value)}
        prices={pricesOf(optimize.state.value)}
      />
    ),
  },
  { id: 'calendar', show: ({ store }) => <Calendar store={store} /> },
  { id: 'track', show: ({ store }) => <Track store={store} /> },
  { id: 'compare', show: ({ store }) => <Compare store={store} /> },
  { id: 'explain', show: ({ store }) => <Explain store={store} /> },
  { id: 'frontier', show: ({ store }) => <Frontier store={store} /> },
  { id: 'data', show: ({ store }) => <Data store={store} /> },
  { id: 'approvals', show: ({ store, approvals }) => <Approvals store={store} approvals={approvals} /> },
  { id: 'yaml', show: ({ store }) => <YamlEditor store={store} /> },
];

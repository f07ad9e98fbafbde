import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OptimizeAnswer } from '../../protocol.js';
import { Failure } from '../parts/failure.js';
import { price, startPricing } from '../pricing/pricer.js';
import { openApprovals } from '../state/approvals-store.js';
import { jobStore } from '../state/job-store.js';
import { openPlan } from '../state/plan-store.js';
import { words } from '../state/preferences.js';
import { followPricing } from '../state/pricing-store.js';
import { type OpenedPlanPage, TABS } from '../tabs/tabs.js';
import { Decision } from './decision.js';
import { Optimize } from './optimize.js';
import { SaveBar } from './save-bar.js';

/** One plan: its lines and what they come to, side by side; the rest in tabs. */
export function PlanPage({ file, tab }: { readonly file: string; readonly tab: string }) {
  const opened = useSignal<OpenedPlanPage | null>(null);
  const failure = useSignal<unknown>(null);
  useEffect(() => {
    let gone = false;
    // While the plan comes.
    startPricing();
    openPlan(file).then(
      (store) => {
        if (gone) {
          store.close();
          return;
        }
        const optimize = jobStore<OptimizeAnswer>('optimize');
        const approvals = openApprovals(file);
        // What was approved stands beside the figures, whichever tab is open.
        void approvals.load();
        opened.value = { store, pricing: followPricing(store, price), optimize, approvals };
        if (location.hash.endsWith('?optimise')) void optimize.start(file, store.text.value);
      },
      (error: unknown) => {
        failure.value = error;
      },
    );
    return () => {
      gone = true;
      opened.value?.pricing.close();
      opened.value?.store.close();
      opened.value?.optimize.stop();
      opened.value?.approvals.close();
    };
  }, [file]);
  const text = words();
  if (failure.value !== null) {
    return (
      <main class="narrow">
        <Failure error={failure.value} />
        <a href="#/">{text.plan.back}</a>
      </main>
    );
  }
  if (opened.value === null) return <main class="narrow" aria-busy="true" />;
  const { store, pricing, optimize, approvals } = opened.value;
  // What stands behind the tab's name is for the tab: `lines?optimise`.
  const shown = TABS.find(({ id }) => id === tab.split('?')[0]) ?? TABS[0];
  // A file that never read well has its text to be mended, and nothing to be shown of.
  const isRead = store.scenario.value !== '';
  return (
    <main class="plan">
      <SaveBar store={store} />
      <nav class="tabs" aria-label={text.title}>
        {TABS.map(({ id }) => (
          <a
            key={id}
            href={`#/plan/${encodeURIComponent(file)}/${id}`}
            aria-current={id === shown.id ? 'page' : undefined}
          >
            {text.plan.tabs[id]}
          </a>
        ))}
      </nav>
      <div class="columns">
        <div class="main-column" key={shown.id}>
          {shown.id === 'yaml' || isRead ? shown.show(opened.value) : null}
        </div>
        {isRead && (
          <aside class={`side-column ${shown === TABS[0] ? 'leading' : ''}`}>
            <Decision store={store} pricing={pricing} approved={approvals.approved.value?.lines ?? null}>
              <Optimize store={store} job={optimize} />
            </Decision>
          </aside>
        )}
      </div>
    </main>
  );
}

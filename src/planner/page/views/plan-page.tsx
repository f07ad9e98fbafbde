import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OptimizeAnswer } from '../../protocol.js';
import { Failure } from '../parts/failure.js';
import { price } from '../pricing/pricer.js';
import { type JobStore, jobStore } from '../state/job-store.js';
import { openPlan, type PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';
import { followPricing, type PricingStore } from '../state/pricing-store.js';
import { Calendar } from './calendar.js';
import { Compare } from './compare.js';
import { Decision } from './decision.js';
import { Explain } from './explain.js';
import { Frontier } from './frontier.js';
import { Lines } from './lines.js';
import { marksOf, Optimize, type OptimizeMarks, pricesOf } from './optimize.js';
import { SaveBar } from './save-bar.js';
import { YamlEditor } from './yaml-editor.js';

const TABS = ['lines', 'calendar', 'compare', 'explain', 'frontier', 'yaml'] as const;

interface Opened {
  readonly store: PlanStore;
  readonly pricing: PricingStore;
  readonly optimize: JobStore<OptimizeAnswer>;
}

/** One plan: its lines and what they come to, side by side; the rest in tabs. */
export function PlanPage({ file, tab }: { readonly file: string; readonly tab: string }) {
  const opened = useSignal<Opened | null>(null);
  const failure = useSignal<unknown>(null);
  useEffect(() => {
    let gone = false;
    openPlan(file).then(
      (store) => {
        if (gone) {
          store.close();
          return;
        }
        const optimize = jobStore<OptimizeAnswer>('optimize');
        opened.value = { store, pricing: followPricing(store, price), optimize };
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
  const { store, pricing, optimize } = opened.value;
  const shown = TABS.find((one) => tab.startsWith(one)) ?? 'lines';
  const marks: OptimizeMarks = marksOf(optimize.state.value);
  return (
    <main class="plan">
      <SaveBar store={store} />
      <nav class="tabs" aria-label={text.title}>
        {TABS.map((one) => (
          <a
            key={one}
            href={`#/plan/${encodeURIComponent(file)}/${one}`}
            aria-current={one === shown ? 'page' : undefined}
          >
            {text.plan.tabs[one]}
          </a>
        ))}
      </nav>
      <div class="columns">
        <div class="main-column">
          {shown === 'lines' && (
            <Lines store={store} priced={pricing.priced.value} marks={marks} prices={pricesOf(optimize.state.value)} />
          )}
          {shown === 'calendar' && <Calendar store={store} />}
          {shown === 'compare' && <Compare store={store} />}
          {shown === 'explain' && <Explain store={store} />}
          {shown === 'frontier' && <Frontier store={store} />}
          {shown === 'yaml' && <YamlEditor store={store} />}
        </div>
        <aside class="side-column">
          <Decision store={store} pricing={pricing} />
          <Optimize store={store} job={optimize} />
        </aside>
      </div>
    </main>
  );
}

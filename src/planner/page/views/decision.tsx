import type { ComponentChildren } from 'preact';
import { inBand } from '../../../units/in-band.js';
import type { PlanView } from '../../protocol.js';
import type { FigureMeaning } from '../../words/meanings.js';
import { type Formats, formatsOf } from '../formats.js';
import { kpiNames, lineName, mainKpi } from '../names.js';
import { Failure } from '../parts/failure.js';
import { Meaning } from '../parts/meaning.js';
import { outcomeName } from '../rule-names.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';
import type { PricingStore } from '../state/pricing-store.js';
import { DecisionCharts } from './decision-charts.js';

/** What the plan comes to, always in view: chances, middle outcomes, targets, what has changed. */
export function Decision({
  store,
  pricing,
  approved = null,
  children,
}: {
  readonly store: PlanStore;
  readonly pricing: PricingStore;
  /** Budgets that were approved last, by line; `null`: none were. */
  readonly approved?: Readonly<Record<string, number>> | null;
  /** What can be done about it: stands below the figures, in view on any screen. */
  readonly children?: ComponentChildren;
}) {
  const text = words();
  const plan = store.plan.value;
  const priced = pricing.priced.value;
  const formats = formatsOf(plan, preferences.value.language);
  const summary = (kpi: string) => priced?.plan.kpis.total[kpi];
  const loss =
    priced === null
      ? null
      : priced.profit.reduce((count, profit) => count + (profit < 0 ? 1 : 0), 0) / priced.profit.length;
  const brought = mainKpi(plan);
  const figure = (meaning: FigureMeaning, label: string, value: string, note: string) => (
    <div class="tile">
      <dt>
        {label} <Meaning of={meaning} name={label} />
      </dt>
      <dd>{value}</dd>
      {note !== '' && <dd class="note">{note}</dd>}
    </div>
  );
  // As the report has them: all of a band to the digits of its larger end.
  const banded = (kpi: string, write: (value: number) => string) => (value: number) => {
    const { p10, p90 } = summary(kpi) ?? {};
    return write(inBand(value, p10 ?? value, p90 ?? value));
  };
  const estimate = banded('profit', formats.estimate);
  const range = (kpi: string, write: (value: number) => string): string => {
    const found = summary(kpi);
    return found?.p10 === null || found?.p10 === undefined
      ? ''
      : // No line is broken between a minus and its amount, or before the dash of a range.
        text.decision
          .range(write(found.p10), write(found.p90 ?? 0))
          .replaceAll('−', '−\u2060')
          .replaceAll(' –', '\u00a0–');
  };
  const middle = (kpi: string, write: (value: number) => string): string => {
    const value = summary(kpi)?.p50;
    return value === null || value === undefined ? '–' : write(value);
  };
  const costOf = brought === 'leads' ? 'cpl' : 'cpa';
  const ofKpi = (meaning: FigureMeaning, kpi: string, write: (value: number) => string) =>
    figure(meaning, text.decision.middle(kpiNames(plan)[kpi] ?? kpi), middle(kpi, write), range(kpi, write));
  const unreached = (summary('unreached') ?? summary('unspent'))?.mean ?? 0;
  return (
    <section class="decision" aria-labelledby="decision-heading">
      <h2 id="decision-heading">{text.decision.heading}</h2>
      <Failure error={pricing.failure.value} />
      <dl class="tiles" aria-live="polite">
        {plan.isValued && figure('loss', text.decision.loss, loss === null ? '–' : formats.chance(loss), '')}
        {plan.isValued && figure('profit', text.decision.profit, middle('profit', estimate), range('profit', estimate))}
        {ofKpi('outcome', brought, banded(brought, formats.count))}
        {plan.isValued &&
          figure('roas', text.decision.revenue, middle('roas', formats.ratio), range('roas', formats.ratio))}
        {!plan.isValued && ofKpi('each', costOf, banded(costOf, formats.estimate))}
        {!plan.isValued && ofKpi('reach', 'reach', banded('reach', formats.count))}
      </dl>
      {children}
      <DecisionCharts store={store} pricing={pricing} formats={formats} />
      {unreached > 0.005 * plan.budget && <p class="warning">{text.decision.unspent(formats.estimate(unreached))}</p>}
      {(priced?.plan.targets.length ?? 0) > 0 && (
        <>
          <h3>
            {text.decision.targets} <Meaning of="targets" name={text.decision.targets} />
          </h3>
          <ul class="targets">
            {priced?.plan.targets.map((target) => (
              <li key={target.target} class={target.holds ? 'met' : 'missed'}>
                {plan.targets.find(({ text: written }) => written === target.target)?.words ?? (
                  <code>{target.target}</code>
                )}{' '}
                <strong>{target.holds ? text.decision.met : text.decision.missed}</strong>
                {target.probability !== null && target.required !== null && (
                  <span class="note">
                    {' '}
                    {text.decision.chance(formats.chance(target.probability), formats.share(target.required))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Rules pricing={pricing} plan={plan} />
      <Changes
        store={store}
        formats={formats}
        before={Object.fromEntries(store.savedPlan.value.lines.map(({ id, budget }) => [id, budget]))}
        heading={text.decision.changed}
        unchanged={text.decision.unchanged}
      />
      {approved !== null && (
        <Changes store={store} formats={formats} before={approved} heading={text.approvals.changed} unchanged={null} />
      )}
      {store.scenario.value !== '' && <Futures pricing={pricing} formats={formats} />}
    </section>
  );
}

/** Of how many futures the figures tell; that pricing begins and ends draws nothing else anew. */
function Futures({ pricing, formats }: { readonly pricing: PricingStore; readonly formats: Formats }) {
  const text = words();
  const priced = pricing.priced.value;
  return (
    <p class="note">
      {priced === null || pricing.busy.value
        ? text.decision.pricing
        : text.decision.futures(formats.exactCount(priced.draws))}
    </p>
  );
}

function Rules({ pricing, plan }: { readonly pricing: PricingStore; readonly plan: PlanView }) {
  const text = words();
  const rules = pricing.priced.value?.plan.rules;
  if (rules === undefined) return null;
  const broken = rules.filter(({ holds }) => !holds);
  if (broken.length === 0) return <p class="met">{text.decision.allRules}</p>;
  return (
    <>
      <h3>{text.decision.rules}</h3>
      <ul class="targets">
        {broken.map((outcome) => (
          <li key={outcome.rule} class="missed">
            {outcomeName(outcome, plan)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({
  store,
  formats,
  before: old,
  heading,
  unchanged,
}: {
  readonly store: PlanStore;
  readonly formats: Formats;
  /** Budgets by line. */
  readonly before: Readonly<Record<string, number>>;
  readonly heading: string;
  /** `null`: nothing is said where nothing has changed. */
  readonly unchanged: string | null;
}) {
  const changes = store.plan.value.lines.flatMap((line) => {
    const now = store.moving.value.get(line.id) ?? line.budget;
    const before = old[line.id] ?? 0;
    return Math.abs(now - before) < 0.005 ? [] : [{ line, before, now }];
  });
  if (changes.length === 0) return unchanged === null ? null : <p class="note">{unchanged}</p>;
  return (
    <>
      <h3>{heading}</h3>
      <ul class="changes">
        {changes.map(({ line, before, now }) => (
          <li key={line.id}>
            {lineName(line)}: {formats.money(before)} → <strong>{formats.money(now)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

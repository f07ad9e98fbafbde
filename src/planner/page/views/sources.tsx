import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ShownFigures } from '../../../forecast/shown-figures.js';
import { required } from '../../../required.js';
import type { EditValue } from '../../edits/edit-text.js';
import type { SourceView } from '../../protocol.js';
import { type Formats, formatsOf } from '../formats.js';
import { kpiNames, PLATFORM_IDS, platformName } from '../names.js';
import { AmountInput } from '../parts/amount-input.js';
import { Fold } from '../parts/fold.js';
import { meaningOf } from '../parts/meaning.js';
import { PlatformChoice } from '../parts/platform-choice.js';
import { QuantityButton } from '../parts/quantity-button.js';
import { totalEdits } from '../state/budget-edits.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

const MONEY = new Set(['fee', 'cost']);
/** Names that mean something else of a post than of a plan. */
const OF_POSTS: Readonly<Record<string, string>> = { fee: 'post_fee', cost: 'post_cost' };
/** What a creator is begun with, in place of figures that only the planner can know. */
const BEGUN = { creator: { followers: '10k to 30k', reach_rate: '10% to 30%' } } as const;

/** Creators and the brand's own posts: how many posts each, what is assumed, what comes of it. */
export function Sources({
  store,
  priced,
}: {
  readonly store: PlanStore;
  readonly priced: ReadonlySignal<ShownFigures | null>;
}) {
  const text = words();
  const plan = store.plan.value;
  const formats = formatsOf(plan, preferences.value.language);
  return (
    <section class="stage" aria-labelledby="sources-heading">
      <h2 id="sources-heading">{text.sources.heading}</h2>
      {plan.sources.map((source) => (
        <SourceRow key={source.id} source={source} store={store} priced={priced} formats={formats} />
      ))}
      <AddSource store={store} />
    </section>
  );
}

function SourceRow({
  source,
  store,
  priced,
  formats,
}: {
  readonly source: SourceView;
  readonly store: PlanStore;
  readonly priced: ReadonlySignal<ShownFigures | null>;
  readonly formats: Formats;
}) {
  const text = words();
  const name = `${source.name} (${platformName(source.platform)})`;
  const kpis = priced.value?.plan.kpis.lines[source.id];
  const conversions = kpis?.conversions;
  // What a creator is paid out of the budget the total follows, as it follows a line that is moved alone.
  const totalWith = (posts: number) => totalEdits(store.plan.value, new Map(), new Map([[source.id, posts]]));
  const setPosts = (typed: number): void => {
    const posts = Math.max(0, typed);
    void store.edit([{ kind: 'set', path: source.postsPath, value: posts }, ...totalWith(posts)]);
  };
  return (
    <article class="line" aria-label={name}>
      <div class="line-head one-row">
        <h3>{name}</h3>
        <span class="note">{source.kind === 'creator' ? text.sources.creator : text.sources.own}</span>
        <span class="grow" />
        <button
          type="button"
          class="quiet"
          aria-label={text.plan.remove(name)}
          onClick={() => void store.edit([{ kind: 'remove', path: source.postsPath.slice(0, 2) }, ...totalWith(0)])}
        >
          ×
        </button>
      </div>
      {source.posts === null ? (
        <div class="row">
          <span>{text.sources.chosen(String(source.mostPosts))}</span>
          <button type="button" onClick={() => setPosts(1)} aria-label={text.sources.fixOf(name)}>
            {text.sources.fix}
          </button>
        </div>
      ) : (
        <div class="row stepper">
          <button
            type="button"
            aria-label={text.sources.fewer(name)}
            disabled={source.posts <= 0}
            onClick={() => setPosts(required(source.posts) - 1)}
          >
            −
          </button>
          <AmountInput value={source.posts} label={text.sources.postsOf(name)} onCommit={setPosts} />
          <button
            type="button"
            aria-label={text.sources.more(name)}
            onClick={() => setPosts(required(source.posts) + 1)}
          >
            +
          </button>
          <span class="note">{source.kind === 'creator' ? text.sources.posts : text.sources.perWeek}</span>
        </div>
      )}
      {source.posts !== null && conversions?.p10 != null && conversions.p90 != null && (
        <p class="note outcome">
          {kpiNames(store.plan.value).conversions}: {formats.count(conversions.p10)} – {formats.count(conversions.p90)}
        </p>
      )}
      <Fold summary={text.plan.figures}>
        {() => (
          <div class="figures">
            {Object.entries(source.quantities).map(([quantity, view]) => (
              <QuantityButton
                key={quantity}
                name={text.sources.quantities[quantity as keyof typeof text.sources.quantities] ?? quantity}
                quantity={view}
                formats={formats}
                money={MONEY.has(quantity)}
                meaning={meaningOf(OF_POSTS[quantity] ?? quantity, text.meanings.figures)}
                onEdit={(edits) => void store.edit(edits)}
              />
            ))}
          </div>
        )}
      </Fold>
    </article>
  );
}

function AddSource({ store }: { readonly store: PlanStore }) {
  const text = words();
  const name = useSignal('');
  const kind = useSignal<SourceView['kind']>('creator');
  const platform = useSignal<string>(PLATFORM_IDS[0]);
  const taken = store.plan.value.sources.some((source) => source.name === name.value.trim());
  const add = (event: Event): void => {
    event.preventDefault();
    const common = { name: name.value.trim(), platform: platform.value, ...BEGUN.creator };
    const value: EditValue = kind.value === 'creator' ? { ...common, posts: 1, fee: 0 } : { ...common, per_week: 1 };
    void store.edit([{ kind: 'append', path: [kind.value === 'creator' ? 'creators' : 'organic'], value }]);
    name.value = '';
  };
  return (
    <details class="add">
      <summary>{text.sources.add}</summary>
      <form class="row" onSubmit={add}>
        <label>
          {text.sources.name}{' '}
          <input
            value={name.value}
            required
            maxLength={60}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
        </label>
        <label>
          {text.sources.kind}{' '}
          <select
            value={kind.value}
            onChange={({ currentTarget }) => {
              kind.value = currentTarget.value === 'organic' ? 'organic' : 'creator';
            }}
          >
            <option value="creator">{text.sources.creator}</option>
            <option value="organic">{text.sources.own}</option>
          </select>
        </label>
        <PlatformChoice platform={platform} />
        <button type="submit" disabled={taken}>
          {text.sources.add}
        </button>
      </form>
    </details>
  );
}

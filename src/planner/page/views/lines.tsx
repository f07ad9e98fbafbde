import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ShownFigures } from '../../../forecast/shown-figures.js';
import { fromMinorUnits, toMinorUnits } from '../../../units/money.js';
import type { LineView, PlanView } from '../../protocol.js';
import { STAGES } from '../../stages.js';
import { type Formats, formatsOf } from '../formats.js';
import { lineName, names, platformName, stageName } from '../names.js';
import { AmountInput } from '../parts/amount-input.js';
import { LineFigures } from '../parts/line-figures.js';
import { LineOutcome } from '../parts/line-outcome.js';
import { Meaning, meaningOf } from '../parts/meaning.js';
import { QuantityButton } from '../parts/quantity-button.js';
import { budgetEdits, postUnits, removalEdits, totalEdits } from '../state/budget-edits.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';
import { shareOut } from '../state/share-out.js';
import { AddLine } from './add-line.js';
import { DuplicateLine, segmentOfCopy } from './duplicate-line.js';
import { Rules } from './rules.js';
import { Sources } from './sources.js';

/** Metrics that are money; the rest of the amounts are people, days or plain numbers. */
const MONEY = new Set(['cpm', 'order_value']);

/** A line's best budget, as a mark on its slider. */
type Marks = ReadonlyMap<string, number>;

/** Lines by stage: a slider and a number each, with what comes of it beside. */
export function Lines({
  store,
  priced,
  marks,
  prices = NO_PRICES,
  editable = true,
}: {
  readonly store: PlanStore;
  readonly priced: ReadonlySignal<ShownFigures | null>;
  readonly marks: Marks;
  /** What each rule costs, in words, by its name. */
  readonly prices?: Readonly<Record<string, string>>;
  /** `false`: budgets alone. */
  readonly editable?: boolean;
}) {
  const text = words();
  const plan = store.plan.value;
  const held = useSignal<ReadonlySet<string>>(new Set());
  const keepTotal = useSignal(!plan.budgetIsMost);
  const formats = formatsOf(plan, preferences.value.language);
  const stages = STAGES.filter((stage) => plan.lines.some((line) => line.stage === stage));
  const move = (id: string, wanted: number): ReadonlyMap<string, number> => {
    const base = new Map(plan.lines.map((line) => [line.id, toMinorUnits(line.budget, plan.currency)]));
    const units = toMinorUnits(Math.max(0, wanted), plan.currency);
    const moved = keepTotal.value ? shareOut(base, id, units, held.value) : new Map(base).set(id, units);
    return new Map([...moved].map(([line, amount]) => [line, fromMinorUnits(amount, plan.currency)]));
  };
  const remove = (id: string): void => void store.edit(removalEdits(plan, id, move(id, 0)));
  const commit = (id: string, wanted: number): void => {
    const after = move(id, wanted);
    store.moving.value = after;
    void store.edit([...budgetEdits(plan, after), ...totalEdits(plan, after)]);
  };
  return (
    <div class="lines">
      <div class="row spaced">
        <span>
          {text.plan.total}: <Total store={store} formats={formats} /> <Meaning of="bands" name={text.plan.outcome} />
        </span>
        <label class="choice">
          <input
            type="checkbox"
            checked={keepTotal.value}
            onChange={({ currentTarget }) => {
              keepTotal.value = currentTarget.checked;
            }}
          />
          {text.plan.keepTotal}
        </label>
      </div>
      {stages.map((stage) => (
        <section key={stage} class="stage" aria-label={stageName(stage)}>
          <h2>{stageName(stage)}</h2>
          {plan.lines
            .filter((line) => line.stage === stage)
            .map((line) => (
              <LineRow
                key={line.id}
                line={line}
                plan={plan}
                formats={formats}
                mark={marks.get(line.id)}
                priced={priced}
                held={held.value.has(line.id)}
                onHold={(hold) => {
                  const next = new Set(held.value);
                  if (hold) next.add(line.id);
                  else next.delete(line.id);
                  held.value = next;
                }}
                onMove={(wanted) => {
                  store.moving.value = move(line.id, wanted);
                }}
                onCommit={(wanted) => commit(line.id, wanted)}
                onRemove={() => remove(line.id)}
                store={store}
                editable={editable}
              />
            ))}
        </section>
      ))}
      {editable && (
        <>
          <AddLine store={store} />
          <Sources store={store} priced={priced} />
          <PricedRules store={store} priced={priced} prices={prices} />
          <Economics store={store} formats={formats} />
        </>
      )}
    </div>
  );
}

/** Of all lines and of creators who are paid out of the budget, in the smallest unit. Read where it is shown: the lines aren't drawn anew while a slider moves. */
function totalOf({ moving, plan }: PlanStore): number {
  const { lines, currency } = plan.value;
  const paid = postUnits(plan.value);
  return lines.reduce((sum, { id, budget }) => sum + toMinorUnits(moving.value.get(id) ?? budget, currency), paid);
}

function Total({ store, formats }: { readonly store: PlanStore; readonly formats: Formats }) {
  const text = words().plan;
  const plan = store.plan.value;
  const paid = postUnits(plan);
  const notes = [
    ...(plan.budgetIsMost ? [text.atMost(formats.money(plan.budget))] : []),
    ...(paid > 0 ? [text.forPosts(formats.money(fromMinorUnits(paid, plan.currency)))] : []),
  ];
  return (
    <>
      <strong>{formats.money(fromMinorUnits(totalOf(store), plan.currency))}</strong>
      {notes.map((note) => (
        <span key={note} class="note">
          {' · '}
          {note}
        </span>
      ))}
    </>
  );
}

/** What an order is worth, and what is assumed of orders: as it is while a slider moves. */
function Economics({ store, formats }: { readonly store: PlanStore; readonly formats: Formats }) {
  const text = words();
  return (
    <section class="stage" aria-label={text.economics.heading}>
      <h2>{text.economics.heading}</h2>
      <div class="figures">
        {Object.entries(store.plan.value.economics).map(([name, quantity]) => (
          <QuantityButton
            key={name}
            name={names().quantities[name] ?? name}
            quantity={quantity}
            formats={formats}
            money={MONEY.has(name)}
            meaning={meaningOf(name, text.meanings.figures)}
            onEdit={(edits) => void store.edit(edits)}
          />
        ))}
      </div>
    </section>
  );
}

/** Rules with what figures say of them: drawn anew when those come, and the lines not. */
function PricedRules({
  store,
  priced,
  prices,
}: {
  readonly store: PlanStore;
  readonly priced: ReadonlySignal<ShownFigures | null>;
  readonly prices: Readonly<Record<string, string>>;
}) {
  return <Rules store={store} outcomes={priced.value?.plan.rules ?? NONE} prices={prices} />;
}

const NONE: [] = [];
const NO_PRICES: Readonly<Record<string, string>> = {};

function LineRow({
  line,
  plan,
  formats,
  mark,
  priced,
  held,
  onHold,
  onMove,
  onCommit,
  onRemove,
  store,
  editable,
}: {
  readonly line: LineView;
  readonly plan: PlanView;
  readonly formats: Formats;
  readonly mark: number | undefined;
  readonly priced: ReadonlySignal<ShownFigures | null>;
  readonly held: boolean;
  readonly onHold: (held: boolean) => void;
  readonly onMove: (wanted: number) => void;
  readonly onCommit: (wanted: number) => void;
  readonly onRemove: () => void;
  readonly store: PlanStore;
  readonly editable: boolean;
}) {
  const text = words();
  const name = lineName(line);
  /** The segment of a copy that is being asked for; `null`: none is. */
  const asked = useSignal<string | null>(null);
  return (
    <article class="line" aria-label={name}>
      <div class="line-head">
        <h3>{names().placement(platformName(line.platform), line.segment)}</h3>
        <LineShare line={line} store={store} formats={formats} />
        <span class="grow" />
        <span class="line-tools">
          <label class="choice small">
            <input
              type="checkbox"
              checked={held}
              aria-label={text.plan.holdOf(name)}
              onChange={({ currentTarget }) => onHold(currentTarget.checked)}
            />
            {text.plan.lock}
          </label>
          {editable && (
            <button
              type="button"
              class="quiet"
              aria-label={text.plan.duplicate(name)}
              aria-expanded={asked.value !== null}
              onClick={() => {
                asked.value = asked.value === null ? segmentOfCopy(line, store) : null;
              }}
            >
              {text.plan.duplicateShort}
            </button>
          )}
          {editable && (
            <button
              type="button"
              class="quiet"
              aria-label={text.plan.remove(name)}
              disabled={plan.lines.length < 2}
              onClick={onRemove}
            >
              ×
            </button>
          )}
        </span>
        {asked.value !== null && <DuplicateLine line={line} store={store} asked={asked} />}
      </div>
      <LineBudget
        line={line}
        plan={plan}
        formats={formats}
        mark={mark}
        held={held}
        onMove={onMove}
        onCommit={onCommit}
        store={store}
      />
      <LineOutcome line={line.id} plan={plan} priced={priced} formats={formats} />
      {editable && <LineFigures line={line} formats={formats} store={store} />}
    </article>
  );
}

const budgetOf = ({ id, budget }: LineView, store: PlanStore): number => store.moving.value.get(id) ?? budget;

/** A line's part of the money. */
function LineShare({
  line,
  store,
  formats,
}: {
  readonly line: LineView;
  readonly store: PlanStore;
  readonly formats: Formats;
}) {
  const total = totalOf(store);
  const share = total > 0 ? toMinorUnits(budgetOf(line, store), store.plan.value.currency) / total : 0;
  return <span class="note">{formats.share(share)}</span>;
}

/** A line's money, to be moved or typed; and the best there is, to be taken. */
function LineBudget({
  line,
  plan,
  formats,
  mark,
  held,
  onMove,
  onCommit,
  store,
}: {
  readonly line: LineView;
  readonly plan: PlanView;
  readonly formats: Formats;
  readonly mark: number | undefined;
  readonly held: boolean;
  readonly onMove: (wanted: number) => void;
  readonly onCommit: (wanted: number) => void;
  readonly store: PlanStore;
}) {
  const text = words();
  const name = lineName(line);
  const budget = budgetOf(line, store);
  const most = Math.max(plan.budget, budget) || 1;
  const listId = `mark-${line.id}`;
  return (
    <>
      <div class="slide">
        <input
          type="range"
          min="0"
          max={most}
          step={niceStep(plan.budget)}
          value={budget}
          disabled={held}
          list={mark === undefined ? undefined : listId}
          aria-label={text.plan.budgetOf(name)}
          aria-valuetext={formats.money(budget)}
          onInput={({ currentTarget }) => onMove(Number(currentTarget.value))}
          onChange={({ currentTarget }) => onCommit(Number(currentTarget.value))}
        />
        {mark !== undefined && (
          <datalist id={listId}>
            <option value={mark} label={text.optimize.to} />
          </datalist>
        )}
        <AmountInput
          value={Number(budget.toFixed(plan.currencyDigits))}
          currency={plan.currency}
          step={niceStep(plan.budget)}
          disabled={held}
          label={text.plan.budgetOf(name)}
          onCommit={onCommit}
        />
      </div>
      {mark !== undefined && mark !== budget && (
        <button type="button" class="quiet take" onClick={() => onCommit(mark)}>
          {text.optimize.takeLine(name)}: {formats.money(mark)}
        </button>
      )}
    </>
  );
}

/** About 1 % of the budget, as people type it: 1, 2 or 5 of a power of ten. */
function niceStep(budget: number): number {
  const wanted = budget / 200;
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1e-6)));
  return ([1, 2, 5, 10].find((factor) => factor * power >= wanted) ?? 10) * power;
}

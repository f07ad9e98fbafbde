import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ProblemView } from '../../protocol.js';
import { formatsOf } from '../formats.js';
import { Failure } from '../parts/failure.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

/** Name, undo, save; and what stands in the way of saving. */
export function SaveBar({
  store,
  saveLabel = words().plan.save,
}: {
  readonly store: PlanStore;
  /** What saving is called where it is a download. */
  readonly saveLabel?: string;
}) {
  const text = words();
  const failure = useSignal<unknown>(null);
  const save = store.save.value;
  const attempt = (work: () => Promise<void>) => (): void => {
    work().then(
      () => {
        failure.value = null;
      },
      (error: unknown) => {
        failure.value = error;
      },
    );
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const inText = event.target instanceof Element && event.target.closest('.yaml') !== null;
      const key = event.key.toLowerCase();
      if (key === 's') attempt(store.saveNow)();
      else if (key === 'z' && !inText) attempt(event.shiftKey ? store.redo : store.undo)();
      else if (key === 'y' && !inText) attempt(store.redo)();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [store]);
  return (
    <div class="save-bar">
      <div class="row spaced">
        <h1>{store.plan.value.name || store.file}</h1>
        <div class="row">
          <button type="button" disabled={!store.canUndo.value} onClick={attempt(store.undo)}>
            {text.plan.undo}
          </button>
          <button type="button" disabled={!store.canRedo.value} onClick={attempt(store.redo)}>
            {text.plan.redo}
          </button>
          <button type="button" class="primary" disabled={save.kind !== 'unsaved'} onClick={attempt(store.saveNow)}>
            {saveLabel}
          </button>
          <span class="note" role="status">
            {save.kind === 'saved' ? text.plan.saved : text.plan.unsaved}
          </span>
        </div>
      </div>
      <Failure error={failure.value ?? store.failure.value} />
      {store.broughtBack.value && (
        <p class="warning" role="status">
          {text.plan.draftFound}{' '}
          <button type="button" class="link" onClick={attempt(store.discard)}>
            {text.plan.discard}
          </button>
        </p>
      )}
      {store.changedElsewhere.value && save.kind !== 'conflict' && (
        <p class="warning" role="status">
          {text.plan.changedElsewhere}{' '}
          <button type="button" class="link" onClick={attempt(store.takeTheirs)}>
            {text.plan.reload}
          </button>
        </p>
      )}
      {save.kind === 'conflict' && (
        <div class="failure" role="alert">
          <p>{text.plan.conflict}</p>
          <div class="row">
            <button type="button" class="primary" onClick={attempt(store.takeTheirs)}>
              {text.plan.takeTheirs}
            </button>
            <button type="button" onClick={attempt(store.keepMine)}>
              {text.plan.keepMine}
            </button>
          </div>
          <div class="both">
            <details>
              <summary>{text.plan.theirs}</summary>
              <pre>{save.theirs}</pre>
            </details>
            <details>
              <summary>{text.plan.mine}</summary>
              <pre>{store.text.value}</pre>
            </details>
          </div>
        </div>
      )}
      {store.problems.value.length > 0 && (
        <div class="failure" role="alert">
          <p>{store.scenario.value === '' ? text.plan.unread : text.plan.mistakes}</p>
          <ul>
            {store.problems.value.map((problem) => (
              <li key={`${problem.line}:${problem.column}:${problem.message}`}>
                {problem.line > 0 && `${text.plan.at(problem.line, problem.column)}: `}
                {problem.message} {problem.budget !== undefined && <BudgetRight right={problem.budget} store={store} />}
              </li>
            ))}
          </ul>
          {store.scenario.value === '' && (
            <a href={`#/plan/${encodeURIComponent(store.file)}/yaml`}>{text.plan.toText}</a>
          )}
        </div>
      )}
    </div>
  );
}

/** Puts a plan's budget right, which its lines and creators don't sum to. */
function BudgetRight({
  right: { amount, currency, edits },
  store,
}: {
  readonly right: NonNullable<ProblemView['budget']>;
  readonly store: PlanStore;
}) {
  const formats = formatsOf({ currency }, preferences.value.language);
  return (
    <button type="button" onClick={() => void store.edit(edits)}>
      {words().plan.makeBudget(formats.money(amount))}
    </button>
  );
}

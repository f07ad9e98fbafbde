import type { VerdictView } from '../../protocol.js';
import { afterMoves, budgetEdits, postEdits } from '../state/budget-edits.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';

/** What a careful person would say of the plan: a sentence, why, and the moves, which one button makes. */
export function Verdict({
  verdict,
  store,
  stale,
}: {
  /** `null`: nothing is said. */
  readonly verdict: VerdictView | null;
  readonly store: PlanStore;
  /** Whether the plan has changed since. */
  readonly stale: boolean;
}) {
  const text = words();
  if (verdict === null) return null;
  const moves = verdict.kind === 'move' ? verdict.moves : [];
  const apply = (): void => {
    const plan = store.plan.value;
    const posts = new Map(verdict.posts.map(({ id, to }) => [id, to]));
    void store.edit([...budgetEdits(plan, afterMoves(plan, moves)), ...postEdits(plan, posts)]);
  };
  return (
    <div class={`verdict ${verdict.kind}`} role="status">
      <p class="verdict-sentence" dir="auto">
        {verdict.sentence}
      </p>
      {verdict.test.map((sentence) => (
        <p key={sentence} class="note" dir="auto">
          {sentence}
        </p>
      ))}
      {moves.length > 0 && (
        <>
          <ul class="changes" dir="auto">
            {moves.map((move) => (
              <li key={`${move.from} ${move.to}`}>{move.words}</li>
            ))}
            {verdict.posts.map(({ id, words: sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
          <button type="button" class="primary" disabled={stale} onClick={apply}>
            {text.verdict.apply}
          </button>
        </>
      )}
      <details>
        <summary>{text.verdict.why}</summary>
        <ul class="changes" dir="auto">
          {verdict.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

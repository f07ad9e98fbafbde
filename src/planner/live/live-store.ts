import { computed, signal } from '@preact/signals';
import { type Edit, editText } from '../edits/edit-text.js';
import type { PlanStore, SaveState } from '../page/state/plan-store.js';
import type { PlanView } from '../protocol.js';
import type { LivePayload } from './payload.js';

interface Step {
  readonly text: string;
  readonly plan: PlanView;
}

/** A plan in a file of its own: budgets change, step by step and back; saving is a download. */
export function liveStore({ file, text, plan, scenario }: LivePayload, download: (text: string) => void): PlanStore {
  const history = signal<readonly Step[]>([{ text, plan }]);
  const at = signal(0);
  const saved = signal(text);
  const now = computed(() => history.value[at.value] ?? { text, plan });
  const moving = signal<ReadonlyMap<string, number>>(new Map());
  const goTo = async (position: number): Promise<void> => {
    moving.value = new Map();
    at.value = Math.min(Math.max(0, position), history.value.length - 1);
  };
  const add = (step: Step): void => {
    history.value = [...history.value.slice(0, at.value + 1), step];
    moving.value = new Map();
    at.value = history.value.length - 1;
  };
  const save = async (): Promise<void> => {
    download(now.value.text);
    saved.value = now.value.text;
  };
  return {
    file,
    text: computed(() => now.value.text),
    plan: computed(() => now.value.plan),
    scenario: signal(scenario),
    problems: signal([]),
    savedPlan: signal(plan),
    save: computed<SaveState>(() => (now.value.text === saved.value ? { kind: 'saved' } : { kind: 'unsaved' })),
    moving,
    canUndo: computed(() => at.value > 0),
    canRedo: computed(() => at.value < history.value.length - 1),
    failure: signal(null),
    broughtBack: signal(false),
    changedElsewhere: signal(false),
    edit: async (edits) => {
      const outcome = editText(now.value.text, edits);
      if (outcome.ok) add({ text: outcome.text, plan: planAfter(now.value.plan, edits) });
    },
    write: async () => {},
    undo: () => goTo(at.value - 1),
    redo: () => goTo(at.value + 1),
    saveNow: save,
    keepMine: save,
    takeTheirs: async () => {},
    discard: () => goTo(0),
    close: () => {},
  };
}

/** Budgets are all that can be edited without the reader. */
function planAfter(plan: PlanView, edits: readonly Edit[]): PlanView {
  const budgets = new Map<string, number>();
  const phases = new Map<string, number>();
  let total = plan.budget;
  for (const edit of edits) {
    if (edit.kind !== 'set' || typeof edit.value !== 'number') continue;
    const [list, id, key] = edit.path;
    if (list === 'lines' && key === 'budget') budgets.set(String(id), edit.value);
    else if (list === 'phases' && key === 'budget') phases.set(String(id), edit.value);
    else if (list === 'budget' && (id === undefined || id === 'max')) total = edit.value;
  }
  return {
    ...plan,
    budget: total,
    bands: plan.bands.map((band) => ({ ...band, money: (band.path && phases.get(band.name)) ?? band.money })),
    lines: plan.lines.map((line) => ({ ...line, budget: budgets.get(line.id) ?? line.budget })),
  };
}

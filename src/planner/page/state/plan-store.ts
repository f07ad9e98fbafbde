import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { elementAt } from '../../../required.js';
import type { Edit } from '../../edits/edit-text.js';
import type { DraftAnswer, OpenedPlan, PlanView, ProblemView, SaveAnswer } from '../../protocol.js';
import { takeAhead } from '../ahead.js';
import { answerOf, ask, ServerProblem, send } from '../api.js';
import { planPath } from '../paths.js';
import { forgetDraft, storeDraft, storedDraft } from './draft-keeper.js';
import { preferences } from './preferences.js';

/** What the save button has to say. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'conflict'; readonly theirs: string | null; readonly version: string | null };

/** One plan that is open: its draft, every step back, and what it reads as. The file on disk changes by `save` only. */
export interface PlanStore {
  readonly file: string;
  /** The draft's text. */
  readonly text: ReadonlySignal<string>;
  /** Of the last draft that had no mistakes. */
  readonly plan: ReadonlySignal<PlanView>;
  /** The same as the engine takes it; empty where no draft has read well yet. */
  readonly scenario: ReadonlySignal<string>;
  readonly problems: ReadonlySignal<readonly ProblemView[]>;
  readonly savedPlan: ReadonlySignal<PlanView>;
  readonly save: ReadonlySignal<SaveState>;
  /** Budgets while a slider moves, by line; empty at rest. */
  readonly moving: Signal<ReadonlyMap<string, number>>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Why the last change could not be read; `null` once one was. What had no answer is asked about again. */
  readonly failure: ReadonlySignal<unknown>;
  readonly broughtBack: Signal<boolean>;
  readonly changedElsewhere: Signal<boolean>;
  edit(edits: readonly Edit[]): Promise<void>;
  /** Another text as a whole, as the editor of the file has it. */
  write(text: string): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  saveNow(): Promise<void>;
  keepMine(): Promise<void>;
  takeTheirs(): Promise<void>;
  discard(): Promise<void>;
  close(): void;
}

/** Opens a plan of the folder; a draft that was never saved is brought back. */
export async function openPlan(file: string): Promise<PlanStore> {
  const ahead = takeAhead(file);
  const [opened, draft] = await Promise.all([
    ahead === null ? ask<OpenedPlan>(planPath(file)) : answerOf<OpenedPlan>(ahead),
    storedDraft(file),
  ]);
  const first = draft !== null && draft.text !== opened.text ? draft : null;
  const reading = first === null ? opened.reading : (await readText(file, first.text, [])).reading;

  const history = signal<readonly string[]>([...(first === null ? [] : [opened.text]), first?.text ?? opened.text]);
  const at = signal(history.value.length - 1);
  const text = computed(() => history.value[at.value] ?? '');
  // A draft goes on from the file that it began from: where that was written meanwhile, its save is a conflict.
  const saved = signal({ text: opened.text, version: first?.version ?? opened.version });
  const known = opened.reading.ok ? opened.reading.plan : null;
  const plan = signal<PlanView | null>(reading.ok ? reading.plan : known);
  const scenario = signal(reading.ok ? reading.scenario : opened.reading.ok ? opened.reading.scenario : '');
  const savedPlan = signal<PlanView | null>(known ?? plan.value);
  const problems = signal<readonly ProblemView[]>(reading.ok ? [] : reading.problems);
  const conflict = signal<Extract<SaveState, { kind: 'conflict' }> | null>(null);
  const moving = signal<ReadonlyMap<string, number>>(new Map());
  const failure = signal<unknown>(null);
  /** Edits that the server gave no answer about: they go before the next ones. */
  const waiting = signal<readonly Edit[]>([]);
  /** A text of the editor's likewise. */
  let unread: string | null = null;
  let saving = 0;
  const changedElsewhere = signal(first !== null && first.version !== opened.version);
  const broughtBack = signal(first !== null);

  // Edits come one after another, each on the text that the one before it left.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };

  const show = (answer: DraftAnswer): void => {
    if (answer.reading.ok) {
      plan.value = answer.reading.plan;
      scenario.value = answer.reading.scenario;
    }
    problems.value = answer.reading.ok ? [] : answer.reading.problems;
    moving.value = new Map();
    if (answer.text === saved.value.text) forgetDraft(file);
    else storeDraft(file, { text: answer.text, version: saved.value.version });
  };
  const step = (answer: DraftAnswer): void =>
    batch(() => {
      if (answer.text !== text.value) {
        history.value = [...history.value.slice(0, at.value + 1), answer.text].slice(-MOST_STEPS);
        at.value = history.value.length - 1;
      }
      waiting.value = [];
      failure.value = null;
      show(answer);
    });
  const edit = (edits: readonly Edit[]): Promise<void> =>
    inTurn(async () => {
      const all = [...waiting.value, ...edits];
      if (all.length === 0) return;
      try {
        step(await readText(file, text.value, all));
      } catch (error) {
        // What had no answer stands on the page until it has one; what was refused is undone, and reported.
        batch(() => {
          const unanswered = error instanceof TypeError;
          waiting.value = unanswered ? all : [];
          if (!unanswered) moving.value = new Map();
          failure.value = error;
        });
      }
    });
  // From where the history is in its turn: of two quick undos each goes one step.
  const goBy = (steps: number): Promise<void> =>
    inTurn(async () => {
      if (steps < 0 && waiting.value.length > 0) {
        batch(() => {
          waiting.value = [];
          moving.value = new Map();
        });
        return;
      }
      const position = at.value + steps;
      if (position < 0 || position >= history.value.length) return;
      const answer = await readText(file, elementAt(history.value, position), []);
      batch(() => {
        at.value = position;
        show(answer);
      });
    });
  const write = (wanted: string): Promise<void> =>
    inTurn(async () => {
      unread = null;
      try {
        step(await readText(file, wanted, []));
      } catch (error) {
        if (error instanceof TypeError) unread = wanted;
        failure.value = error;
      }
    });
  // On the version that is the last one in its turn: a second save isn't in conflict with the first.
  const saveOn = (versionOf: () => string | null): Promise<void> =>
    inTurn(async () => {
      if (waiting.value.length > 0) step(await readText(file, text.value, waiting.value));
      const version = versionOf();
      const wanted = text.value;
      saving++;
      const answer = await send<SaveAnswer>('PUT', planPath(file), { text: wanted, version }).finally(() => {
        saving--;
      });
      batch(() => {
        if (answer.ok) {
          saved.value = { text: wanted, version: answer.version };
          savedPlan.value = plan.value;
          conflict.value = null;
          changedElsewhere.value = false;
          broughtBack.value = false;
          forgetDraft(file);
        } else {
          conflict.value = { kind: 'conflict', theirs: answer.text, version: answer.version };
        }
      });
    });

  const watching = setInterval(() => {
    if (document.hidden || saving > 0) return;
    const known = saved.value;
    ask<{ version: string }>(planPath(file, '/version')).then(
      ({ version }) => {
        // An answer that a save has overtaken tells of the file before it, or of the save itself.
        if (saving === 0 && saved.value === known) changedElsewhere.value = version !== known.version;
        if (unread !== null) void write(unread);
        else if (waiting.value.length > 0) void edit([]);
      },
      () => {},
    );
  }, 4000);

  // What the server says of the plan is said anew in another language.
  let spoken = preferences.peek().language;
  const stopListening = preferences.subscribe(({ language }) => {
    if (language === spoken) return;
    spoken = language;
    void inTurn(async () => show(await readText(file, text.value, []))).catch(() => {});
  });

  if (plan.value === null) {
    // A file that never read well has its text to be mended and no figures yet.
    plan.value = EMPTY;
    savedPlan.value = EMPTY;
  }
  return {
    file,
    text,
    plan: plan as ReadonlySignal<PlanView>,
    scenario,
    problems,
    savedPlan: savedPlan as ReadonlySignal<PlanView>,
    save: computed<SaveState>(
      () =>
        conflict.value ??
        (text.value === saved.value.text && waiting.value.length === 0 ? { kind: 'saved' } : { kind: 'unsaved' }),
    ),
    moving,
    canUndo: computed(() => at.value > 0 || waiting.value.length > 0),
    canRedo: computed(() => at.value < history.value.length - 1),
    failure,
    broughtBack,
    changedElsewhere,
    edit,
    write,
    undo: () => goBy(-1),
    redo: () => goBy(1),
    saveNow: () => saveOn(() => saved.value.version),
    keepMine: () => saveOn(() => conflict.value?.version ?? null),
    takeTheirs: async () => {
      const theirs = conflict.value ?? null;
      const now =
        theirs?.theirs === undefined || theirs.theirs === null
          ? await ask<OpenedPlan>(planPath(file))
          : { text: theirs.theirs, version: theirs.version ?? '' };
      saved.value = { text: now.text, version: now.version };
      conflict.value = null;
      changedElsewhere.value = false;
      await write(now.text);
      savedPlan.value = plan.value;
    },
    discard: async () => {
      const now = await ask<OpenedPlan>(planPath(file));
      saved.value = { text: now.text, version: now.version };
      changedElsewhere.value = false;
      await write(now.text);
      savedPlan.value = plan.value;
      broughtBack.value = false;
    },
    close: () => {
      clearInterval(watching);
      stopListening();
    },
  };
}

const MOST_STEPS = 300;

const EMPTY: PlanView = {
  name: '',
  currency: 'USD',
  currencyDigits: 2,
  language: 'en',
  isEvenSplit: false,
  outcome: null,
  isValued: true,
  explains: 'profit',
  start: null,
  periods: 0,
  unit: 'week',
  starts: [],
  budget: 0,
  budgetIsMost: false,
  lines: [],
  economics: {},
  sources: [],
  rules: [],
  notes: [],
  bands: [],
  targets: [],
  draws: 0,
  sha256: '',
};

async function readText(file: string, text: string, edits: readonly Edit[]): Promise<DraftAnswer> {
  const answer = await send<DraftAnswer>('POST', '/api/draft', { file, text, edits });
  // All of them or none: half of what somebody does is something else.
  if (answer.refused.length > 0) throw new ServerProblem(409, 'no-place', 'nothing of it stands in this file');
  return answer;
}

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { StoredCampaign } from '../../../track/index.js';
import type { ActualsFile, ActualsView } from '../../protocol.js';
import { ask, send, upload } from '../api.js';
import { planPath } from '../paths.js';

/** Exports that one plan can be held against, those chosen, and which campaign is for which line. */
export interface ActualsStore {
  readonly files: ReadonlySignal<readonly ActualsFile[]>;
  readonly chosen: ReadonlySignal<readonly string[]>;
  readonly match: ReadonlySignal<readonly StoredCampaign[]>;
  /** What went wrong last. */
  readonly failure: ReadonlySignal<unknown>;
  /** Whether files are on their way to the server. */
  readonly busy: ReadonlySignal<boolean>;
  load(): Promise<void>;
  choose(name: string, chosen: boolean): void;
  /** Sends exports to the server, which keeps them beside the plan; they are chosen from then on. */
  drop(files: readonly File[]): Promise<void>;
  remove(name: string): Promise<void>;
  /** Puts a campaign into a line, or into none; stored at once. */
  put(campaign: StoredCampaign): Promise<void>;
}

/** Choices that differ from what goes without saying: dropped exports are used, others of the folder aren't. */
type Choices = Readonly<Record<string, boolean>>;

const keyOf = (file: string): string => `huni.actuals.${file}`;

function storedChoices(file: string): Choices {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(file)) ?? '{}');
    return typeof read === 'object' && read !== null ? (read as Choices) : {};
  } catch {
    return {};
  }
}

export function actualsStore(plan: string): ActualsStore {
  const view = signal<ActualsView>({ files: [], match: [] });
  const choices = signal<Choices>(storedChoices(plan));
  const failure = signal<unknown>(null);
  const busy = signal(false);
  const path = planPath(plan, '/actuals');
  let turns = 0;
  let last: Promise<void> = Promise.resolve();
  const named = (name: string): string => `${path}/${encodeURIComponent(name.split('/').at(-1) ?? name)}`;

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    failure.value = null;
    busy.value = true;
    try {
      await work();
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  };
  const choose = (name: string, chosen: boolean): void => {
    choices.value = { ...choices.value, [name]: chosen };
    try {
      localStorage.setItem(keyOf(plan), JSON.stringify(choices.value));
    } catch {
      // A browser that keeps nothing asks anew.
    }
  };
  return {
    files: computed(() => view.value.files),
    chosen: computed(() =>
      view.value.files.filter(({ name, dropped }) => choices.value[name] ?? dropped).map(({ name }) => name),
    ),
    match: computed(() => view.value.match),
    failure,
    busy,
    load: () =>
      attempt(async () => {
        view.value = await ask<ActualsView>(path);
      }),
    choose,
    drop: (files) =>
      attempt(async () => {
        for (const file of files) {
          // Names that a folder can't have are those of no export that came out of one.
          const name = file.name.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-');
          view.value = await upload<ActualsView>(named(name), file);
          const kept = view.value.files.find((one) => one.dropped && one.name.endsWith(`/${name}`));
          if (kept !== undefined) choose(kept.name, true);
        }
      }),
    remove: (name) =>
      attempt(async () => {
        view.value = await send<ActualsView>('DELETE', named(name));
      }),
    // What was chosen stands at once: a redraw before the answer would put the old line back. Answers come one after another,
    // and only the last one's are shown.
    put: (campaign) => {
      const isIt = (one: StoredCampaign): boolean =>
        one.platform === campaign.platform && one.campaign === campaign.campaign;
      const match = view.value.match.map((one) => (isIt(one) ? { ...one, line: campaign.line } : one));
      view.value = { ...view.value, match };
      const turn = ++turns;
      last = last.then(() =>
        attempt(async () => {
          try {
            const body = { campaigns: [campaign] };
            const stored = await send<readonly StoredCampaign[]>('PUT', planPath(plan, '/match'), body);
            if (turn === turns) view.value = { ...view.value, match: stored };
          } catch (error) {
            view.value = await ask<ActualsView>(path);
            throw error;
          }
        }),
      );
      return last;
    },
  };
}

import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Stage } from '../../../scenario/types.js';
import type {
  CampaignStage,
  ExportAnswers,
  ExportPlanAnswer,
  ExportPlanWishes,
  ExportsReading,
  UploadView,
} from '../../exports-protocol.js';
import { send, upload } from '../api.js';
import { type RemoteJob, remoteJob } from './job-store.js';
import { preferences } from './preferences.js';

/** Exports on their way to a plan: files, what they leave open, stages of campaigns, the plan. */
export interface ExportDoor {
  readonly files: ReadonlySignal<readonly UploadView[]>;
  /** Names of files that are being sent. */
  readonly sending: ReadonlySignal<readonly string[]>;
  readonly failure: ReadonlySignal<unknown>;
  readonly answers: Signal<ExportAnswers>;
  /** Stages that were corrected, by `keyOf`. */
  readonly stages: Signal<ReadonlyMap<string, Stage | null>>;
  readonly reading: RemoteJob<ExportsReading>;
  /** What was read: stays while the same is read for another language, with what is being typed beside it. */
  readonly read: ReadonlySignal<ExportsReading | null>;
  readonly making: RemoteJob<ExportPlanAnswer>;
  add(files: readonly File[]): Promise<void>;
  remove(id: string): Promise<void>;
  readAgain(): void;
  make(wishes: Omit<ExportPlanWishes, 'stages'>, campaigns: readonly CampaignStage[]): void;
  close(): void;
}

const NO_ANSWERS: ExportAnswers = { platforms: {}, columns: {} };
/** Survives a reload, in this tab. */
const STORE = 'huni.exports';

export function keyOf({ platform, campaign }: Pick<CampaignStage, 'platform' | 'campaign'>): string {
  return JSON.stringify([platform, campaign]);
}

interface Stored {
  readonly files: readonly UploadView[];
  readonly answers: ExportAnswers;
  readonly stages: readonly (readonly [string, Stage | null])[];
}

function stored(): Stored {
  const none: Stored = { files: [], answers: NO_ANSWERS, stages: [] };
  try {
    return { ...none, ...(JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as Partial<Stored>) };
  } catch {
    return none;
  }
}

/** Files that are read as soon as they are there, and again with every answer. */
export function openExportDoor(): ExportDoor {
  const before = stored();
  const files = signal(before.files);
  const sending = signal<readonly string[]>([]);
  const failure = signal<unknown>(null);
  const answers = signal(before.answers);
  const stages = signal<ReadonlyMap<string, Stage | null>>(new Map(before.stages));
  const reading = remoteJob<ExportsReading>('read exports');
  const making = remoteJob<ExportPlanAnswer>('plan from exports');
  const stopKeeping = effect(() => {
    const now: Stored = { files: files.value, answers: answers.value, stages: [...stages.value] };
    try {
      sessionStorage.setItem(STORE, JSON.stringify(now));
    } catch {
      // Without a store they are chosen again after a reload.
    }
  });
  const read = signal<ExportsReading | null>(null);
  const stopReading = reading.state.subscribe((state) => {
    if (state.kind === 'done') read.value = state.answer;
  });
  const begin = (): void => {
    reading.stop();
    if (files.value.length === 0) return;
    const body = {
      files: files.value.map(({ id }) => id),
      answers: answers.value,
      language: preferences.peek().language,
    };
    void reading.begin('/api/exports/read', body);
  };
  const readAgain = (): void => {
    read.value = null;
    begin();
  };
  if (before.files.length > 0) readAgain();
  // What was said of the files is said anew in another language.
  let spoken = preferences.peek().language;
  const stopListening = preferences.subscribe(({ language }) => {
    if (language === spoken) return;
    spoken = language;
    begin();
  });
  return {
    files,
    sending: computed(() => sending.value),
    failure,
    answers,
    stages,
    reading,
    read,
    making,
    async add(wanted) {
      failure.value = null;
      for (const file of wanted) {
        sending.value = [...sending.value, file.name];
        try {
          const one = await upload<UploadView>(`/api/uploads?name=${encodeURIComponent(file.name)}`, file, 'POST');
          files.value = [...files.value, one];
        } catch (error) {
          failure.value = error;
        } finally {
          sending.value = sending.value.filter((name) => name !== file.name);
        }
      }
      readAgain();
    },
    async remove(id) {
      files.value = files.value.filter((one) => one.id !== id);
      failure.value = null;
      await send('DELETE', `/api/uploads/${id}`).catch(() => {});
      readAgain();
    },
    readAgain,
    make(wishes, campaigns) {
      const body = {
        files: files.value.map(({ id }) => id),
        answers: answers.value,
        language: preferences.peek().language,
        wishes: {
          ...wishes,
          stages: campaigns.map(({ platform, campaign, stage }) => {
            const corrected = stages.value.get(keyOf({ platform, campaign }));
            return { platform, campaign, stage: corrected === undefined ? stage : corrected };
          }),
        },
      };
      void making.begin('/api/exports/plan', body);
    },
    close() {
      stopKeeping();
      stopListening();
      stopReading();
      reading.stop();
      making.stop();
    },
  };
}

/** What was dropped is a plan now. */
export function forgetExports(): void {
  try {
    sessionStorage.removeItem(STORE);
  } catch {
    // As above.
  }
}

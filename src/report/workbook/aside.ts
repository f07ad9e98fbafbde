import { createThreadPool, type ThreadPool } from '../../engine/threads/pool.js';
import { builtFile } from '../../engine/threads/worker-entry.js';
import type { Forecast } from '../../forecast/details.js';
import { required } from '../../required.js';

/** Makes workbooks on a thread of its own, which starts with the first one, while charts are drawn on the caller's. */
interface WorkbooksAside {
  /** `budget.xlsx` of a forecast: the bytes of `renderWorkbook`. */
  make(forecast: Forecast, signal?: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}

export function workbooksAside(): WorkbooksAside {
  let opening: Promise<ThreadPool> | undefined;
  return {
    async make(forecast, signal) {
      opening ??= createThreadPool(builtFile('report/workbook-thread.js'), 1);
      const pool = await opening;
      let made: Uint8Array | undefined;
      const onAnswer = (_: number, bytes: Uint8Array): void => {
        made = bytes;
      };
      await pool.run(forecast, 1, { signal, onAnswer });
      return required(made);
    },
    async close() {
      await (await opening)?.close();
    },
  };
}

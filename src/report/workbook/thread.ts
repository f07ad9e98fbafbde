import { serveTasks } from '../../engine/threads/serve.js';
import type { Forecast } from '../../forecast/details.js';
import { reportContext } from '../context.js';
import { renderWorkbook } from './index.js';

/** A thread that makes workbooks: each job is a forecast, its only task the file. */
serveTasks({
  open: async (setup) => () => renderWorkbook(reportContext(setup as Forecast)),
  forget: () => {},
});

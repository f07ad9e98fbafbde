import type { ToWebWorker } from '../../../engine/web/messages.js';
import { answerTasks } from './task-workers.js';
import { provideKernels } from './web-kernel.js';

const answer = answerTasks(provideKernels());
addEventListener('message', ({ data }: MessageEvent<ToWebWorker>) => answer(data));

import { useNativeWhereBuilt } from '../engine/threads/native.js';
import { serveWholeJobs } from '../engine/whole/serve.js';
import { JOBS } from './jobs.js';

useNativeWhereBuilt();
serveWholeJobs(JOBS);

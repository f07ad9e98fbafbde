import { serveWholeJobs } from '../engine/whole/serve.js';
import { JOBS } from './jobs.js';

serveWholeJobs(JOBS);

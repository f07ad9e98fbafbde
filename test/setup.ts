import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a failure is the change's and not the day's. Others are drawn
 * with HUNI_TEST_SEED set to another number.
 */
fc.configureGlobal({ seed: Number(process.env.HUNI_TEST_SEED ?? 2026) });

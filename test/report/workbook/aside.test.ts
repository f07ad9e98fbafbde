import { expect, it } from 'vitest';
import { runAdvised } from '../../../src/advice/index.js';
import { reportContext } from '../../../src/report/context.js';
import { workbooksAside } from '../../../src/report/workbook/aside.js';
import { renderWorkbook } from '../../../src/report/workbook/index.js';
import { scenarioOf } from '../../forecast/support.js';

it('made on a thread of its own is the same file, one after another; who gives up hears of it', async () => {
  const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 1000
draws: 64
economics: { order_value: 30, margin: 60% }
targets: [orders >= 10 with 50%]
lines:
  - { platform: instagram, stage: conversion, budget: 600, audience: 300k, cpm: 3 to 6, ctr: 1%, cvr: 2% }
  - { platform: facebook, stage: conversion, budget: 400, audience: 300k, cpm: 3, ctr: 1% to 2%, cvr: 2% }
`);
  const forecast = await runAdvised(scenario, { workers: 0 });
  const workbooks = workbooksAside();
  try {
    const here = await renderWorkbook(reportContext(forecast));
    expect(Buffer.compare(await workbooks.make(forecast), here)).toBe(0);
    expect(Buffer.compare(await workbooks.make(forecast), here)).toBe(0);
    const reason = new Error('enough');
    await expect(workbooks.make(forecast, AbortSignal.abort(reason))).rejects.toBe(reason);
  } finally {
    await workbooks.close();
  }
});

it('needs no thread to be closed', async () => {
  await expect(workbooksAside().close()).resolves.toBeUndefined();
});

import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createFunctionWriter } from '../../src/model/gradients.js';
import { makePlanImage, type PlanImage } from '../../src/model/plan-tape/image.js';
import { variablesOf } from '../../src/model/variables.js';
import { differentiate, kpi, lay } from './support.js';

const PLAN = `
currency: AZN
start: 2027-03-01
horizon: 4 weeks
budget: 7000
economics: { order_value: 20 to 40, margin: 60%, repeat_rate: 10% to 30% }
lines:
  - { platform: instagram, stage: awareness, budget: 4000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 3000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
`;

/** What another thread would get. */
function sent(image: PlanImage): PlanImage {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(image);
  const received = receiveMessageOnPort(port2) as { readonly message: PlanImage };
  port1.close();
  return received.message;
}

it('evaluates an image that came from elsewhere to the same bytes, without recording the plan again', async () => {
  const laid = await lay(PLAN);
  const functions = [kpi('profit'), kpi('reach')];
  const wishes = { gradients: true, functions };
  const here = differentiate(laid, laid.plan, functions);
  // Recording would stumble over these: nothing of the program is recorded where an image is given.
  const unrecordable = new Proxy(laid.program, {
    get(of, name) {
      if (name === 'platforms') throw new Error('recorded again');
      return Reflect.get(of, name) as unknown;
    },
  });
  expect(() => makePlanImage(unrecordable, wishes)).toThrow('recorded again');
  const image = sent(makePlanImage(laid.program, wishes));
  const writer = createFunctionWriter(laid.program, functions, { gradients: true, image });
  laid.load(writer.data);
  const values = functions.map(() => new Float64Array(laid.lanes));
  const gradients = functions.map(() => new Float64Array(variablesOf(laid.program).count * laid.lanes));
  writer.write(laid.plan, values, gradients, laid.lanes, 0, laid.lanes);
  expect({ values, gradients }).toEqual(here);
  expect(() => createFunctionWriter(unrecordable, functions, { gradients: true, image })).not.toThrow();
});

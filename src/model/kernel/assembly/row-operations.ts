// Arithmetic of whole rows, as `src/model/row-operations.ts` has it.
import { Program, RowOperation } from './records';
import { add, both, div, entry, load, mul, smaller, store, sub, VECTOR } from './vector';

const LANES_BYTES: usize = 128 * 8;

export function operate(program: Program): void {
  for (let index = 0; index < program.operationCount; index++) {
    const operation = changetype<RowOperation>(program.operations + <usize>index * offsetof<RowOperation>());
    const to = operation.to;
    const a = operation.a;
    const b = operation.b;
    const number = entry(operation.number, 0);
    switch (operation.kind) {
      case 0:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) store(to + d, number);
        break;
      case 1:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) store(to + d, mul(load(a + d), number));
        break;
      case 2:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) store(to + d, add(load(a + d), load(b + d)));
        break;
      case 3:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) store(to + d, mul(load(a + d), load(b + d)));
        break;
      case 4:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) store(to + d, smaller(load(a + d), number));
        break;
      case 5:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) store(to + d, div(load(a + d), sub(both(1), load(b + d))));
        break;
      default:
        for (let d: usize = 0; d < LANES_BYTES; d += VECTOR) store(to + d, mul(load(a + d), sub(load(b + d), both(1))));
    }
  }
}

// Section 5: creative tiers.
import { CHUNK_BYTES, Program, ROW, WEAR } from './tables';
import { add, entry, load, mul, store, VECTOR } from './vector';

/** q_t and the proven pool a_t of all periods. */
export function creativeQuality(program: Program, at: usize): void {
  const y = program.creative;
  const months = program.months;
  for (let d = at; d < at + CHUNK_BYTES; d += VECTOR) {
    const m_experiment = load(program.m_experiment + d);
    const m_moonshot = load(program.m_moonshot + d);
    const found = add(
      mul(entry(y, 1), load(program.g_experiment + d)),
      mul(entry(y, 2), load(program.g_moonshot + d)),
    );
    let a = load(program.m_proven + d);
    store(program.pool + d, a);
    for (let t = 0, row: usize = d; t < program.periods; t++, row += ROW) {
      const q = add(add(mul(entry(y, 0), a), mul(entry(y, 1), m_experiment)), mul(entry(y, 2), m_moonshot));
      store(program.quality + row, q);
      a = add(mul(a, load(program.decay + WEAR + d)), mul(found, entry(months, 0)));
      store(program.pool + row + ROW, a);
    }
  }
}

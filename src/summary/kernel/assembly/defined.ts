// Draws without a value.

/**
 * Moves the defined values of a series together, in their order.
 *
 * @param ends one past each cluster's last draw, words; moved along, to `packedEnds`
 * @param count of clusters; 0 where each draw is one
 * @returns how many values are left
 */
export function leaveOutUndefined(values: usize, n: i32, ends: usize, count: i32, packedEnds: usize): i32 {
  const stop = values + (<usize>n << 3);
  let cluster = 0;
  let end = count > 0 ? values + (<usize>i32.load(ends) << 3) : stop;
  let to = values;
  for (let at = values; at < stop; at += 8) {
    const value = f64.load(at);
    if (value == value) {
      f64.store(to, value);
      to += 8;
    }
    if (at + 8 == end && cluster < count) {
      i32.store(packedEnds + (<usize>cluster << 2), <i32>((to - values) >> 3));
      cluster++;
      if (cluster < count) end = values + (<usize>i32.load(ends + (<usize>cluster << 2)) << 3);
    }
  }
  return <i32>((to - values) >> 3);
}

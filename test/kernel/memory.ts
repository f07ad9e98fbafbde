/** A memory with so many numbers of rows, then others, and room to hand out behind them. */
export function simdMemory(rows: number, numbers: number) {
  const memory = new WebAssembly.Memory({ initial: 8 });
  let next = 8 * (rows + numbers);
  return {
    memory,
    allocate: (bytes: number) => {
      const address = Math.ceil(next / 16) * 16;
      next = address + bytes;
      return address;
    },
    rows: 0,
    numbers: 8 * rows,
  };
}

import { type Code, type Local, V128 } from './code.js';

/** A function's constants, each in a local that is set before its loop: an immediate would be made anew each time. */
export class Constants {
  private readonly locals = new Map<string | number, { readonly local: Local; readonly set: () => void }>();

  constructor(private readonly code: Code) {}

  /** Puts a number on the stack, in both lanes. */
  get(code: Code, value: number): void {
    code.get(this.local(Object.is(value, -0) ? '-0' : value, () => this.code.both(value)));
  }

  /** Puts 64 bits on the stack, in both lanes. */
  bits(code: Code, low: number, high: number): void {
    code.get(this.local(`bits ${low} ${high}`, () => this.code.bits(low, high)));
  }

  /** Writes what sets them all; the code that uses them is written already, elsewhere. */
  write(): void {
    for (const { set } of this.locals.values()) set();
  }

  private local(key: string | number, put: () => void): Local {
    const known = this.locals.get(key);
    if (known !== undefined) return known.local;
    const local = this.code.local(V128);
    this.locals.set(key, {
      local,
      set: () => {
        put();
        this.code.set(local);
      },
    });
    return local;
  }
}

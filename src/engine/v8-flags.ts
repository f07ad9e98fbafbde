import { setFlagsFromString } from 'node:v8';

/** Does something while V8 flags are set, then sets the usual ones: for what V8 looks up once, when it makes a module. */
export function withV8Flags<T>(flags: readonly string[], usual: readonly string[], work: () => T): T {
  for (const flag of flags) setFlagsFromString(flag);
  try {
    return work();
  } finally {
    for (const flag of usual) setFlagsFromString(flag);
  }
}

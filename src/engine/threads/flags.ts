/** A flag of processes whose program is a string or standard input: a thread, whose program is a file, can't have it. */
const OF_STRINGS = '--input-type';

/**
 * Flags to start a thread with: the process's own (`undefined`), or none where one of them is such that no thread starts. What our
 * threads run is compiled, and needs none.
 *
 * @param flags those of the process
 */
export function threadFlags(flags: readonly string[] = process.execArgv): string[] | undefined {
  return flags.some((flag) => flag.startsWith(OF_STRINGS)) ? [] : undefined;
}

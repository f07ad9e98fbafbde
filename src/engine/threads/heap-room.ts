import { setFlagsFromString } from 'node:v8';

const FLAG = '--initial-old-space-size';
const FIRST_LIMIT_MEGABYTES = 512;

let held = 0;

/**
 * Gives threads that start from now on a heap that may grow a good deal before it is first collected, until the
 * function that comes back is called.
 *
 * Up to Node 22 a thread that ends is struck off the platform's list before its compiler has stopped. Where the compiler
 * then takes memory, and the heap is near the size at which a collection begins, V8 asks the platform for that thread's
 * tasks and the process aborts ("NodePlatform::ForIsolate ... Assertion failed: (data.first) != nullptr"). Our threads
 * hold some tens of megabytes, so that with a first limit of hundreds they are never near it.
 */
export function holdHeapRoom(): () => void {
  if (held++ === 0) setFlagsFromString(`${FLAG}=${FIRST_LIMIT_MEGABYTES}`);
  let holding = true;
  return () => {
    if (!holding) return;
    holding = false;
    if (--held === 0) setFlagsFromString(`${FLAG}=0`);
  };
}

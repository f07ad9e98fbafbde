import { buildIfChanged } from '../scripts/build-if-changed.mjs';

/** Threads and kernels can't run from TypeScript: before any test they are built from what is in the tree. */
export default function setup(): void {
  buildIfChanged();
}

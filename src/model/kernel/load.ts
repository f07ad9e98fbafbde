import { readFileSync } from 'node:fs';
import { type KernelPart, kernelFile } from './kernel-file.js';

/** Which code does the arithmetic: two draws at a time in WebAssembly, or the plain passes of this folder's parent. */
export type KernelKind = 'simd' | 'reference';

/** A module of one function that splats a number over a vector and takes it out again: valid where SIMD is to be had. */
const SIMD_PROBE = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0],
  ...[10, 11, 1, 9, 0, 0x41, 7, 0xfd, 0x11, 0xfd, 0x1b, 0, 0x0b],
);

const known = new Map<KernelPart, WebAssembly.Module | null>();

/**
 * A compiled kernel, by default the model's, read once a thread; `null` where this machine's WebAssembly has no SIMD, where HUNI_KERNEL is
 * `reference`, or where nothing was built.
 */
export function kernelModule(part: KernelPart = 'model'): WebAssembly.Module | null {
  if (process.env.HUNI_KERNEL === 'reference') return null;
  const module = known.get(part) ?? compile(part);
  known.set(part, module);
  return module;
}

/** What `kernelModule` comes to, for those who only want to say so. */
export function kernelKind(): KernelKind {
  return kernelModule() === null ? 'reference' : 'simd';
}

function compile(part: KernelPart): WebAssembly.Module | null {
  const file = kernelFile(part);
  if (file === null || !WebAssembly.validate(SIMD_PROBE)) return null;
  return new WebAssembly.Module(readFileSync(file));
}

import type { Program } from '../model/program.js';
import { encode } from './codec.js';
import type { HeldProgram, ProgramId } from './types.js';

/** The programs that an engine's callers hold, encoded, for whoever does a task of theirs and doesn't have them yet. */
interface HeldPrograms {
  /** @param onRelease called when the last one who holds it lets it go */
  hold(program: Program, onRelease?: (id: ProgramId) => void): Promise<HeldProgram>;
  bytesOf(id: ProgramId): Uint8Array | undefined;
  programOf(id: ProgramId): Program | undefined;
}

export function createHeldPrograms(): HeldPrograms {
  const held = new Map<ProgramId, { readonly program: Program; readonly bytes: Uint8Array; holders: number }>();
  return {
    async hold(program, onRelease = () => {}) {
      const bytes = encode(program);
      const id = await contentId(bytes);
      const entry = held.get(id) ?? { program, bytes, holders: 0 };
      entry.holders++;
      held.set(id, entry);
      let holding = true;
      return {
        id,
        release() {
          if (!holding) return;
          holding = false;
          if (--entry.holders > 0) return;
          held.delete(id);
          onRelease(id);
        },
      };
    },
    bytesOf: (id) => held.get(id)?.bytes,
    programOf: (id) => held.get(id)?.program,
  };
}

/** SHA-256 in hexadecimal, by what browsers have too. */
export async function contentId(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

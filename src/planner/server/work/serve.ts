import type { Engine } from '../../../engine/types.js';
import type { FromWorkThread, ToWorkThread } from './messages.js';
import { doWork, type WorkHelp } from './tasks.js';

/**
 * The thread's side: does what it is sent, several things in turn where each waits for the engine.
 *
 * @param openEngine called once at most
 * @returns what is done with each message
 */
export function serveWork(
  openEngine: () => Promise<Engine>,
  say: (message: FromWorkThread) => void,
): (message: ToWorkThread) => void {
  let engine: Promise<Engine> | null = null;
  let asked = 0;
  const going = new Map<number, AbortController>();
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();

  const helpFor = (number: number): WorkHelp => {
    const help = (name: keyof WorkHelp, given: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const id = asked++;
        waiting.set(id, { resolve, reject });
        say({ kind: 'help', number, asked: id, help: { name, given } } as FromWorkThread);
      });
    return {
      approved: (...given) => help('approved', given) as ReturnType<WorkHelp['approved']>,
      save: (...given) => help('save', given) as ReturnType<WorkHelp['save']>,
    };
  };
  const work = async ({ number, task }: Extract<ToWorkThread, { kind: 'do' }>): Promise<void> => {
    const controller = new AbortController();
    going.set(number, controller);
    try {
      engine ??= openEngine();
      const answer = await doWork(task, {
        engine: await engine,
        help: helpFor(number),
        signal: controller.signal,
        tell: (doing) => say({ kind: 'progress', number, doing }),
      });
      say({ kind: 'done', number, answer });
    } catch (error) {
      say({ kind: 'failed', number, failure: error instanceof Error ? error.message : String(error) });
    } finally {
      going.delete(number);
    }
  };
  const close = async (): Promise<void> => {
    for (const controller of going.values()) controller.abort(new Error('stopped'));
    await engine?.then((one) => one.close()).catch(() => {});
    say({ kind: 'closed' });
  };

  return (message) => {
    switch (message.kind) {
      case 'do':
        void work(message);
        return;
      case 'stop':
        going.get(message.number)?.abort(new Error('stopped'));
        return;
      case 'helped':
        waiting.get(message.asked)?.resolve(message.answer);
        waiting.delete(message.asked);
        return;
      case 'unhelped':
        waiting.get(message.asked)?.reject(new Error(message.failure));
        waiting.delete(message.asked);
        return;
      case 'close':
        void close();
    }
  };
}

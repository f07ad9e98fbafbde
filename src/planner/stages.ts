import { STAGES, type Stage } from '../scenario/types.js';

export { STAGES };

export function isStage(text: string): text is Stage {
  return (STAGES as readonly string[]).includes(text);
}

import type { YAMLMap } from 'yaml';
import { idOf } from '../../scenario/patch.js';

/** What an item of a list goes by: a line by platform, stage and segment, everything else by its name. */
export function sourceIdOf(item: YAMLMap, list: string): string {
  if (list === 'lines') return idOf(item);
  const name = item.get('name');
  return name === undefined || name === null ? '' : String(name);
}

import type { CheckItem } from '../check/items.js';
import { targetFigure, targetName } from '../findings/headlines.js';
import { checkText } from '../text/check/index.js';
import type { TrackContext } from './sentences.js';

/** What a plan that is under way is held to: its targets, and the pace of its lines. */
export function trackItems({ track, words, name, context }: TrackContext): readonly CheckItem[] {
  const check = checkText(context.forecast.scenario.language);
  const { formats } = context;
  const targets = track.result.targets.map(({ target, required, now, holds }): CheckItem => {
    const { probability, value } = now;
    const detail =
      probability === null || required === null
        ? check.mean(value === null ? '—' : targetFigure(context, target, value))
        : check.chance(formats.chance(probability), formats.share(required));
    return { kind: 'target', key: target, name: targetName(context, target), holds, detail };
  });
  const paces = track.result.lines.flatMap(({ id, off, offPace }): CheckItem[] =>
    off === null
      ? []
      : [
          {
            kind: 'pace',
            key: id,
            name: words.pace(name(id)),
            holds: !offPace,
            detail: words.paceFound(formats.exactShare(off), formats.exactShare(track.result.tolerance)),
          },
        ],
  );
  return [...targets, ...paces];
}

import type { KnownPlatform } from '../../types.js';
import type { Figure, PlatformFigure } from '../figure.js';
import { facebook } from './facebook.js';
import { google } from './google.js';
import { instagram } from './instagram.js';
import { linkedin } from './linkedin.js';
import { meta } from './meta.js';
import { pinterest } from './pinterest.js';
import { reddit } from './reddit.js';
import { snapchat } from './snapchat.js';
import { tiktok } from './tiktok.js';
import { x } from './x.js';
import { youtube } from './youtube.js';

const own = (figures: readonly Figure[]): PlatformFigure[] => figures.map((figure) => ({ figure, shared: false }));
const shared = (figures: readonly Figure[]): PlatformFigure[] => figures.map((figure) => ({ figure, shared: true }));

/** Every published figure held, by the platform that it is evidence for; Meta's count for both of its platforms, and theirs for Meta as a whole. */
export const PUBLISHED: Readonly<Record<KnownPlatform, readonly PlatformFigure[]>> = {
  facebook: [...own(facebook), ...shared(meta)],
  instagram: [...own(instagram), ...shared(meta)],
  tiktok: own(tiktok),
  youtube: own(youtube),
  linkedin: own(linkedin),
  x: own(x),
  snapchat: own(snapchat),
  pinterest: own(pinterest),
  reddit: own(reddit),
  google: own(google),
  meta: [...own(meta), ...shared(facebook), ...shared(instagram)],
};

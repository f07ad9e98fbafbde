import { required } from '../required.js';
import { isKnownPlatform, PLATFORMS, type Platform } from './types.js';

/** What people call platforms, in small letters without spaces, "ads" and signs. */
const ALSO_KNOWN_AS: Readonly<Record<string, Platform>> = {
  fb: 'facebook',
  ig: 'instagram',
  insta: 'instagram',
  yt: 'youtube',
  twitter: 'x',
  xtwitter: 'x',
  twitterx: 'x',
  snap: 'snapchat',
  adwords: 'google',
};

/**
 * A platform's one name in a scenario: `Instagram`, `IG` and `Instagram Ads` are `instagram`, `FB` is `facebook`, `Google Ads`
 * is `google`. A name that is none of these stays as it is written.
 */
export function canonicalPlatform(written: string): Platform {
  const name = written.trim();
  if (isKnownPlatform(name)) return name;
  const bare = name
    .toLowerCase()
    .replace(/\s+ads$/, '')
    .replace(/[\s()_-]/g, '');
  const known = PLATFORMS.find((platform) => platform === bare);
  return known ?? (Object.hasOwn(ALSO_KNOWN_AS, bare) ? required(ALSO_KNOWN_AS[bare]) : name);
}

/** A line's or source's id with its platform under its one name. */
export function canonicalId(written: string): string {
  const slash = written.indexOf('/');
  return slash < 0 ? written : `${canonicalPlatform(written.slice(0, slash))}${written.slice(slash)}`;
}

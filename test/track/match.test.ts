import { describe, expect, it } from 'vitest';
import { matchText, parseMatch, storedCampaigns, withCampaigns, withNewCampaigns } from '../../src/track/index.js';
import type { MatchReason } from '../../src/track/match/types.js';
import { translationsOf } from '../../src/words/catalogues/index.js';

const KEPT = `# Leyla decides
campaigns:
  - { platform: facebook, campaign: Reach, line: facebook/awareness }  # its name names the line
  # the one that nobody knows
  - { platform: reddit, campaign: "Try: it", line: none }  # no line is on this platform
`;
const LINES = ['facebook/awareness', 'tiktok/awareness'];

describe('a match that is changed', () => {
  it('moves the campaign that is named, and leaves the rest of the file as it was', () => {
    const text = withCampaigns(KEPT, [{ platform: 'reddit', campaign: 'Try: it', line: 'tiktok/awareness' }], LINES);
    expect(text).toBe(
      KEPT.replace('line: none }  # no line is on this platform', 'line: tiktok/awareness } # as given').replace(
        '}  # its',
        '} # its',
      ),
    );
    expect(parseMatch(text, 'plan.match.yaml', LINES).get('["reddit","Try: it"]')).toBe('tiktok/awareness');
  });

  it('puts a campaign into no line, and adds those that the file hasn’t', () => {
    const text = withCampaigns(
      KEPT,
      [
        { platform: 'facebook', campaign: 'Reach', line: null },
        { platform: 'tiktok', campaign: 'New #1', line: 'tiktok/awareness' },
      ],
      LINES,
    );
    expect(storedCampaigns(text)).toEqual([
      { platform: 'facebook', campaign: 'Reach', line: null },
      { platform: 'reddit', campaign: 'Try: it', line: null },
      { platform: 'tiktok', campaign: 'New #1', line: 'tiktok/awareness' },
    ]);
  });

  it('begins a file where there is none, and lines that the plan hasn’t any more are shown', () => {
    const text = withCampaigns(null, [{ platform: 'tiktok', campaign: 'A', line: 'tiktok/gone' }], LINES);
    expect(storedCampaigns(text)).toEqual([{ platform: 'tiktok', campaign: 'A', line: 'tiktok/gone' }]);
    expect(() => parseMatch(text, 'plan.match.yaml', LINES)).toThrow('which the plan hasn’t'.replace('’', "'"));
    expect(storedCampaigns('nothing: here\n')).toEqual([]);
  });

  it('with a campaign twice, for different lines, is refused: which of them counts is nobody’s guess', () => {
    const entry = (line: string) => `  - { platform: tiktok, campaign: A, line: ${line} }\n`;
    const read = (...lines: readonly string[]) =>
      parseMatch(`campaigns:\n${lines.map(entry).join('')}`, 'plan.match.yaml', LINES);
    expect(() => read('none', 'tiktok/awareness')).toThrow(
      'plan.match.yaml:3: found campaign "A" again, for tiktok/awareness; it is for none above',
    );
    expect(read('tiktok/awareness', 'tiktok/awareness').size).toBe(1);
  });
});

const REASONS: readonly MatchReason[] = [
  { kind: 'given' },
  { kind: 'named' },
  { kind: 'stage', source: 'objective', word: 'OUTCOME_SALES' },
  { kind: 'stage', source: 'name', word: 'reach' },
  { kind: 'only line' },
  { kind: 'no such platform' },
  { kind: 'no such stage', word: 'loyalty' },
  { kind: 'several lines' },
  { kind: 'nothing tells' },
];

describe.each(['az', 'tr', 'ar'] as const)('a match that is written in %s', (language) => {
  it('has no comment in English, and is read as the English one is', async () => {
    const translations = await translationsOf(language);
    const campaigns = REASONS.map((because, k) => ({ platform: 'tiktok', campaign: `${k}`, line: null, because }));
    const [first, ...others] = campaigns;
    const written = (words?: typeof translations) => withNewCampaigns(matchText([first!], LINES, words), others, words);
    const comments = (text: string) => text.split('\n').flatMap((line) => line.split('# ').slice(1));
    const [told, english] = [written(translations), written()];
    expect(comments(told)).toHaveLength(REASONS.length + 2);
    for (const [k, comment] of comments(told).entries()) expect(comment).not.toBe(comments(english)[k]);
    expect(parseMatch(told, 'plan.match.yaml', LINES)).toEqual(parseMatch(english, 'plan.match.yaml', LINES));
    const moved = withCampaigns(told, [{ platform: 'tiktok', campaign: '1', line: LINES[0]! }], LINES, translations);
    expect(moved).toContain(`line: ${LINES[0]} } # ${translations['as given']}`);
  });
});

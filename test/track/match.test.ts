import { describe, expect, it } from 'vitest';
import { parseMatch, storedCampaigns, withCampaigns } from '../../src/track/index.js';

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
});

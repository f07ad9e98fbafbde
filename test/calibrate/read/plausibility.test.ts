import { describe, expect, it } from 'vitest';
import { plausibility } from '../../../src/calibrate/read/encoding.js';

const bytes = Buffer.from('Отчёт по кампаниям, Показы, Клики', 'utf8');

describe('how much a text reads as in its own encoding', () => {
  it('is the share of letters beyond ASCII that stand among letters of their script', () => {
    expect(plausibility('Campaign name')).toBe(1);
    expect(plausibility('Kampanya adı, Gösterim')).toBe(1);
    expect(plausibility(bytes.toString('utf8'))).toBe(1);
    expect(plausibility('広告キャンペーン名')).toBe(1);
    expect(plausibility('حملة الربيع')).toBe(1);
    // Five Cyrillic letters and five signs that no text has in a row.
    expect(plausibility('Показ ±§¶©®')).toBe(0.5);
  });

  it('falls where a text was read in another encoding', () => {
    const misread = new TextDecoder('windows-1252').decode(bytes);
    expect(plausibility(misread)).toBeGreaterThanOrEqual(0);
    expect(plausibility(misread)).toBeLessThan(0.5);
  });
});

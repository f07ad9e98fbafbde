import { describe, expect, it } from 'vitest';
import { ARABIC_FONT_STACK } from '../../src/report/fonts.js';
import { renderPng } from '../../src/report/render.js';

const picture = (words: string): Promise<Uint8Array> =>
  renderPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="190" y="25" text-anchor="end" font-family="${ARABIC_FONT_STACK}" font-size="16">${words}</text></svg>`,
  );

/** What no font has a shape for is a box. */
const BOX = '\u{E0FF}';

describe('letters of pictures', () => {
  it.each([...'əƏğşıİçöü₼₺₹₽₦₪€$²‰'])('%s is drawn among Arabic, not as a box', async (letter) => {
    expect(await picture(`خطة ${letter}`)).not.toEqual(await picture(`خطة ${BOX}`));
  });

  it('draws what has no shape as the same box, so that the above can fail', async () => {
    expect(await picture(`خطة ${BOX}`)).toEqual(await picture('خطة \u{E0FE}'));
  });
});

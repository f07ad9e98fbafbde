import { describe, expect, it } from 'vitest';
import { stringify } from '../../../src/calibrate/read/csv-text.js';

describe('a line of CSV', () => {
  it('is quoted where it has to be', () => {
    expect(stringify(['a', 'b c', 'd,e', 'f"g', 'h\ni', ''])).toBe('a,b c,"d,e","f""g","h\ni",\n');
  });

  it('runs no formula in a spreadsheet, and leaves amounts below nothing as they are', () => {
    expect(stringify(['=1+1', '+1', '@x', '\tx', '-x', '--1'])).toBe("'=1+1,'+1,'@x,'\tx,'-x,'--1\n");
    expect(stringify(['-5', '-0.5', '-.5', '-,5', '5-6'])).toBe('-5,-0.5,-.5,"-,5",5-6\n');
  });
});

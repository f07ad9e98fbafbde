/** The engine's version, part of every result; held equal to package.json's by a test. */
export const VERSION = '0.1.0';

/** seedrandom's Alea by itself: the published types know the whole package only. */
declare module 'seedrandom/lib/alea.js' {
  export default function alea(seed: string): (() => number) & { int32(): number; quick(): number };
}

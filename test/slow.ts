/** What the test runner is to know of tags. Files of `test/thorough` are tagged as a whole, on their first line. */
export const TAGS = [
  { name: 'slow', description: 'takes long, or says with more what a quick test says', timeout: 600_000 },
];

/**
 * Options of a test that takes long, or that says with more cases, more workers or whole commands what a quick one says:
 * `npm test` leaves it out, `npm run test:thorough` runs it.
 */
export const SLOW = { tags: ['slow'] };

/** {@link SLOW} but for the cases that are tried on every change. */
export function slowUnless(quick: boolean): { readonly tags?: string[] } {
  return quick ? {} : SLOW;
}

/** Cases of one test in two parts, with the options of each: the first `count`, tried on every change, and the others, which are slow. */
export function quickFirst<T>(
  cases: readonly T[],
  count: number,
): readonly (readonly [cases: readonly T[], options: { readonly tags?: string[] }])[] {
  return [
    [cases.slice(0, count), {}],
    [cases.slice(count), SLOW],
  ];
}

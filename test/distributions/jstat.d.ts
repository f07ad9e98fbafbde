/** The part of jstat that serves as an independent opinion; it ships no types. */
declare module 'jstat' {
  const library: {
    readonly jStat: {
      /** P(a, x), the regularised lower incomplete gamma function. */
      lowRegGamma(a: number, x: number): number;
      readonly beta: { inv(p: number, alpha: number, beta: number): number };
      readonly gamma: { inv(p: number, shape: number, scale: number): number };
    };
  };
  export default library;
}

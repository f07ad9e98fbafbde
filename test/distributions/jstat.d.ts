/** The part of jstat that serves as an independent opinion; it ships no types. */
declare module 'jstat' {
  const library: {
    readonly jStat: {
      readonly beta: { inv(p: number, alpha: number, beta: number): number };
      readonly gamma: { inv(p: number, shape: number, scale: number): number };
    };
  };
  export default library;
}

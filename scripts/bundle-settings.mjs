// How huni's modules become files that Node runs, whichever they are.
export const bundleSettings = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Native code, WebAssembly beside its loader, and fonts found by their package: these stay where npm put them. Vega is
  // taken in: as some 40 packages of many modules it takes longer to be found and read than to draw a chart.
  external: ['@resvg/resvg-js', '@photostructure/sqlite', 'highs', '@expo-google-fonts/*', 'bullmq', 'ioredis'],
  // CommonJS dependencies inside the bundle call `require`.
  banner: {
    js: "import { createRequire as __huniRequire } from 'node:module'; const require = __huniRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

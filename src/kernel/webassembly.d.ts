/** What is used of WebAssembly: Node's own types leave it to the browser's library. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports?: Readonly<Record<string, Readonly<Record<string, unknown>>>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  class Memory {
    constructor(descriptor: { readonly initial: number; readonly maximum?: number; readonly shared?: boolean });
    readonly buffer: ArrayBuffer;
    /** @returns the number of pages before */
    grow(pages: number): number;
  }
  class Table {
    constructor(descriptor: { readonly element: 'anyfunc'; readonly initial: number });
    set(index: number, value: () => void): void;
  }
  function validate(bytes: Uint8Array): boolean;
}

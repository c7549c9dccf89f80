/** What the stream library under jsforce uses of Node's `process`. */
export const process = {
  env: {},
  nextTick: (work: (...given: unknown[]) => void, ...given: unknown[]) =>
    queueMicrotask(() => work(...given)),
}

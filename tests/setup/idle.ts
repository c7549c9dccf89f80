/** happy-dom has no idle callbacks: here there is nothing better to do as soon as a task has ended. */
globalThis.requestIdleCallback ??= (callback) =>
  Number(setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 0 })))
globalThis.cancelIdleCallback ??= (id) => clearTimeout(id)

import { EventEmitter } from './events.ts'

type Describe = (...asked: readonly unknown[]) => unknown

/**
 * In the place of jsforce's store of what objects look like: nothing of ours asks it. Our own asks with
 * `If-Modified-Since` and outlasts the worker.
 */
export default class Cache {
  readonly #entry = new EventEmitter()

  get(): EventEmitter {
    return this.#entry
  }

  clear(): void {}

  createCachedFunction(describe: Describe, connection: unknown): Describe {
    return describe.bind(connection)
  }
}

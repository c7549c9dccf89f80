type Listener = (...given: readonly unknown[]) => unknown

/** As much of Node's emitter as jsforce's connection, requests and cache use. An error that nobody hears is thrown. */
export class EventEmitter {
  readonly #listeners = new Map<string, readonly Listener[]>()

  on(name: string, listener: Listener): this {
    this.#listeners.set(name, [...this.#of(name), listener])
    return this
  }

  once(name: string, listener: Listener): this {
    const once: Listener = (...given) => {
      this.removeListener(name, once)
      return listener.apply(this, [...given])
    }
    return this.on(name, once)
  }

  removeListener(name: string, listener: Listener): this {
    const others = this.#of(name).filter((one) => one !== listener)
    this.#listeners.set(name, others)
    return this
  }

  removeAllListeners(name: string): this {
    this.#listeners.delete(name)
    return this
  }

  emit(name: string, ...given: readonly unknown[]): boolean {
    const listeners = this.#of(name)
    if (name === 'error' && listeners.length === 0) throw given[0]
    for (const listener of listeners) listener.apply(this, [...given])
    return listeners.length > 0
  }

  #of(name: string): readonly Listener[] {
    return this.#listeners.get(name) ?? []
  }
}

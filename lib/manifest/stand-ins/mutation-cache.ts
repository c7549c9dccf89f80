/** TanStack's store of mutations where there are none: writes go through the worker's outbox. */
export class MutationCache {
  findAll(): readonly never[] {
    return []
  }

  resumePausedMutations(): Promise<void> {
    return Promise.resolve()
  }

  clear(): void {
    // Nothing is ever in it.
  }

  build(): never {
    throw new Error('Mutations are not built in: the worker’s outbox writes.')
  }
}

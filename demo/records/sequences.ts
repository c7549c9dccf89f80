/** Numbers that go up by one each time, under names. */
export interface Sequences {
  /** The next number; a rollback gives it back. */
  readonly next: (name: string) => number
  /** Moves a sequence on to a number that seeded records use. */
  readonly reach: (name: string, number: number) => void
}

/** Sequences that begin at one; `remember` takes the steps that undo what was done. */
export function createSequences(remember: (undo: () => void) => void): Sequences {
  const numbers = new Map<string, number>()
  return {
    next: (name) => {
      const before = numbers.get(name) ?? 0
      remember(() => void numbers.set(name, before))
      numbers.set(name, before + 1)
      return before + 1
    },
    reach: (name, number) => void numbers.set(name, Math.max(numbers.get(name) ?? 0, number)),
  }
}

import type { Behaviour } from './behaviour.ts'

/** Several behaviours as one: each prepares what the one before it made. */
export function compose(...parts: readonly Behaviour[]): Behaviour {
  return {
    existing: (writer, values) => {
      for (const part of parts) {
        const found = part.existing?.(writer, values)
        if (found) return found
      }
      return undefined
    },
    prepare: (change) =>
      parts.reduce((after, part) => part.prepare?.({ ...change, after }) ?? after, change.after),
    check: (change) => parts.forEach((part) => part.check?.(change)),
    settle: (change) => parts.forEach((part) => part.settle?.(change)),
    remove: (writer, row) => parts.forEach((part) => part.remove?.(writer, row)),
  }
}

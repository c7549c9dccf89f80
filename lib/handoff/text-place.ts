/** A place in a text as people count: lines and columns from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The place of an offset that counts from 0. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** The offset, counted from 0, of a place. */
export function offsetOf(text: string, { line, column }: Place): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
}

/** One figure with what it was made from, so that a manager can see the handoffs behind it. */
export interface Figure {
  /** Null when there is nothing to count. */
  readonly value: number | null
  /** How many handoffs it rests on. */
  readonly count: number
  /** The handoffs that pull it down, worst first where there is an order. */
  readonly behind: readonly string[]
}

/** The part of a list for which something holds, 0 to 1; `behind` names those for which it does not. */
export function share<One extends { readonly id: string }>(
  list: readonly One[],
  holds: (one: One) => boolean,
): Figure {
  const behind = list.filter((one) => !holds(one)).map(({ id }) => id)
  const value = list.length === 0 ? null : (list.length - behind.length) / list.length
  return { value, count: list.length, behind }
}

/** The middle value; null for an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The average; null for an empty list. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The median of what is known of each in a list; `behind` names all measured, the greatest first. */
export function medianOf<One extends { readonly id: string }>(
  list: readonly One[],
  measure: (one: One) => number | null,
): Figure {
  const measured = list.flatMap((one) => {
    const value = measure(one)
    return value === null ? [] : [{ id: one.id, value }]
  })
  const worstFirst = measured.toSorted((one, other) => other.value - one.value)
  return {
    value: median(measured.map(({ value }) => value)),
    count: measured.length,
    behind: worstFirst.map(({ id }) => id),
  }
}

/** The average of what is known of each in a list; `behind` names all measured, the smallest first. */
export function meanOf<One extends { readonly id: string }>(
  list: readonly One[],
  measure: (one: One) => number | null,
): Figure {
  const { value: _, count, behind } = medianOf(list, measure)
  const values = list.map(measure).filter((value) => value !== null)
  return { value: mean(values), count, behind: behind.toReversed() }
}

/**
 * Remembers, for each key, the last result and what it was made from; makes it again only when that differs, and
 * gives the last one back when the new one says the same.
 */
export function memo<Result>() {
  const last = new Map<string, { readonly from: readonly unknown[]; readonly result: Result }>()
  return (key: string, from: readonly unknown[], make: () => Result): Result => {
    const known = last.get(key)
    if (known && isSame(known.from, from)) return known.result
    const result = steady(known?.result, make())
    last.set(key, { from, result })
    return result
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]))
}

/** Gives what belongs together one name, that is another as soon as any of it is: to be compared in its place. */
export function naming() {
  const names = memo<symbol>()
  return (parts: readonly unknown[]): symbol => names('', parts, () => Symbol('setting'))
}

/** What stood before where the next says the same: whoever compares by identity then sees that nothing has changed. */
export function steady<Value>(before: Value | undefined, next: Value): Value {
  return before !== undefined && saysTheSame(before, next) ? before : next
}

/** Of plain data; anything else is the same only as itself. */
function saysTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => saysTheSame(value, other[at]))
  }
  if (!isPlain(one) || !isPlain(other)) return false
  const entries = Object.entries(one)
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([key, value]) => key in other && saysTheSame(value, other[key]))
  )
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && prototypes.has(Object.getPrototypeOf(value))
}

const prototypes: ReadonlySet<unknown> = new Set([Object.prototype, null])

/** Remembers, for each key, the last result and what it was made from; makes it again only when that differs. */
export function memo<Result>() {
  const last = new Map<string, { readonly from: readonly unknown[]; readonly result: Result }>()
  return (key: string, from: readonly unknown[], make: () => Result): Result => {
    const known = last.get(key)
    if (known && isSame(known.from, from)) return known.result
    const result = make()
    last.set(key, { from, result })
    return result
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]))
}

/** A stretch of a text: from its first character up to but not including the one at `to`. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** Where a text differs from what it was: outside of the stretch both have the same characters. */
export function changedPart(before: string, after: string): Stretch {
  const shorter = Math.min(before.length, after.length)
  const from = longest(shorter, (n) => before.slice(0, n) === after.slice(0, n))
  const kept = longest(shorter - from, (n) => before.slice(before.length - n) === endOf(after, n))
  return { from, to: after.length - kept }
}

const endOf = (text: string, length: number): string => text.slice(text.length - length)

/** The largest number up to `most` for which it holds; it holds for all below that. */
function longest(most: number, holds: (length: number) => boolean): number {
  let [least, beyond] = [0, most + 1]
  while (beyond - least > 1) {
    const middle = Math.floor((least + beyond) / 2)
    if (holds(middle)) least = middle
    else beyond = middle
  }
  return least
}

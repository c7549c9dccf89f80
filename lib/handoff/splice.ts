import { changedPart } from './changed-part.ts'
import type { Splice } from './splice-schema.ts'

const isFirstHalf = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text.charAt(at))
const isSecondHalf = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** The splice that makes `after` of `before`. It parts no character in two: half of one may not survive a journey. */
export function spliceBetween(before: string, after: string): Splice {
  const changed = changedPart(before, after)
  const kept = after.length - changed.to
  const from = isFirstHalf(before, changed.from - 1) ? changed.from - 1 : changed.from
  const end = isSecondHalf(after, changed.to) ? kept - 1 : kept
  return { from, to: before.length - end, put: after.slice(from, after.length - end) }
}

/** The text with a splice made; null when the text has no such place. */
export function spliced(text: string, { from, to, put }: Splice): string | null {
  const isWithin = from <= to && to <= text.length
  return isWithin ? text.slice(0, from) + put + text.slice(to) : null
}

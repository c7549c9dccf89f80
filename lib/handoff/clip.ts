/** How a text is shortened. */
export interface ClipOptions {
  /** The greatest length of the result, the ending included. */
  readonly limit: number
  /** Put behind a text that was shortened. */
  readonly ending: string
  /** What a text takes up; by default UTF-16 units. Never less for a longer text. */
  readonly lengthOf?: (text: string) => number
}

const unitsOf = (text: string) => text.length

/** How many leading characters fit, found by halving because lengths only grow. */
function fittingPrefix(text: string, room: number, lengthOf: (text: string) => number): number {
  let fits = 0
  let tooMany = text.length + 1
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (lengthOf(text.slice(0, middle)) <= room) fits = middle
    else tooMany = middle
  }
  return fits
}

/** The start of the text up to `end`, without a word that continues behind it. */
function wholeWords(text: string, end: number): string {
  if (/\s/.test(text.charAt(end))) return text.slice(0, end).trimEnd()
  return text.slice(0, end).replace(/\S+$/, '').trimEnd()
}

/** The text itself when it fits, else its first whole words and the ending. */
export function clip(text: string, { limit, ending, lengthOf = unitsOf }: ClipOptions): string {
  if (lengthOf(text) <= limit) return text
  const kept = wholeWords(text, fittingPrefix(text, limit - lengthOf(ending), lengthOf))
  return lengthOf(ending) > limit ? kept : kept + ending
}

/** The start of a text, at most so many UTF-16 units and none of them half a character. */
export const startOf = (text: string, most: number) =>
  text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')

/** A text with an ellipsis in the place of its middle, where it is longer: names differ at their beginning or at their end. */
export function withoutMiddle(text: string, most: number): string {
  if (text.length <= most) return text
  const half = Math.floor((most - ' … '.length) / 2)
  const end = text.slice(-half).replace(/^[\uDC00-\uDFFF]/, '')
  return `${startOf(text, half).trimEnd()} … ${end.trimStart()}`
}

/** Hardly a word is longer; where none is parted from the next by a space, a text ends after so many of these. */
const longWord = 16

/** The first words of a text, with an ellipsis when there are more. */
export function firstWords(text: string, count: number): string {
  const whole = text.trim()
  const words = whole.split(/\s+/)
  const first = words.length <= count ? whole : words.slice(0, count).join(' ')
  const start = startOf(first, count * longWord)
  return start === whole ? whole : `${start} …`
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

/** A stretch of text: plain, or one character that the eye cannot see. */
export interface Stretch {
  /** Where it begins in the text. */
  readonly at: number
  readonly text: string
  /** Code point such as `U+200B` when the character is invisible or turns the direction of text. */
  readonly hidden: string | null
}

const invisible = /\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u
const joiner = /^\u200C|^\u200D/u
/** Scripts in which joiners are part of the spelling. */
const joiningLetter =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]\p{M}*$/u
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function isDeceptive(text: string, at: number, character: string): boolean {
  if (character === '\n' || character === '\t' || character === '\r') return false
  if (joiner.test(character) && joiningLetter.test(text.slice(0, at))) return false
  return !emoji.test(graphemes.segment(text).containing(at)?.segment ?? '')
}

/** The text cut at its invisible characters, so that a name cannot pretend to be another one. */
export function stretchesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let end = 0
  for (const { 0: character, index } of text.matchAll(invisible)) {
    if (!isDeceptive(text, index, character)) continue
    if (index > end) stretches.push({ at: end, text: text.slice(end, index), hidden: null })
    stretches.push({ at: index, text: character, hidden: codePoint(character) })
    end = index + character.length
  }
  if (end < text.length) stretches.push({ at: end, text: text.slice(end), hidden: null })
  return stretches
}

/** How somebody writes numbers. */
export interface NumberSigns {
  readonly group: string
  readonly decimal: string
  /** Whether the digits before the last three stand in twos, as in India. */
  readonly inTwos: boolean
}

/** Spaces and apostrophes part the digits of a number in every language. */
const gap = String.raw`\s'’`

const ungrouped = /^[-+]?(?:\d+\.?\d*|\.\d+)$/
const inThrees = /^[-+]?\d{1,3}(?:_\d{3})+(?:\.\d*)?$/
const inTwos = /^[-+]?\d{1,2}(?:_\d{2})*_\d{3}(?:\.\d*)?$/

/**
 * The number in a text of plain digits. Undefined when it is none, or may be meant otherwise: a sign between groups
 * that are none is the decimal sign of another language.
 */
export function writtenNumber(text: string, signs: NumberSigns): number | undefined {
  const { group, decimal } = signs
  const trimmed = text.trim().replace(/^([-+])\s+/, '$1')
  const [parts = '_'] = trimmed.match(new RegExp(`[${gap}${group}]`)) ?? []
  const parted = trimmed.replaceAll(parts, '_')
  // Where the point is neither sign, it may be meant as either.
  if (decimal !== '.' && /^[-+]?\d{1,3}\.\d{3}$/.test(parted)) return undefined
  const plain = parted.replace(decimal, '.')
  const shapes = signs.inTwos ? [ungrouped, inThrees, inTwos] : [ungrouped, inThrees]
  return shapes.some((shape) => shape.test(plain)) ? Number(plain.replaceAll('_', '')) : undefined
}

/** The sign or the code of a currency before or behind a number, and the text without it. */
export function currencyIn(text: string): { readonly sign: string; readonly rest: string } {
  const found =
    /^(?<minus>[-+]?)\s*(?<sign>[A-Z]{3}|[A-Z]{0,2}\p{Sc})|(?<behind>[A-Z]{3}|\p{Sc})$/u.exec(
      text.trim(),
    )
  if (!found) return { sign: '', rest: text }
  const { minus = '', sign, behind = '' } = found.groups ?? {}
  return { sign: sign ?? behind, rest: text.trim().replace(found[0], minus) }
}

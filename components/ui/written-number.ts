/** How somebody writes numbers. */
export type NumberSigns = {
  readonly group: string
  readonly decimal: string
  /** Whether the digits before the last three stand in twos, as in India. */
  readonly inTwos: boolean
}

const inThrees = /^[-+]?(?:\d+\.?\d*|\.\d+|\d{1,3}(?:_\d{3})+(?:\.\d*)?)$/
const inTwos = /^[-+]?\d{1,2}(?:_\d{2})*_\d{3}(?:\.\d*)?$/

/**
 * The number in a text of plain digits. Undefined when it is none, or may be meant otherwise: a sign between groups
 * that are none is the decimal sign of another language.
 */
export function writtenNumber(text: string, signs: NumberSigns): number | undefined {
  const trimmed = text.trim().replace(/^([-+])\s+/, '$1')
  const other = signs.decimal === '.' ? ',' : '.'
  const isParted = new RegExp(`^[-+]?\\d{1,3}(?:[${other}]\\d{3})+[${other}${signs.decimal}]`)
  // Spaces and apostrophes part the digits of a number in every language; so does what can be no decimal sign here.
  const parting = isParted.test(trimmed) ? other : `\\s'’${signs.group}`
  const [parts = '_'] = trimmed.match(new RegExp(`[${parting}]`)) ?? []
  const parted = trimmed.replaceAll(parts, '_')
  // Where the point is neither sign, it may be meant as either.
  if (signs.decimal !== '.' && /^[-+]?\d{1,3}\.\d{3}$/.test(parted)) return undefined
  const plain = parted.replace(signs.decimal, '.')
  const isNumber = inThrees.test(plain) || (signs.inTwos && inTwos.test(plain))
  return isNumber ? Number(plain.replaceAll('_', '')) : undefined
}

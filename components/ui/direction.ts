const letter = /\p{L}/u
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * Which way a text runs that was filled with names and the like: as the rest of it does, whatever it begins with.
 * Where none of them runs otherwise, each paragraph says so itself.
 */
export function directionAround(
  filled: readonly string[],
  text: string,
): ReturnType<typeof directionOf> | 'auto' {
  const rest = filled
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, one) => left.replaceAll(one, ''), text)
  const direction = directionOf(rest)
  return filled.some((one) => directionOf(one) !== direction) ? direction : 'auto'
}

/** Which way a text runs: its first letter says so. Text without a letter runs from left to right. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [first = ''] = letter.exec(text) ?? []
  return rightToLeft.test(first) ? 'rtl' : 'ltr'
}

const letter = /\p{L}/u
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Which way a text runs: its first letter says so. Text without a letter runs from left to right. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [first = ''] = letter.exec(text) ?? []
  return rightToLeft.test(first) ? 'rtl' : 'ltr'
}

/** Text as it is compared for quoting: a line break is a space, and marks at the ends do not matter. */
function compared(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Whether these words stand in the source as they are. An ellipsis may leave something out. */
export function isQuotation(words: string, source: string): boolean {
  const whole = compared(source)
  let from = 0
  for (const part of compared(words).split(/ ?(?:…|\.\.\.|\[…\]) ?/)) {
    const at = whole.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return true
}

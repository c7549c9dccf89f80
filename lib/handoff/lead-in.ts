/** A label as it stands before its answer: behind a question mark stands no colon. */
export function leadIn(label: string): string {
  const words = label.trim()
  return /[?!:？！：؟]$/.test(words) ? words : `${words}:`
}

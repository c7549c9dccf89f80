const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether the last name is written first: by its own letters or, where these are Latin, by who writes it. */
export const isLastFirst = (name: string, locale = '') =>
  ideographs.test(name) || /^(?:hu|vi)\b/.test(locale)

/** How somebody is called who was begun as a new contact: the first two lines of what is kept. */
export function nameBegun(text: string, locale?: string): string {
  const [first = '', last] = text.split('\n', 2).map((part) => part.trim())
  if (last === undefined) return first
  return (isLastFirst(first + last, locale) ? [last, first] : [first, last]).join(' ').trim()
}

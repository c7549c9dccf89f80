import { clip } from '#lib/handoff/clip.ts'

/** The lines of a list in a review, or a line that says that there are none. */
export const orNone = (lines: readonly string[], none = 'None.'): readonly string[] =>
  lines.length === 0 ? [none] : lines

/** What somebody has written as it is quoted in a list: on one line, and not all of a long text. */
export const inOneLine = (words: string): string =>
  clip(words.replaceAll(/\s+/g, ' ').trim(), { limit: 300, ending: '…' })

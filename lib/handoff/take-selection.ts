import { startOf } from './clip.ts'
import type { TextSource } from './evidence-source.ts'
import { pageAddress } from './page-address.ts'
import { withinLimit } from './within-limit.ts'

/** Text that was selected on a page, and what the browser says of the page. */
export interface Selection {
  readonly text: string
  /** Empty where it is not told. */
  readonly title: string
  readonly address: string
}

/** Takes a selection as evidence; null where nothing is selected. What the page says of itself is its own word: one line of plain text. */
export function takeSelection({ text, title, address }: Selection): TextSource | null {
  if (text.trim() === '') return null
  const url = pageAddress(address)
  const named = startOf(title.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(), 300)
  return {
    kind: 'text',
    label: named || (url === '' ? 'Selected text' : `Selected on ${new URL(url).host}`),
    // Browsers give a selection without its line breaks: whatever it was, it is a text now.
    format: 'pasted',
    text: withinLimit(text),
    ...(url !== '' && { url }),
  }
}

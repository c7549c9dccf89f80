import { plainBreaks } from './line-breaks.ts'

// A line that begins like a list, a heading or a quotation would become one.
const blockStart = /^(\s*)([#>+-]|\d+[.)])/

/** A text that Markdown shows as it is: no markup, link or HTML in it takes effect. */
export function escapeMarkdown(text: string): string {
  return plainBreaks(text)
    .replace(/\s*\n\s*/g, ' / ')
    .replace(/[\\`*_[\]<>|~&!]/g, String.raw`\$&`)
    .replace(blockStart, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
}

import type { Brief, BriefPart } from './brief.ts'
import { dealTitle } from './deal-title.ts'
import { moneyIn } from './money.ts'

// A line that begins like a list, a heading or a quotation would become one.
const blockStart = /^(\s*)([#>+-]|\d+[.)])/

/** A text that Markdown shows as it is: no markup, link or HTML in it takes effect. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' / ')
    .replace(/[\\`*_[\]<>|~&!]/g, String.raw`\$&`)
    .replace(blockStart, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
}

function partMarkdown({ title, lines, more }: BriefPart): string {
  const items = lines.map(({ text }) => `- ${escapeMarkdown(text)}`)
  return [`## ${title}`, '', ...items, ...(more > 0 ? [`- … and ${more} more`] : [])].join('\n')
}

/** A brief as Markdown. */
export function briefMarkdown({ about, parts }: Brief): string {
  const { amount, currency, outgoing, incoming } = about
  const from = escapeMarkdown(outgoing.name)
  const to = incoming ? ` to ${escapeMarkdown(incoming.name)}` : ''
  const money = amount === null ? '' : `, ${moneyIn(amount, currency)}`
  return [
    `# ${escapeMarkdown(dealTitle(about))}`,
    `From ${from}${to}${money}`,
    ...parts.map(partMarkdown),
  ]
    .join('\n\n')
    .concat('\n')
}

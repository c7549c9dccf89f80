import { plainBreaks } from './line-breaks.ts'

/** A mail as it is handed to the user's own mail program. */
export interface Mail {
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly body: string
}

/** What Windows hands on to a mail program; a longer address is cut or refused. */
const MOST_CHARACTERS = 2000

/** An address that opens the user's mail program, and whether the whole text is in it. */
export interface MailLink {
  readonly address: string
  readonly isWhole: boolean
}

/** RFC 6068: addresses keep their `@`, lines end in CRLF, spaces are never written as `+`. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
const addresses = (emails: readonly string[]) =>
  emails.map((email) => encoded(email).replaceAll('%40', '@')).join(',')

function linkOf({ to, cc, subject, body }: Mail): string {
  const lines = plainBreaks(body).replaceAll('\n', '\r\n')
  const parts = [
    ...(cc.length === 0 ? [] : [`cc=${addresses(cc)}`]),
    `subject=${encoded(subject)}`,
    ...(lines === '' ? [] : [`body=${encoded(lines)}`]),
  ]
  return `mailto:${addresses(to)}?${parts.join('&')}`
}

/** A link that opens the mail in the user's own program. A text that is too long for that is left out whole. */
export function mailLink(mail: Mail): MailLink {
  const whole = linkOf(mail)
  if (whole.length <= MOST_CHARACTERS) return { address: whole, isWhole: true }
  return { address: linkOf({ ...mail, body: '' }), isWhole: false }
}

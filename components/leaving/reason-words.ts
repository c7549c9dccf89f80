import { type Formats, number, percent, span } from '#components/ui/formats.ts'
import type { Reason, Tier } from '#lib/metrics/triage.ts'

type Why = Reason['why']
type Sayings = {
  readonly [Each in Why]: (reason: Extract<Reason, { why: Each }>, formats: Formats) => string
}

const DAY = 24 * 60 * 60 * 1000
const days = (count: number, formats: Formats) => span(count * DAY, formats)

const sayings: Sayings = {
  share: ({ share }, formats) => `${percent(share, formats)} of the book`,
  'no-amount': () => 'no amount',
  'no-contact': () => 'no contact with a role',
  'one-contact': ({ name }) => (name === '' ? 'only one contact' : `only one contact, ${name}`),
  won: ({ days: ago }, formats) =>
    ago === 0
      ? 'won today, the customer waits'
      : `won ${days(ago, formats)} ago, the customer waits`,
  overdue: ({ days: ago }, formats) => `should have closed ${days(ago, formats)} ago`,
  closes: ({ days: left }, formats) =>
    left === 0 ? 'closes today' : `closes in ${days(left, formats)}`,
  renews: ({ days: left }, formats) =>
    left === 0 ? 'renews today' : `renews in ${days(left, formats)}`,
  'no-notes': () => 'no description',
  'few-notes': ({ characters }, formats) =>
    `hardly described: ${number(characters, formats)} ${characters === 1 ? 'character' : 'characters'}`,
  'no-next-step': () => 'no next step',
  silent: ({ days: ago }, formats) => `nothing logged for ${days(ago, formats)}`,
  'never-logged': () => 'nothing ever logged',
}

function say<Each extends Why>(
  reason: Extract<Reason, { why: Each }> & { why: Each },
  formats: Formats,
): string {
  return sayings[reason.why](reason, formats)
}

/** Why a deal is talked about early, in words. */
export const reasonWords = (reason: Reason, formats: Formats): string => say(reason, formats)

/** What each tier is for. */
export const tierWords = {
  1: {
    title: 'Talk about these first',
    about: 'Half of what may be lost. Twenty minutes for each account.',
  },
  2: {
    title: 'Before the last day',
    about: 'Have the handoffs written, and ask where they are thin.',
  },
  3: {
    title: 'In writing',
    about: 'What stands there carries a new owner through the first days.',
  },
} as const satisfies Record<Tier, { readonly title: string; readonly about: string }>

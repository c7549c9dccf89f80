import type { News, NewsKind, NewsReason } from '#lib/handoff/news.ts'
import { clip } from '#lib/handoff/clip.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Notice } from './ports.ts'

/** One line without tags, or anything that turns the text around. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>]+/gu, ' ')
  return line.replaceAll(/\s+/g, ' ').trim()
}

/** Plain text of one line: nothing that a desktop could take for markup, or that turns the text around. */
export function plain(text: string): string {
  return clip(oneLine(text.replaceAll('&', ' ')), { limit: 80, ending: '…' })
}

type Names = Readonly<Record<'deal' | 'from' | 'to' | 'by', string>>

const titles: Readonly<Record<NewsReason, (names: Names) => string>> = {
  sent: ({ from, deal }) => `${from} hands over ${deal}`,
  'sent-again': ({ from, deal }) => `${from} has mended ${deal} and sent it again`,
  reminded: ({ from, deal }) => `${from} reminds you of ${deal}`,
  asked: ({ to, deal }) => `${to} asks about ${deal}`,
  answered: ({ from, deal }) => `${from} has answered about ${deal}`,
  'due-soon': ({ deal }) => `${deal} waits for your decision`,
  late: ({ deal }) => `Your decision on ${deal} is late`,
  'answer-late': ({ deal, to }) => `Your answer to ${to} about ${deal} is late`,
  escalated: ({ deal, to }) => `${deal} waits for ${to}, and is late`,
  'contact-late': ({ deal, to }) => `The customer of ${deal} has not heard from ${to} yet`,
  'owner-due': ({ deal, to }) => `The owner of ${deal} is still to be changed to ${to}`,
  surprised: ({ to, deal }) => `${to} has heard of a promise about ${deal} that is in no handoff`,
  accepted: ({ to, deal }) => `${to} has accepted ${deal}`,
  declined: ({ by, deal }) => `${by} has declined ${deal}`,
  raised: ({ by, deal }) => `${by} has declined ${deal}, for a reason that goes to you`,
  left: ({ to, deal }) => `${to} has left: give ${deal} to somebody else`,
  'rest-over': ({ deal }) => `${deal} has rested, and is back with you`,
  cancelled: ({ by, deal }) => `${by} has cancelled ${deal}`,
}

const nameless: Names = {
  deal: 'a handoff',
  from: 'Somebody',
  to: 'somebody',
  by: 'Somebody',
}

const actions: Readonly<Record<NewsKind, string>> = {
  handoff: 'Decide by',
  question: 'Due',
  due: 'Due',
  escalation: 'Was due',
  decision: '',
}

/** How notices are worded. */
export interface Wording {
  readonly user: Identity
  /** Whether deals and people are named. */
  readonly names: boolean
}

function namesIn(item: News['item'], { userId }: Identity): Names {
  const { opportunityName, accountName, name, outgoing, incoming, endedBy, declinedBy } = item
  return {
    deal: plain(opportunityName || accountName || name),
    from: plain(outgoing.name),
    by: plain((endedBy ?? declinedBy)?.name || 'Somebody'),
    to: incoming?.userId === userId ? 'you' : plain(incoming?.name ?? 'somebody'),
  }
}

/** One piece of news as a desktop notification. A click on it opens the handoff and does nothing else. */
export function noticeOf({ reason, kind, item, at }: News, { user, names }: Wording): Notice {
  const { accountName, opportunityId, id, raised = '' } = item
  const title = titles[reason](names ? namesIn(item, user) : nameless)
  const when = at === null || actions[kind] === '' ? '' : `${actions[kind]} ${moment(at, user)}`
  return {
    id: noticeId(user, opportunityId || id, reason),
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    message: [...(names ? [accountName, raised].map(plain) : []), when].filter(Boolean).join(' · '),
  }
}

const counted: Readonly<Record<NewsKind, readonly [string, string]>> = {
  handoff: ['new handoff', 'new handoffs'],
  question: ['question or answer', 'questions or answers'],
  due: ['due or late', 'due or late'],
  escalation: ['escalated to you', 'escalated to you'],
  decision: ['decided or cancelled', 'decided or cancelled'],
}

/** Many pieces of news as one notification. A click on it opens the inbox. */
export function summaryOf(news: readonly News[], { user }: Wording): Notice {
  const parts = [...Map.groupBy(news, ({ kind }) => kind)].map(
    ([kind, { length }]) => `${length} ${counted[kind][length === 1 ? 0 : 1]}`,
  )
  return {
    id: noticeId(user, 'inbox', 'summary'),
    title: `${news.length} handoffs have news`,
    message: parts.join(', '),
  }
}

function moment(instant: string, { locale, timeZone }: Identity): string {
  const style = { weekday: 'short', hour: 'numeric', minute: '2-digit' } as const
  try {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(Date.parse(instant))
  } catch {
    // A locale or time zone that this browser does not know: its own is used.
    return new Intl.DateTimeFormat(undefined, style).format(Date.parse(instant))
  }
}

/** What a notification is called: whom it is for, what it leads to and why it is shown. */
export function noticeId({ host, userId }: Reader, target: string, reason: string): string {
  return `segue|${host}|${target}|${reason}|${userId}`
}

type Reader = Pick<Identity, 'host' | 'userId'>

/** Who is told by a notification. */
export const readerOf = (id: string) => id.split('|')[4] ?? ''

/** Whether a notification was for somebody else who was signed in to the same org. */
export function isForAnother(id: string, { host, userId }: Identity): boolean {
  return targetOf(id)?.host === host && readerOf(id) !== userId
}

/** What a notification leads to: the record or the inbox of an org. Null for an id that is none of ours. */
export function targetOf(id: string): { readonly host: string; readonly target: string } | null {
  const [ours, host, target] = id.split('|')
  return ours === 'segue' && host !== undefined && target !== undefined ? { host, target } : null
}

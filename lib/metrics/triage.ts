import type { BookDeal } from '#lib/handoff/book.ts'
import { daysBetween } from '#lib/handoff/day.ts'

/** How soon a deal has to be talked about: in the first hours, before the last day, or in writing. */
export type Tier = 1 | 2 | 3

/** Why a deal stands where it does. Whoever shows it finds the words. */
export type Reason =
  | { readonly why: 'share'; readonly share: number }
  | { readonly why: 'no-amount' }
  | { readonly why: 'no-contact' }
  | { readonly why: 'one-contact'; readonly name: string }
  | { readonly why: 'won'; readonly days: number }
  | { readonly why: 'overdue'; readonly days: number }
  | { readonly why: 'closes'; readonly days: number }
  | { readonly why: 'renews'; readonly days: number }
  | { readonly why: 'no-notes' }
  | { readonly why: 'few-notes'; readonly characters: number }
  | { readonly why: 'no-next-step' }
  | { readonly why: 'silent'; readonly days: number }
  | { readonly why: 'never-logged' }

/** A deal in the order in which it has to be talked about. */
export interface Ranked {
  readonly deal: BookDeal
  readonly tier: Tier
  /** The gravest first. */
  readonly reasons: readonly Reason[]
}

/** A deal of no known worth still has a customer: it counts as this share of the book. */
const LEAST_SHARE = 0.01

/** From this share of the book on, the amount itself is a reason. */
const LARGE_SHARE = 0.1

/** A date within so many days comes before a new owner has found the way in. */
const SOON = 30

/** A date within a quarter falls into the time of the new owner, who can prepare for it. */
const NEXT_QUARTER = 90

/** A description shorter than this, in characters, says less than a new owner asks in the first minute: two lines. */
const FEW_NOTES = 200

/** Nothing logged for longer than this: what has happened since is in somebody's head. */
const SILENCE = 30

/** How many times as likely knowledge is lost where the only link to it goes away, or time is very short. */
const GRAVE = 3
/** The same where one link is left, or there is some time. */
const SERIOUS = 2
/** The same where something is thin, and other sources make up for it. */
const MILD = 1.5

/** How much of the risk is left where a handoff is under way: what was sent is written down. */
const HANDED_OVER = 0.25

/** The deals that hold this share of all that is at risk are talked about first. */
const FIRST_SHARE = 0.5

/** What comes up to this share is talked about before the last day; the rest is answered in writing. */
const SECOND_SHARE = 0.85

/** A sum of shares misses a round number by its last digits. */
const ROUNDING = 1e-9

/** As many accounts as three working days hold talks of twenty minutes for, three a day, beside everything else. */
export const MOST_TALKS = 9

/** A circumstance, by how many times it raises what is at risk. */
interface Factor {
  readonly times: number
  readonly reason: Reason
}

/**
 * Ranks the deals of somebody who leaves: what each is worth in the book, times how soon its date is, times how few
 * people at the customer are known, times how little is written down; less where a handoff runs. What the reader may not see raises nothing.
 */
export function triage(deals: readonly BookDeal[], today: string): readonly Ranked[] {
  // Added up in one order: the last digits of a sum hang on it, and what is equal has to stay equal.
  const total = deals
    .map(({ worth }) => valueOf(worth))
    .toSorted((one, other) => one - other)
    .reduce((sum, worth) => sum + worth, 0)
  const weighed = deals
    .map((deal) => weigh(deal, { total, today }))
    .toSorted((one, other) => other.risk - one.risk || inTurn(one.deal, other.deal))
  const all = weighed.reduce((sum, { risk }) => sum + risk, 0)
  const tierOf = tiering()
  let before = 0
  const ranked = weighed.map(({ deal, risk, reasons }) => {
    const tier = tierOf(deal, before / all + ROUNDING)
    before += risk
    return { deal, tier, reasons }
  })
  return ranked.toSorted((one, other) => one.tier - other.tier)
}

/** Where the deals come in their order, with the share of all that is at risk in those before: a further deal of an account that is talked about comes along. */
function tiering(): (deal: BookDeal, reached: number) => Tier {
  const accounts = new Set<string>()
  return (deal, reached) => {
    if (reached >= SECOND_SHARE) return 3
    const account = accountOf(deal)
    if (reached >= FIRST_SHARE || (!accounts.has(account) && accounts.size >= MOST_TALKS)) return 2
    accounts.add(account)
    return 1
  }
}

/** What a talk is about: deals without an account are talked about one by one. */
export const accountOf = ({ accountId, opportunityId }: BookDeal) => accountId || opportunityId

const valueOf = (worth: number | null) => Math.max(0, worth ?? 0)

/** Where as much is at risk: the earlier date, then the name, then the id. */
function inTurn(one: BookDeal, other: BookDeal): number {
  const [day, otherDay] = [one.closeDate ?? '9999', other.closeDate ?? '9999']
  if (day !== otherDay) return day < otherDay ? -1 : 1
  if (one.name !== other.name) return one.name < other.name ? -1 : 1
  return one.opportunityId < other.opportunityId ? -1 : 1
}

interface Terms {
  readonly total: number
  readonly today: string
}

interface Worth extends Pick<Terms, 'total'> {
  readonly share: number
}

function weigh(deal: BookDeal, { total, today }: Terms) {
  const share = total === 0 ? 0 : valueOf(deal.worth) / total
  const factors = [dateOf, threadsOf, writtenOf, silenceOf].flatMap((of) => of(deal, today))
  const weight = Math.max(share, LEAST_SHARE) * (deal.handoff ? HANDED_OVER : 1)
  const risk = factors.reduce((product, { times }) => product * times, weight)
  const grave = factors.toSorted((one, other) => other.times - one.times)
  const reasons = [...worthReasons(deal, { share, total }), ...grave.map(({ reason }) => reason)]
  return { deal, risk, reasons }
}

/** Where no amount is known at all, or there is but one deal, that is no reason of one deal. */
function worthReasons({ worth }: BookDeal, { share, total }: Worth): readonly Reason[] {
  if (share >= LARGE_SHARE && share < 1) return [{ why: 'share', share }]
  return worth === null && total > 0 ? [{ why: 'no-amount' }] : []
}

/** What presses most: a customer who was won and waits, a date that is over, the next close or renewal. */
function dateOf(deal: BookDeal, today: string): readonly Factor[] {
  const close = deal.closeDate === null ? null : daysBetween(today, deal.closeDate)
  const renewal = deal.renewal === null ? null : daysBetween(today, deal.renewal)
  const dates: readonly Factor[] = [
    ...(close === null ? [] : closing(deal.isWon, close)),
    ...(renewal === null || renewal < 0 ? [] : within(renewal, { why: 'renews', days: renewal })),
  ]
  return dates.toSorted((one, other) => other.times - one.times).slice(0, 1)
}

function closing(isWon: boolean, days: number): readonly Factor[] {
  if (isWon) return [{ times: SERIOUS, reason: { why: 'won', days: Math.max(0, -days) } }]
  if (days < 0) return [{ times: GRAVE, reason: { why: 'overdue', days: -days } }]
  return within(days, { why: 'closes', days })
}

function within(days: number, reason: Reason): readonly Factor[] {
  if (days <= SOON) return [{ times: GRAVE, reason }]
  return days <= NEXT_QUARTER ? [{ times: SERIOUS, reason }] : []
}

function threadsOf({ contacts }: BookDeal): readonly Factor[] {
  if (contacts === null || contacts.length > 1) return []
  const [name] = contacts
  return name === undefined
    ? [{ times: GRAVE, reason: { why: 'no-contact' } }]
    : [{ times: SERIOUS, reason: { why: 'one-contact', name } }]
}

function writtenOf({ notes, nextStep }: BookDeal): readonly Factor[] {
  const step: readonly Factor[] =
    nextStep?.trim() === '' ? [{ times: MILD, reason: { why: 'no-next-step' } }] : []
  if (notes === null || notes >= FEW_NOTES) return step
  const few: Factor =
    notes === 0
      ? { times: SERIOUS, reason: { why: 'no-notes' } }
      : { times: MILD, reason: { why: 'few-notes', characters: notes } }
  return [few, ...step]
}

function silenceOf({ lastActivity }: BookDeal, today: string): readonly Factor[] {
  if (lastActivity === null) return []
  if (lastActivity === '') return [{ times: SERIOUS, reason: { why: 'never-logged' } }]
  const days = daysBetween(lastActivity, today)
  return days > SILENCE ? [{ times: MILD, reason: { why: 'silent', days } }] : []
}

/** The accounts to be talked about first, in their order, each with its deals. */
export function talks(ranked: readonly Ranked[]): ReadonlyMap<string, readonly Ranked[]> {
  const first = ranked.filter(({ tier }) => tier === 1)
  return Map.groupBy(first, ({ deal }) => accountOf(deal))
}

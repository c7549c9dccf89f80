import * as z from 'zod/mini'
import { pollEvery } from './alarms.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { escalate } from './escalations.ts'
import { freshInbox, hideOthers } from './inboxes.ts'
import type { Office } from './office.ts'
import { tellNews } from './telling.ts'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

/** How long background calls pause when the org's limit is near. */
const pauseOf = 15 * MINUTE

/** From this share of the org's daily calls on, background calls pause. */
const nearLimit = 0.95

/** Questions a user and day that polling may cost. */
const mostADay = 100

const number = z.prefault(z.number(), 0)

const stateSchema = z.object({
  /** Milliseconds since 1970. */
  seenAt: number,
  polledAt: number,
  pausedUntil: number,
  day: z.prefault(z.string(), ''),
  count: number,
})
export type PollState = z.infer<typeof stateSchema>

/**
 * Milliseconds between two looks: the rarer, the longer nobody has used a Salesforce page, and never after half a day.
 * The second half of the day's share lasts twice as long as the first: it must not be used up before the work is done.
 */
export function pollInterval(state: PollState, now: number): number {
  const idle = sinceThen(state.seenAt, now)
  if (idle <= 10 * MINUTE) return pollEvery * MINUTE * (countOf(state, now) < mostADay / 2 ? 1 : 2)
  return idle <= 12 * HOUR ? Math.max(15 * MINUTE, idle / 4) : Infinity
}

/** Whether it is time for the next look and the day's share is not used up. */
export function isPollDue(state: PollState, now: number): boolean {
  // Alarms ring a little early at times.
  const isTime = sinceThen(state.polledAt, now) >= pollInterval(state, now) - MINUTE / 2
  return isTime && mayPoll(state, now)
}

function mayPoll(state: PollState, now: number): boolean {
  return countOf(state, now) < mostADay && !isPaused(state, now)
}

/** A time that lies ahead was written before the clock was set back: as long ago as can be. */
function sinceThen(then: number, now: number): number {
  return then > now + MINUTE ? Infinity : now - then
}

/** A pause never lies further ahead than it is long. */
function isPaused({ pausedUntil }: PollState, now: number): boolean {
  return now < pausedUntil && pausedUntil - now <= pauseOf
}

/** Whether something may be asked that nobody waits for. */
export async function mayAskQuietly(office: Office): Promise<boolean> {
  const { ports } = office
  return ports.isOnline() && !isPaused(await readState(office), Date.parse(ports.now()))
}

function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

/** How often was looked today. */
const countOf = ({ day, count }: PollState, now: number) => (day === dayOf(now) ? count : 0)

const subject = 'polling'

async function readState({ ports }: Pick<Office, 'ports'>): Promise<PollState> {
  // What another version has kept otherwise must not stop all looks for good.
  const kept = stateSchema.safeParse(await ports.settings.get(subject))
  return kept.data ?? stateSchema.parse({})
}

/** Remembers that somebody uses Salesforce now. */
export async function noteUse(office: Office): Promise<void> {
  const state = await readState(office)
  await office.ports.settings.set(subject, { ...state, seenAt: Date.parse(office.ports.now()) })
}

/** Looks for handoffs that wait, when it is time. */
export async function poll(office: Office, isDue = isPollDue): Promise<void> {
  const org = await office.whereabouts.lastOrg()
  const now = Date.parse(office.ports.now())
  if (org && office.ports.isOnline() && isDue(await readState(office), now)) await look(office, org)
}

/** Looks as soon as the browser starts, however long ago the last look was: the number on the icon has gone with it. */
export async function pollAtStart(office: Office): Promise<void> {
  await poll(office, mayPoll)
}

/** Looks for handoffs that wait, because somebody has just signed in or out; trouble is left to the next look. */
export async function look(office: Office, org: Org): Promise<void> {
  const { ports } = office
  const now = Date.parse(ports.now())
  const state = await readState(office)
  const count = countOf(state, now) + 1
  await ports.settings.set(subject, { ...state, polledAt: now, day: dayOf(now), count })
  try {
    const { inbox, usage } = await freshInbox(office, org)
    await tellNews(office, inbox)
    if (inbox.identity) await escalate(office, inbox.identity, inbox.items)
    if (usage && usage.used >= usage.limit * nearLimit) await pause(office)
  } catch (error) {
    await afterTrouble(office, org, error)
  }
}

async function afterTrouble(office: Office, org: Org, error: unknown): Promise<void> {
  if (!(error instanceof SalesforceError)) throw error
  await hideOthers(office, org)
  if (error.kind === 'limit-reached') await pause(office)
}

/** The org's share is used up, or nearly: what users do themselves comes first. */
export async function pause(
  office: Pick<Office, 'ports'>,
  from: string = office.ports.now(),
): Promise<void> {
  const state = await readState(office)
  const pausedUntil = Date.parse(from) + pauseOf
  await office.ports.settings.set(subject, { ...state, pausedUntil })
}

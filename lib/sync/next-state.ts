import {
  isBriefLock,
  mayHaveHappened,
  noAnswer,
  type SalesforceError,
  troubleOf,
} from '#lib/salesforce/salesforce-error.ts'
import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'
import {
  attemptsToOfflineWait,
  limitWait,
  mostAttempts,
  mostLocked,
  offlineWait,
  waitAfter,
} from './backoff.ts'
import type { Entry, EntryState } from './entry.ts'

/** What changes of an entry after an attempt. */
export type Change = Partial<
  Pick<
    Entry,
    | 'state'
    | 'attempts'
    | 'nextAttemptAt'
    | 'trouble'
    | 'conflicts'
    | 'handoffId'
    | 'settledAt'
    | 'plan'
    | 'draft'
    | 'seen'
    | 'shown'
    | 'host'
  >
>

/** What an attempt's consequence depends on besides the refusal. */
export interface Circumstance {
  /** Whether the write itself had been sent when it failed. */
  readonly wasSent: boolean
  /** ISO 8601. */
  readonly now: string
  /** From 0 up to 1. */
  readonly chance: number
}

/** Troubles that end when somebody signs in: the entry waits for that and keeps its place. */
const untilSignIn: ReadonlySet<TroubleKind> = new Set([
  'signed-out',
  'session-expired',
  'wrong-org',
  'wrong-user',
  'needs-oauth',
  'sign-in-refused',
  'org-not-allowed',
  'site-blocked',
])

/** How an entry goes on after Salesforce has refused it, or its answer was lost. */
export function afterFailure(
  entry: Entry,
  error: SalesforceError,
  circumstance: Circumstance,
): Change {
  const trouble = troubleOf(error)
  const state = stateAfter(entry, error, circumstance)
  const wait = state === 'needs-attention' ? null : waitOf(entry, error, circumstance)
  const nextAttemptAt = wait === null ? null : later(circumstance.now, wait)
  return { state, attempts: attemptsAfter(entry, error), trouble, nextAttemptAt }
}

function stateAfter(entry: Entry, error: SalesforceError, { wasSent }: Circumstance): EntryState {
  if (isPatient(entry, error)) return waitingState(entry)
  if (entry.attempts >= mostAttempts) return 'needs-attention'
  if (mayHaveHappened(error)) return wasSent ? 'unknown' : waitingState(entry)
  if (isBriefLock(error) && entry.attempts < mostLocked) return 'queued'
  return 'needs-attention'
}

/** Nothing is wrong with the entry itself: it waits as long as it takes. */
function isPatient(entry: Entry, error: SalesforceError): boolean {
  return untilSignIn.has(error.kind) || repeatsOnItsOwn(entry, error)
}

/** Hours of looking again by itself must not use up the attempts that come afterwards. */
function attemptsAfter(entry: Entry, error: SalesforceError): number {
  if (!repeatsOnItsOwn(entry, error)) return entry.attempts
  return error.code === noAnswer
    ? Math.min(entry.attempts, attemptsToOfflineWait)
    : Math.max(0, entry.attempts - 1)
}

/** Looks again until it is over, however long that takes. */
function repeatsOnItsOwn({ state }: Entry, { kind, code }: SalesforceError): boolean {
  // Before the write itself a network that leads nowhere is as good as none, whatever this computer believes.
  const leadsNowhere = code === noAnswer && state !== 'sending'
  return kind === 'offline' || kind === 'limit-reached' || leadsNowhere
}

/** An entry whose answer was lost stays unknown until Salesforce has told what became of it. */
function waitingState({ state }: Entry): EntryState {
  return state === 'unknown' ? 'unknown' : 'queued'
}

function waitOf(entry: Entry, error: SalesforceError, { chance }: Circumstance): number | null {
  if (untilSignIn.has(error.kind)) return null
  if (error.kind === 'limit-reached') return limitWait
  if (error.kind === 'offline') return offlineWait
  const wait = waitAfter(entry.attempts, chance, error.retryAfter)
  // What nobody answered costs the org nothing: it is tried as often as when this computer knows that it is offline.
  return error.code === noAnswer ? Math.min(wait, offlineWait) : wait
}

function later(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) + milliseconds).toISOString()
}

/** An entry that Salesforce has. */
export function afterSuccess(handoffId: string, now: string): Change {
  return {
    state: 'sent',
    handoffId,
    settledAt: now,
    nextAttemptAt: null,
    trouble: null,
    conflicts: [],
  }
}

import type { Gateway } from '#lib/salesforce/gateway.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'
import { createOutboxStore } from '#lib/storage/outbox.ts'
import type { Entry } from '#lib/sync/entry.ts'
import { allEntries, type OutboxPorts } from '#lib/sync/outbox.ts'
import { newDisk, openOn } from '../storage/fresh-database.ts'
import { submission } from '../salesforce/plans.ts'

export const start = '2026-11-23T12:00:00.000Z'

export const refused = (kind: TroubleKind, code = '', retryAfter: number | null = null) =>
  new SalesforceError(kind, `refused as ${kind}`, { code, retryAfter })

/** A Salesforce that keeps the operations it has carried out, and fails as it is told to. */
export function scriptedOrg() {
  const done = new Set<string>()
  const faults: { before?: Error; after?: Error }[] = []
  const calls: string[] = []
  const deal = { lastModifiedAt: start, fields: {} as Record<string, string> }
  const gateway: OutboxPorts['gateway'] = {
    identity: async () => {
      calls.push('identity')
      const fault = org.signIn
      if (fault) throw fault
      return identity
    },
    write: async (_org, _owner, { operationKey }) => {
      calls.push(`write ${operationKey}`)
      const fault = faults.shift()
      if (fault?.before) throw fault.before
      done.add(operationKey)
      if (fault?.after) throw fault.after
      return { handoffId: 'a00', saved: null }
    },
    settle: async (_org, _owner, { operationKey }) => {
      calls.push(`settle ${operationKey}`)
      return done.has(operationKey) ? { handoffId: 'a00', saved: null } : null
    },
    dealNow: async () => deal,
  }
  const org = { gateway, done, faults, calls, deal, signIn: null as Error | null }
  return org
}

const identity: Awaited<ReturnType<Gateway['identity']>> = {
  orgId: '00DHs000002aKqMMAU',
  userId: '005Hs00000006RMIAY',
  userName: 'Ana Ferreira',
  orgName: 'acme',
  host: 'acme.my.salesforce.com',
  lightningOrigin: 'https://acme.lightning.force.com',
  locale: 'en-GB',
  timeZone: 'UTC',
}

/** A worker with a disk of its own, a clock that is set by hand, and no chance. */
export function worker(gateway: OutboxPorts['gateway'], disk = newDisk()) {
  const clock = { now: Date.parse(start) }
  const wakes: (number | null)[] = []
  const states: string[] = []
  let last: Promise<void> = Promise.resolve()
  const ports: OutboxPorts = {
    store: createOutboxStore(openOn(disk)),
    gateway,
    now: () => new Date(clock.now).toISOString(),
    random: () => 1,
    alone: (work) => (last = last.then(work)),
    done: async () => undefined,
    changed: ({ operationKey, state }) => void states.push(`${operationKey} ${state}`),
    wakeAt: async (time) => void wakes.push(time),
  }
  const entry = async (key = 'op-1') =>
    (await allEntries(ports)).find(({ operationKey }) => operationKey === key)
  return { ports, clock, wakes, states, disk, entry }
}

/** An operation that is to be sent at once. */
export function anEntry(parts: Partial<Entry> = {}): Entry {
  const operationKey = parts.operationKey ?? 'op-1'
  return {
    operationKey,
    orgId: identity.orgId,
    userId: identity.userId,
    host: identity.host,
    opportunityId: '006Hs0000000847IAA',
    opportunityName: 'Brightwater',
    action: 'submit',
    plan: submission({ operationKey }),
    draft: null,
    seen: {},
    shown: {},
    state: 'queued',
    attempts: 0,
    nextAttemptAt: start,
    trouble: null,
    conflicts: [],
    handoffId: null,
    createdAt: start,
    settledAt: null,
    ...parts,
  }
}

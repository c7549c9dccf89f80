import type { Gateway } from '#lib/salesforce/gateway.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'
import type { FieldValue } from '#lib/handoff/primitives.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import type { OutboxPorts } from '#lib/sync/outbox.ts'
import { ana } from '../storage/fresh-database.ts'
import type { CarriedOut } from './invariants.ts'

const mara = '005Hs00000005MnIAI'

/** What can happen to the next call. */
export type CallFault = 'request-lost' | 'answer-lost' | TroubleKind | 'row-locked'

/** Salesforce as far as the outbox depends on it: records, stamps, unique keys, and transactions that fail as a whole. */
export function modelOrg() {
  let stamp = Date.parse('2026-11-23T12:00:00.000Z')
  const carriedOut: CarriedOut[] = []
  const handoffs: string[] = []
  const deals = new Map<string, { fields: Record<string, FieldValue>; lastModifiedAt: string }>()
  const faults: CallFault[] = []
  const state = { signedIn: ana.userId as string | null, isUp: true, refuses: false }

  const dealOf = (id: string) => {
    const deal = deals.get(id) ?? {
      fields: {
        'Opportunity.NextStep': 'Old',
        'Opportunity.OwnerId': ana.userId,
        'Opportunity.Handoff_Status__c': null,
      },
      lastModifiedAt: new Date(stamp).toISOString(),
    }
    deals.set(id, deal)
    return deal
  }
  /** Somebody changes a record; the org's own clock goes on by a second. */
  const edit = (id: string, fields: Record<string, FieldValue>) => {
    stamp += 1000
    const deal = dealOf(id)
    deals.set(id, {
      fields: { ...deal.fields, ...fields },
      lastModifiedAt: new Date(stamp).toISOString(),
    })
  }
  const call = async <Result>(work: () => Result): Promise<Result> => {
    if (!state.isUp) throw new SalesforceError('offline', 'down')
    const fault = faults.shift()
    if (fault === 'request-lost') throw new SalesforceError('unreachable', 'lost')
    if (fault === 'row-locked')
      throw new SalesforceError('locked', 'locked', { code: 'UNABLE_TO_LOCK_ROW' })
    if (fault !== undefined && fault !== 'answer-lost') throw new SalesforceError(fault, fault)
    const result = work()
    if (fault === 'answer-lost') throw new SalesforceError('unreachable', 'lost')
    return result
  }
  const checked = (owner: { orgId: string; userId: string }) => {
    if (state.signedIn === null) throw new SalesforceError('signed-out', 'signed out')
    if (state.signedIn !== owner.userId) throw new SalesforceError('wrong-user', 'somebody else')
  }
  const carryOut = (owner: { orgId: string; userId: string }, plan: Plan) => {
    checked(owner)
    const found = carriedOut.find(({ operationKey }) => operationKey === plan.operationKey)
    if (found) return { handoffId: found.clientKey, saved: null }
    if (state.refuses) throw new SalesforceError('rejected', 'a validation rule')
    const deal = dealOf(plan.opportunityId)
    if (plan.unmodifiedSince !== null && deal.lastModifiedAt > plan.unmodifiedSince)
      throw new SalesforceError('conflict', 'changed meanwhile')
    const fields = plan.fieldChanges.map(({ path, after }) => ({ path, after }))
    carriedOut.push({
      operationKey: plan.operationKey,
      clientKey: plan.clientKey,
      opportunityId: plan.opportunityId,
      as: { orgId: ana.orgId, userId: state.signedIn ?? '' },
      words: JSON.stringify(plan.packet?.answers ?? {}),
      fields: fields.map(({ path }) => ({ path, was: deal.fields[path] ?? null })),
    })
    if (!handoffs.includes(plan.clientKey)) handoffs.push(plan.clientKey)
    edit(plan.opportunityId, {
      ...Object.fromEntries(fields.map(({ path, after }) => [path, after])),
      'Opportunity.Handoff_Status__c': 'Submitted',
    })
    return { handoffId: plan.clientKey, saved: null }
  }
  const gateway: OutboxPorts['gateway'] = {
    identity: () =>
      call(() => {
        if (state.signedIn === null) throw new SalesforceError('signed-out', 'signed out')
        return { ...identity, userId: state.signedIn }
      }),
    write: (_org, owner, plan) => call(() => carryOut(owner, plan)),
    settle: (_org, owner, { operationKey }) =>
      call(() => {
        checked(owner)
        const found = carriedOut.find((each) => each.operationKey === operationKey)
        return found ? { handoffId: found.clientKey, saved: null } : null
      }),
    dealNow: (_org, id) => call(() => dealOf(id)),
  }
  return { gateway, carriedOut, handoffs, faults, state, dealOf, edit, mara }
}
export type ModelOrg = ReturnType<typeof modelOrg>

const identity: Awaited<ReturnType<Gateway['identity']>> = {
  ...ana,
  userName: 'Ana Ferreira',
  orgName: 'acme',
  host: 'acme.my.salesforce.com',
  lightningOrigin: 'https://acme.lightning.force.com',
  locale: 'en-GB',
  timeZone: 'UTC',
}

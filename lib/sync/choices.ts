import { planWithContact, planWithDuplicate, withContact } from '#lib/handoff/same-contact.ts'
import { orgAtApiHost } from '#lib/salesforce/org-host.ts'
import { conflictsOf, peopleIn, resolved, shownIn, withShownSeen } from './conflicts.ts'
import type { Entry } from './entry.ts'
import { needsUser } from './needs-user.ts'
import { allEntries, entryIn, type OutboxPorts, record } from './outbox.ts'
import { accountOf, isHeld, waiting } from './turn.ts'

/** Sends an operation again because the user says so, whatever the clock says. Null when it is gone. */
export async function retry(ports: OutboxPorts, operationKey: string): Promise<Entry | null> {
  const entry = entryIn(await ports.store.get(operationKey))
  // What holds up everything of this user holds this one up too.
  if (entry) await release(ports, entry)
  return record(ports, operationKey, ({ state, attempts }) => ({
    // What may have happened is still settled first.
    state: state === 'unknown' || state === 'sending' ? 'unknown' : 'queued',
    attempts: state === 'needs-attention' ? 0 : attempts,
    nextAttemptAt: ports.now(),
    trouble: null,
  }))
}

async function release(ports: OutboxPorts, entry: Entry): Promise<void> {
  const own = waiting(await allEntries(ports)).filter(
    (each) => accountOf(each) === accountOf(entry),
  )
  for (const { operationKey } of own.filter(isHeld)) {
    await record(ports, operationKey, () => ({ nextAttemptAt: ports.now() }))
  }
}

/**
 * Settles whether somebody is one of the contacts that Salesforce takes them for, or null: is somebody else, and sends
 * the operation again. Null when it is gone, or there is no such choice.
 */
export async function resolveDuplicate(
  ports: OutboxPorts,
  operationKey: string,
  contactId: string | null,
): Promise<Entry | null> {
  const entry = entryIn(await ports.store.get(operationKey))
  if (!entry || !settled(entry, contactId)) return null
  return record(ports, operationKey, (before) => {
    const change = settled(before, contactId)
    // Pressed twice, it is on its way already.
    if (!change) return {}
    return { ...change, state: 'queued', attempts: 0, trouble: null, nextAttemptAt: ports.now() }
  })
}

function settled({ state, trouble, plan, draft }: Entry, contactId: string | null) {
  const duplicates = trouble?.duplicates
  if (!duplicates || state !== 'needs-attention') return null
  const { role, name, found, maySave } = duplicates
  if (contactId === null) return maySave ? { plan: planWithDuplicate(plan, role) } : null
  const same = found.find((one) => one.contactId === contactId)
  return (
    same && {
      plan: planWithContact(plan, role, same),
      draft: draft && { ...draft, answers: withContact(draft.answers, name, same) },
    }
  )
}

/** Settles a conflict field by field and sends the operation again. Null when it is gone. */
export async function resolveFields(
  ports: OutboxPorts,
  operationKey: string,
  keep: Readonly<Record<string, 'mine' | 'theirs'>>,
): Promise<Entry | null> {
  const entry = entryIn(await ports.store.get(operationKey))
  const org = entry && orgAtApiHost(entry.host)
  if (!entry || !org) return null
  const now = await ports.gateway.dealNow(org, entry.opportunityId, peopleIn(entry.plan))
  const plan = withoutTheirs(entry, keep)
  const again = conflictsOf(withShownSeen({ ...entry, plan }), now)
  if (again.length > 0)
    return record(ports, operationKey, () => ({
      // What was chosen so far holds: a field that was left to the others is not written any more.
      plan,
      conflicts: [...again],
      shown: shownIn({ ...entry, plan }, now),
    }))
  return record(ports, operationKey, ({ seen }) => ({
    state: 'queued',
    plan: resolved(plan, keep, now),
    // What was shown in the conflict counts as seen from now on.
    seen: Object.fromEntries(Object.keys(seen).map((path) => [path, now.fields[path] ?? null])),
    conflicts: [],
    trouble: null,
    nextAttemptAt: ports.now(),
  }))
}

/** What is left of the plan when the fields that keep their value are taken out. */
function withoutTheirs({ plan }: Entry, keep: Readonly<Record<string, 'mine' | 'theirs'>>) {
  return { ...plan, fieldChanges: plan.fieldChanges.filter(({ path }) => keep[path] !== 'theirs') }
}

/** Gives an operation up and returns to the draft it was made of, if any; false when there is no way back. */
export async function returnToDraft(
  { store }: Pick<OutboxPorts, 'store'>,
  operationKey: string,
): Promise<boolean> {
  const entry = entryIn(await store.get(operationKey))
  if (!entry) return false
  if (!entry.draft) {
    if (needsUser(entry)) await store.remove(operationKey)
    return needsUser(entry)
  }
  // An operation that may have happened is not given up: it could happen twice in two guises.
  if (entry.state === 'sending' || entry.state === 'unknown' || entry.state === 'sent') return false
  return store.returnToDraft(operationKey, entry.draft)
}

/** Makes everything due that waits for a sign-in or for the network, because one of them is back. */
export async function resume(ports: OutboxPorts, entries: readonly Entry[]): Promise<void> {
  const paused = entries.filter(({ state, trouble }) => {
    const isWaiting = state === 'queued' || state === 'unknown'
    return isWaiting && trouble !== null && trouble.kind !== 'limit-reached'
  })
  for (const { operationKey } of paused) {
    await record(ports, operationKey, () => ({ nextAttemptAt: ports.now() }))
  }
}

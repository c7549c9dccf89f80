import { cardOf, type EvidenceSource } from '#lib/handoff/evidence-source.ts'
import type { evidenceRequests } from '#lib/messaging/evidence-requests.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { createSources, type KeptSource, type Sources } from '#lib/storage/sources.ts'
import { linkedElsewhere } from './linked-elsewhere.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type EvidenceRequest = keyof typeof evidenceRequests

/** What the worker answers about evidence from outside Salesforce. None of it needs Salesforce but to know the user. */
export function evidenceAnswers(office: Office): Pick<Answering, EvidenceRequest> {
  const { ports } = office
  return {
    'evidence.list': ({ draftKey }, caller) =>
      outcomeOf(async () => {
        const { user, sources } = await desk(office, caller)
        const kept = await sources.of(draftKey)
        return kept
          .filter((source) => isOwn(user, source))
          .map(({ id, addedAt, source }) => cardOf(id, addedAt, source))
      }),
    'evidence.read': ({ id }, caller) =>
      outcomeOf(async () => {
        const { user, sources } = await desk(office, caller)
        const kept = await sources.get(id)
        return kept && isOwn(user, kept) ? kept.source : null
      }),
    'evidence.add': (params, caller) => outcomeOf(() => add(office, params, caller)),
    'evidence.remove': ({ id }, caller) =>
      outcomeOf(() => setRemoved(office, { id, removedAt: ports.now() }, caller)),
    'evidence.restore': ({ id }, caller) =>
      outcomeOf(() => setRemoved(office, { id, removedAt: '' }, caller)),
    'evidence.elsewhere': ({ draftKey, url }, caller) =>
      outcomeOf(async () => {
        const { user, sources } = await desk(office, caller)
        const draft = await ownDraft(office, draftKey, user)
        const kept = await sources.all(user)
        return linkedElsewhere(office, user, { url, opportunityId: draft.opportunityId, kept })
      }),
  }
}

async function desk(office: Office, caller: Caller) {
  const user = await office.gateway.identity(await office.whereabouts.org(caller))
  return { user, sources: await sourcesOf(office) }
}

async function sourcesOf({ keeping, ports }: Office): Promise<Sources> {
  await keeping.opened()
  return createSources(ports.database)
}

type Added = Parameters<Answering['evidence.add']>[0] & { readonly source: EvidenceSource }

async function add(office: Office, added: Added, caller: Caller) {
  return keepAs(office, (await desk(office, caller)).user, added)
}

/** Keeps a source with a draft of this user, and tells so. */
export async function keepAs(office: Office, user: Identity, { draftKey, id, source }: Added) {
  const sources = await sourcesOf(office)
  const { orgId, userId, opportunityId, opportunityName } = await ownDraft(office, draftKey, user)
  const present = await sources.get(id)
  if (present && !isOwn(user, present)) throw gone()
  const addedAt = present?.addedAt ?? office.ports.now()
  const about = { id, draftKey, orgId, userId, opportunityId, opportunityName }
  await sources.keep({ ...about, addedAt, removedAt: '', source })
  office.ports.announce({ fact: 'evidence-changed', draftKey })
  return cardOf(id, addedAt, source)
}

async function setRemoved(
  office: Office,
  { id, removedAt }: Pick<KeptSource, 'id' | 'removedAt'>,
  caller: Caller,
) {
  const { user, sources } = await desk(office, caller)
  const kept = await ownSource(sources, id, user)
  await sources.setRemoved(id, removedAt)
  office.ports.announce({ fact: 'evidence-changed', draftKey: kept.draftKey })
  return { id }
}

async function ownSource(sources: Sources, id: string, user: Identity): Promise<KeptSource> {
  const kept = await sources.get(id)
  if (kept && isOwn(user, kept)) return kept
  throw gone()
}

async function ownDraft({ drafts }: Office, draftKey: string, user: Identity) {
  const draft = await drafts.get(draftKey)
  if (draft && isOwn(user, draft)) return draft
  throw new SalesforceError('record-gone', 'This draft is no longer on this computer.')
}

function isOwn(user: Identity, { orgId, userId }: Pick<KeptSource, 'orgId' | 'userId'>): boolean {
  return user.orgId === orgId && user.userId === userId
}

function gone(): SalesforceError {
  return new SalesforceError('record-gone', 'This evidence is no longer on this computer.')
}

import { inOrg } from '#lib/handoff/mapped.ts'
import { refresh } from '#lib/handoff/freshness.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import { asPerson, type Identity } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Owner } from '#lib/storage/database.ts'
import { returnToDraft } from '#lib/sync/choices.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import { freshContext } from './contexts.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type AstrayRequest = 'draft.astray' | 'draft.retarget'

const gone = (opportunityId: string) => `gone:${opportunityId}`

/** Remembers that Salesforce has an opportunity no longer, or not for this user. */
export async function noteGone(
  { cache, ports }: Office,
  owner: Owner,
  opportunityId: string,
): Promise<void> {
  await cache.keep(owner, gone(opportunityId), { value: true, readAt: ports.now() })
}

/** Forgets that it was gone: it was restored, or the user may see it again. */
export async function noteFound({ cache }: Office, owner: Owner, opportunityId: string) {
  await cache.forget(owner, gone(opportunityId))
}

/** What the worker answers about drafts whose opportunity was deleted or merged. */
export function astrayAnswers(office: Office): Pick<Answering, AstrayRequest> {
  const { whereabouts, gateway } = office
  return {
    'draft.astray': async (_, caller) => {
      const found = await outcomeOf(async () => gateway.identity(await whereabouts.org(caller)))
      if (found.outcome === 'trouble') return []
      const astray = await astrayOf(office, found.value)
      return astray.map(({ draft: { key, opportunityId, opportunityName, answers } }) => ({
        draftKey: key,
        opportunityId,
        opportunityName,
        answers: Object.keys(answers).length,
      }))
    },
    'draft.retarget': (asked, caller) => outcomeOf(() => retarget(office, asked, caller)),
  }
}

interface Astray {
  readonly draft: Draft
  /** The operation that found out; null when it is a draft. */
  readonly operationKey: string | null
}

async function astrayOf(
  { drafts, cache, outbox }: Office,
  user: Identity,
): Promise<readonly Astray[]> {
  const [ids, entries] = await Promise.all([cache.endings(user, gone('')), entriesOf(outbox, user)])
  const lost = await Promise.all(ids.map((opportunityId) => drafts.find(user, opportunityId)))
  const refused = entries.flatMap(({ draft, state, trouble, operationKey }) =>
    draft && state === 'needs-attention' && trouble?.kind === 'record-gone'
      ? [{ draft, operationKey }]
      : [],
  )
  return [
    ...lost.flatMap((draft) => draft ?? []).map((draft) => ({ draft, operationKey: null })),
    ...refused,
  ]
}

async function retarget(
  office: Office,
  { draftKey, opportunityId }: Parameters<Answering['draft.retarget']>[0],
  caller: Caller,
): Promise<Draft> {
  const { drafts, whereabouts, outbox, ports } = office
  const org = await whereabouts.org(caller)
  const context = await freshContext(office, org, opportunityId)
  const { deal, labels, identity } = context
  const found = (await astrayOf(office, identity)).find(({ draft }) => draft.key === draftKey)
  if (found?.operationKey) await returnToDraft(outbox, found.operationKey)
  const by = asPerson(identity)
  const now = ports.now()
  const shelf = await office.shelf.known()
  const moved = await drafts.move(
    draftKey,
    ({ answers, template }) => {
      const known = shelf.of(template)
      const given = { deal, labels, by, at: now }
      return {
        opportunityId,
        opportunityName: deal.name,
        baseline: { lastModifiedAt: deal.lastModifiedAt, fields: deal.fields },
        answers: known ? { ...refresh(inOrg(known, context), answers, given) } : answers,
      }
    },
    now,
  )
  if (!moved) throw new SalesforceError('record-gone', 'This draft is no longer on this computer.')
  for (const about of [opportunityId, found?.draft.opportunityId ?? opportunityId])
    ports.announce({
      fact: 'draft-changed',
      draftKey,
      opportunityId: about,
      revision: moved.revision,
    })
  return moved
}

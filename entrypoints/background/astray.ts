import { inOrg } from '#lib/handoff/mapped.ts'
import { refresh } from '#lib/handoff/freshness.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import { asPerson, type Identity } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { returnToDraft } from '#lib/sync/choices.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import { freshContext } from './contexts.ts'
import { gone } from './gone.ts'
import type { Office } from './office.ts'

/** A draft without its opportunity. */
interface Astray {
  readonly draft: Draft
  /** The operation that found out; null when it is a draft. */
  readonly operationKey: string | null
}

/** The drafts whose opportunity was deleted or merged, those among them that were being sent. */
export async function astrayOf(
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

/** Moves such a draft to another opportunity. Throws `SalesforceError`. */
export async function retarget(
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

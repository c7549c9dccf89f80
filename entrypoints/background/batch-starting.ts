import { isHandedOver, withCommon } from '#lib/handoff/batch.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Begun } from '#lib/messaging/deals-requests.ts'
import type { Params } from '#lib/messaging/requests.ts'
import type { Caller } from '#lib/messaging/router.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { asPerson, type Identity } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { isSettled } from '#lib/sync/entry.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import { recentContext } from './contexts.ts'
import { announced } from './draft-answers.ts'
import { startedFrom, templatesFor } from './draft-starting.ts'
import { inNewestVersion } from './newest-version.ts'
import type { Office } from './office.ts'

type Asked = Params<'deals.begin'>

/**
 * Begins the draft of one of several deals, with what was said for all of them, in one step: who is stopped before has
 * begun nothing. What is there already stays as it is. Asked again, the same draft counts as begun and is no second one.
 */
export async function beginOne(office: Office, asked: Asked, caller: Caller): Promise<Begun> {
  const { drafts, gateway, whereabouts } = office
  const { opportunityId, draftKey } = asked
  const org = await whereabouts.org(caller)
  const user = await gateway.identity(org)
  const present = await drafts.find(user, opportunityId)
  if (present) return standing(present, draftKey)
  if (await isOnItsWay(office, user, opportunityId)) return 'under-way'
  const context = await recentContext(office, org, opportunityId)
  const inTheWay = inTheWayOf(context, asked.ownerId ?? user.userId)
  if (inTheWay) return inTheWay
  const draft = await drafts.start(await draftWith(office, asked, context))
  if (draft.key === draftKey) announced(office, await inNewestVersion(office, draft))
  return standing(draft, draftKey)
}

/** Whether a draft is what was asked for, or was there before. */
const standing = ({ key }: Draft, draftKey: string): Begun => (key === draftKey ? 'begun' : 'kept')

/** Whether something about the deal is still to be sent, or was refused: that is gone on with on its page. */
async function isOnItsWay({ outbox }: Office, user: Identity, opportunityId: string) {
  const entries = await entriesOf(outbox, user)
  return entries.some((entry) => entry.opportunityId === opportunityId && !isSettled(entry))
}

function inTheWayOf(
  { deal, handoffs, identity: { userId }, may }: Context,
  ownerId: string,
): Begun | null {
  if (deal.owner.userId !== ownerId) return 'not-yours'
  // Who may write no handoff of this deal may write none of the others either.
  if (!may.create) throw new SalesforceError('no-permission', '')
  const isSent = [ownerId, userId].some((sender) => isHandedOver(handoffs, sender))
  return isSent ? 'under-way' : null
}

async function draftWith(office: Office, asked: Asked, context: Context): Promise<Draft> {
  const { templateKey, draftKey, recipient, values } = asked
  const templates = await templatesFor(office, context)
  const draft = await startedFrom(office, context, { templates, templateKey, key: draftKey })
  const template = templates.find(({ key }) => key === draft.template.key)
  const chosen = templateKey === undefined ? {} : { chosen: true }
  const by = asPerson(context.identity)
  return {
    ...(template ? withCommon(draft, { recipient, values }, { template, by }) : draft),
    ...chosen,
  }
}

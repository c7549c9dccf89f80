import type { AnswerOf } from '#lib/messaging/requests.ts'
import type { Caller } from '#lib/messaging/router.ts'
import { cachedContext } from './contexts.ts'
import { draftOf } from './draft-answers.ts'
import type { Office } from './office.ts'
import { itemsOf } from './outbox-answers.ts'
import { policyOf } from './policy-answer.ts'

type Here = AnswerOf<'page.read'>['here']

/**
 * What this computer has of an opportunity: all that a panel comes up with, in one answer. Never asks Salesforce: null
 * where it would have to be asked who the user is, and where something cannot be read. Each part can be asked for by
 * itself, and says then what is wrong.
 */
export async function hereOf(office: Office, opportunityId: string, caller: Caller): Promise<Here> {
  try {
    return await allOf(office, opportunityId, caller)
  } catch {
    return null
  }
}

async function allOf(office: Office, opportunityId: string, caller: Caller): Promise<Here> {
  const user = await office.gateway.known(await office.whereabouts.org(caller))
  if (!user) return null
  const [value, draft, outbox, policy, ownTemplates] = await Promise.all([
    cachedContext(office, user, opportunityId),
    draftOf(office, user, opportunityId),
    itemsOf(office, user, opportunityId),
    policyOf(office),
    office.shelf.own(),
  ])
  return { context: { outcome: 'ok', value }, draft, outbox, policy, ownTemplates }
}

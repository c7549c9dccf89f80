import { isTaken } from '#lib/handoff/chain.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import type { Params } from '#lib/messaging/requests.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { previousOf } from './chain.ts'
import { contextInPassing } from './contexts.ts'
import { judgingOf } from './judging.ts'
import { newDraft } from './new-draft.ts'
import type { Office } from './office.ts'
import { assessed } from './readiness.ts'

/** What is found in a handoff of a deal that is begun as the panel would begin it, in memory only. */
export async function foundIn(
  office: Office,
  org: Org,
  asked: Params<'template.try'>,
): Promise<readonly Finding[]> {
  const known = (await office.shelf.known()).of(asked)
  if (known?.version !== asked.version)
    throw new SalesforceError('not-now', 'This template has gone.')
  const read = await contextInPassing(office, org, asked.opportunityId)
  // A handoff of this kind is what is tried: it is not there to be started from, nor to be sent again.
  const handoffs = read.handoffs.filter((each) => each.kind !== known.kind && isTaken(each))
  const context = { ...read, handoffs }
  const now = office.ports.now()
  const template = inOrg(known, context)
  const templates = [template]
  const draft = newDraft({
    context,
    templates,
    judging: await judgingOf(templates, context, now),
    key: '',
    now,
    kept: {},
    previous: (await previousOf(office, context, { handoffId: null }))?.start,
  })
  return draft ? (await assessed(template, draft, { context, now })).findings : []
}

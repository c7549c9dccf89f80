import { type AcceptGates, acceptFindings, demandsForAccept } from '#lib/handoff/accept-gates.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import type { Reviewed } from '#lib/handoff/reviewed.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { orgAtApiHost } from '#lib/salesforce/org-host.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import { cachedContext, freshContext } from './contexts.ts'
import type { Office } from './office.ts'

/** What an acceptance is held against; nothing where the template is not known here. */
export async function acceptGates(
  office: Office,
  user: Identity,
  handoff: Handoff,
): Promise<AcceptGates | undefined> {
  const template = (await office.shelf.known()).forHandoff(handoff)
  if (!template) return undefined
  if (handoff.comments === undefined) throw unread()
  const reviewed = await reviewedSoFar(office, user, handoff)
  return { template, reviewed, findings: await findingsOf(office, user, { handoff, template }) }
}

/** Of a list's row it is not known what has to be read. */
function unread(): SalesforceError {
  const words = 'It has to be read before it is accepted. Open it once Salesforce answers again.'
  return new SalesforceError('rejected', words)
}

/** What Salesforce knows to be read, and what is still on its way there. */
async function reviewedSoFar({ outbox }: Office, user: Identity, handoff: Handoff) {
  const waiting = (await entriesOf(outbox, user))
    .filter(({ handoffId }) => handoffId === handoff.id)
    .map(({ plan }): Reviewed => plan.handoff.reviewed ?? {})
  return Object.assign({}, ...waiting, handoff.reviewed) satisfies Reviewed
}

interface Held {
  readonly handoff: Handoff
  readonly template: Template
}

async function findingsOf(
  office: Office,
  user: Identity,
  { handoff, template }: Held,
): Promise<readonly Finding[]> {
  if (!demandsForAccept(template) || handoff.opportunityId === '') return []
  const context = await contextOf(office, user, handoff.opportunityId)
  const { deal, lengths, types } = context
  const known = inOrg(template, context)
  const formulas = await formulasFor(known, types)
  const { timeZone } = user
  return acceptFindings(handoff, known, {
    deal,
    lengths,
    now: office.ports.now(),
    timeZone,
    formulas,
  })
}

/** The deal as the reader has it in front of them; read only where nobody has. */
async function contextOf(office: Office, user: Identity, opportunityId: string) {
  const cached = await cachedContext(office, user, opportunityId)
  if (cached) return cached
  const org = orgAtApiHost(user.host)
  if (!org) throw new SalesforceError('not-salesforce', user.host)
  return freshContext(office, org, opportunityId)
}

import { type AcceptGates, acceptFindings, demandsForAccept } from '#lib/handoff/accept-gates.ts'
import { circumstancesOf } from '#lib/handoff/circumstances.ts'
import type { Finding } from '#lib/handoff/finding.ts'
import { formulasFor } from '#lib/handoff/formulas-for.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import type { Reviewed } from '#lib/handoff/reviewed.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import { type Asker, contextAtHand } from './contexts.ts'
import type { Office } from './office.ts'

/** What an acceptance is held against; nothing where the template is not known here: another one would ask for what nobody is shown. */
export async function acceptGates(
  office: Office,
  asker: Asker,
  handoff: Handoff,
): Promise<AcceptGates | undefined> {
  const template = (await office.shelf.known()).of(handoff.template)
  if (!template) return undefined
  if (handoff.comments === undefined) throw unread()
  const reviewed = await reviewedSoFar(office, asker.user, handoff)
  return { template, reviewed, findings: await findingsOf(office, asker, { handoff, template }) }
}

/** Of a list's row it is not known what has to be read. */
function unread(): SalesforceError {
  const words = 'It has to be read before it is accepted. Open it once Salesforce answers again.'
  return new SalesforceError('not-now', words)
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
  asker: Asker,
  { handoff, template }: Held,
): Promise<readonly Finding[]> {
  if (!demandsForAccept(template) || handoff.opportunityId === '') return []
  const context = await contextAtHand(office, asker, handoff.opportunityId)
  const known = inOrg(template, context)
  const formulas = await formulasFor(known, context.types)
  const circumstances = circumstancesOf(context, office.ports.now())
  return acceptFindings(handoff, known, { ...circumstances, formulas })
}

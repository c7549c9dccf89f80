import type { Answers } from '#lib/handoff/answer.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { refresh } from '#lib/handoff/freshness.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { asPerson, type Identity } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { needsUser } from '#lib/sync/needs-user.ts'
import { entriesOf } from '#lib/sync/outbox.ts'
import type { Rework } from '#lib/storage/draft-changes.ts'
import { previousOf } from './chain.ts'
import { freshContext, recentContext } from './contexts.ts'
import { announced, noDraft } from './draft-answers.ts'
import { inNewestVersion } from './newest-version.ts'
import { judgingOf } from './judging.ts'
import { newDraft, type Start } from './new-draft.ts'
import type { Office } from './office.ts'
import { giveUp } from './outbox-answers.ts'

/** Moves a draft to the newest version of its template, and tells so. */
export async function takeIntoNewest(office: Office, draft: Draft): Promise<void> {
  const moved = await inNewestVersion(office, draft)
  if (moved !== draft) announced(office, moved)
}

/** Starts a draft with everything that is known, or gives the one that is there. */
export async function start(
  office: Office,
  { opportunityId, templateKey, variant }: Parameters<Answering['draft.start']>[0],
  caller: Caller,
): Promise<Draft> {
  const { drafts, gateway, whereabouts, ports } = office
  const org = await whereabouts.org(caller)
  const user = await gateway.identity(org)
  const present =
    (await drafts.find(user, opportunityId)) ?? (await refusedDraft(office, user, opportunityId))
  if (present) return inNewestVersion(office, present)
  const context = await recentContext(office, org, opportunityId)
  const templates = await templatesFor(office, context)
  const asked = { templates, templateKey, variant, key: ports.newKey() }
  const draft = await startedFrom(office, context, asked)
  return announced(office, await inNewestVersion(office, await drafts.start(draft)))
}

/** A new draft of a deal, which is kept nowhere yet. Throws when its template is not to be had. */
export async function startedFrom(
  office: Office,
  context: Context,
  asked: Pick<Start, 'templates' | 'templateKey' | 'variant' | 'key'>,
): Promise<Draft> {
  const now = office.ports.now()
  const draft = newDraft({
    ...asked,
    context,
    judging: await judgingOf(asked.templates, context, now),
    now,
    kept: await sentAnswers(office, context.identity, context.deal.opportunityId),
    previous: (await previousOf(office, context, { handoffId: null }))?.start,
  })
  if (draft) return draft
  throw new SalesforceError('not-now', withoutTemplate(context, asked))
}

/** Why there is no template to write with. */
function withoutTemplate({ handoffs }: Context, asked: Pick<Start, 'templates' | 'templateKey'>) {
  if (asked.templateKey !== undefined) return notOffered(asked.templateKey)
  const one = handoffs.find(
    ({ template }) =>
      template.key !== '' && !asked.templates.some(({ key }) => key === template.key),
  )
  return one
    ? `It was written with the template “${one.template.key}” ${one.template.version}, which is not on this computer. Import it in the settings, or go on where you wrote it.`
    : 'Your company offers no template that is on this computer. Tell your admin.'
}

/** What is said of a template that is gone when it is taken. */
export const notOffered = (key: string) => `The template “${key}” is not offered any more.`

/** What Salesforce refused is what the user goes on with: beside another draft it could not come back. */
async function refusedDraft(office: Office, user: Identity, opportunityId: string) {
  const refused = (await entriesOf(office.outbox, user)).findLast(
    (entry) => entry.opportunityId === opportunityId && entry.draft && needsUser(entry),
  )
  if (refused) await giveUp(office, refused.operationKey, opportunityId)
  return refused && office.drafts.find(user, opportunityId)
}

/** The templates that may be started with, and the one of a handoff that came back, as they stand in this org. */
export async function templatesFor(office: Office, context: Context): Promise<readonly Template[]> {
  const known = await office.shelf.known()
  const returned = context.handoffs.flatMap(({ template }) => known.of(template) ?? [])
  return [...known.offered, ...returned].map((template) => inOrg(template, context))
}

/** The answers of the draft that was last sent for this opportunity, while it is still here. */
async function sentAnswers(
  { outbox }: Office,
  user: Identity,
  opportunityId: string,
): Promise<Answers> {
  const entries = await entriesOf(outbox, user)
  const last = entries.findLast((entry) => entry.opportunityId === opportunityId && entry.draft)
  return last?.draft?.answers ?? {}
}

/** Fills what is unanswered with what Salesforce holds now. */
export async function refill(office: Office, draftKey: string, caller: Caller): Promise<Draft> {
  const { drafts, whereabouts, ports } = office
  const draft = await drafts.get(draftKey)
  const known = draft && (await office.shelf.known()).of(draft.template)
  if (!draft || !known) throw noDraft()
  const context = await freshContext(office, await whereabouts.org(caller), draft.opportunityId)
  const template = inOrg(known, context)
  const { deal, labels, identity } = context
  const by = asPerson(identity)
  const now = ports.now()
  const previous = (await previousOf(office, context, draft))?.start
  const baseline = { lastModifiedAt: deal.lastModifiedAt, fields: deal.fields }
  const rework: Rework = ({ answers }) => ({
    answers: { ...refresh(template, answers, { deal, labels, previous, by, at: now }) },
    baseline,
  })
  return announced(office, await drafts.rework(draftKey, rework, now))
}

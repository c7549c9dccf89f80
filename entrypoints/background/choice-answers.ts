import { changeTemplate } from '#lib/handoff/change-template.ts'
import { proposedTemplate, proposedVariant } from '#lib/handoff/choice.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { refresh } from '#lib/handoff/freshness.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import type { choiceRequests, Choices } from '#lib/messaging/choice-requests.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import { asPerson } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import { previousOf } from './chain.ts'
import { contextAtHand } from './contexts.ts'
import { announced, noDraft } from './draft-answers.ts'
import { notOffered, templatesFor } from './draft-starting.ts'
import { judgingOf } from './judging.ts'
import { choosing } from './new-draft.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

/** What the worker answers about the template that a draft is written with. */
export function choiceAnswers(office: Office): Pick<Answering, keyof typeof choiceRequests> {
  const { drafts, ports } = office
  return {
    'choice.read': ({ draftKey }, caller) => outcomeOf(() => choices(office, draftKey, caller)),
    'choice.take': (asked, caller) => outcomeOf(() => change(office, asked, caller)),
    'choice.revert': ({ draft, revision }) =>
      outcomeOf(async () => {
        const back = (now: Draft) => {
          if (now.revision !== revision)
            throw new SalesforceError('conflict', 'Something was written since.')
          const { template, variant, answers, chosen } = draft
          return { template, variant, answers, chosen }
        }
        return announced(office, await drafts.rework(draft.key, back, ports.now()))
      }),
  }
}

/** A draft and what is known of its deal; this computer's knowledge will do. */
async function atHand(office: Office, key: string, caller: Caller) {
  const { drafts, gateway, whereabouts } = office
  const draft = await drafts.get(key)
  if (!draft) throw noDraft()
  const org = await whereabouts.org(caller)
  const user = await gateway.identity(org)
  return { draft, context: await contextAtHand(office, { org, user }, draft.opportunityId) }
}

async function choices(office: Office, draftKey: string, caller: Caller): Promise<Choices> {
  const { context } = await atHand(office, draftKey, caller)
  const { deal } = context
  const offered = (await office.shelf.known()).offered.map((one) => inOrg(one, context))
  const judging = await judgingOf(offered, context, office.ports.now())
  return {
    templates: offered.map((template) => {
      const { key, name, description, variants, transfer } = template
      const variant = proposedVariant(template, deal, judging)
      return { key, name, description, trigger: transfer.trigger, variants, variant }
    }),
    fitting: proposedTemplate(choosing(context, offered, judging))?.key ?? null,
  }
}

type Asked = Parameters<Answering['choice.take']>[0]

async function change(
  office: Office,
  { draftKey, templateKey, variant }: Asked,
  caller: Caller,
): Promise<Draft> {
  const { context, draft } = await atHand(office, draftKey, caller)
  const known = await office.shelf.known()
  const to = (await templatesFor(office, context)).find(({ key }) => key === templateKey)
  if (!to) throw new SalesforceError('not-now', notOffered(templateKey))
  const previous = (await previousOf(office, context, draft))?.start
  const { deal, labels, identity } = context
  const by = asPerson(identity)
  const at = office.ports.now()
  const rework = (stored: Draft) => {
    const changed = changeTemplate(stored, { from: known.of(stored.template), to, variant })
    const answers = { ...refresh(to, changed.answers, { deal, labels, previous, by, at }) }
    const { template } = changed
    return { template, variant, answers, chosen: true }
  }
  return announced(office, await office.drafts.rework(draftKey, rework, at))
}

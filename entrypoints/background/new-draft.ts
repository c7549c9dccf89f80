import type { Answers } from '#lib/handoff/answer.ts'
import { isTaken } from '#lib/handoff/chain.ts'
import {
  type Choosing,
  type Judging,
  proposedTemplate,
  proposedVariant,
} from '#lib/handoff/choice.ts'
import type { Variant } from '#lib/handoff/variant.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { refresh } from '#lib/handoff/freshness.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import type { PreviousHandoff } from '#lib/handoff/source.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { asPerson } from '#lib/salesforce/identity.ts'
import { stagesOf } from './contexts.ts'

/** What a draft is started with; without a template or variant those that fit the deal are taken. */
export interface Start {
  readonly context: Context
  readonly templates: readonly Template[]
  readonly templateKey?: string | undefined
  readonly variant?: Variant | undefined
  readonly key: string
  /** ISO 8601. */
  readonly now: string
  /** What the templates' conditions are judged with. */
  readonly judging: Judging
  /** Answers of an earlier draft that are still on this computer, also those that never left it. */
  readonly kept: Answers
  /** What was handed over before, to start from. */
  readonly previous?: PreviousHandoff | undefined
}

/** A draft with everything that Salesforce already knows. Null when there is no such template. */
export function newDraft(start: Start): Draft | null {
  const { handoffs, identity } = start.context
  // What came back before the deal was last taken over is not mended any more.
  const taken = handoffs.findIndex(isTaken)
  const since = handoffs.slice(0, taken < 0 ? undefined : taken)
  const mine = since.filter(({ outgoing }) => outgoing.userId === identity.userId)
  const returned = mine.find(({ status }) => status === 'declined' || status === 'clarification')
  if (returned) return again(start, returned)
  const withdrawn = handoffs[0]?.status === 'cancelled' && mine[0] === handoffs[0] && mine[0]
  return (withdrawn && onceMore(start, withdrawn)) || fromScratch(start)
}

/** What came back, as a draft: under its own key, so that submitting changes it and makes no second one. */
function again(start: Start, handoff: Handoff): Draft | null {
  // One that was made by hand names no template: it is written with the one that fits.
  const templateKey = handoff.template.key || start.templateKey
  const draft = onceMore({ ...start, templateKey }, handoff)
  return draft && { ...draft, key: handoff.clientKey, handoffId: handoff.id }
}

/** What was withdrawn, as the beginning of a new handoff. Null when its template is not to be had. */
function onceMore(start: Start, handoff: Handoff): Draft | null {
  const { context, templates, now, kept, previous } = start
  const { identity, deal, labels } = context
  const templateKey = start.templateKey ?? (handoff.template.key || undefined)
  const draft = fromScratch({ ...start, templateKey })
  const template = templates.find(({ key }) => key === draft?.template.key)
  if (!template || !draft) return null
  const by = asPerson(identity)
  const answers = { ...kept, ...handoff.packet?.answers }
  return {
    ...draft,
    // Goes on to the newest version from there, and says what that has changed.
    template: template.key === handoff.template.key ? handoff.template : draft.template,
    variant: start.variant ?? handoff.packet?.variant ?? draft.variant,
    recipient: handoff.incoming,
    answers: { ...refresh(template, answers, { deal, labels, previous, by, at: now }) },
  }
}

function fromScratch(start: Start): Draft | null {
  const { context, key, now } = start
  const { identity, deal, labels } = context
  const template = templateOf(start)
  if (!template) return null
  const by = asPerson(identity)
  return {
    key,
    orgId: identity.orgId,
    userId: identity.userId,
    opportunityId: deal.opportunityId,
    opportunityName: deal.name,
    template: { key: template.key, version: template.version },
    variant: start.variant ?? proposedVariant(template, deal, start.judging),
    answers: { ...prefill(template, deal, { by, at: now, labels, previous: start.previous }) },
    recipient: null,
    bypass: null,
    unticked: [],
    baseline: { lastModifiedAt: deal.lastModifiedAt, fields: deal.fields },
    handoffId: null,
    createdAt: now,
    updatedAt: now,
    revision: 1,
  }
}

function templateOf({ templates, templateKey, context, judging }: Start): Template | null {
  if (templateKey !== undefined) return templates.find(({ key }) => key === templateKey) ?? null
  return proposedTemplate(choosing(context, templates, judging))
}

/** What the template for a deal is chosen by. */
export function choosing(
  context: Context,
  templates: readonly Template[],
  judging: Judging,
): Choosing {
  const { deal, handoffs, identity } = context
  return {
    templates,
    deal,
    judging,
    done: new Set(handoffs.filter(isTaken).map(({ kind }) => kind)),
    isMine: deal.owner.userId === identity.userId,
    stages: stagesOf(context),
  }
}

import { circumstancesOf } from '#lib/handoff/circumstances.ts'
import { decisionTimes } from '#lib/handoff/clocks.ts'
import { assess } from '#lib/handoff/completeness.ts'
import type { Deal } from '#lib/handoff/deal.ts'
import { seenFields } from '#lib/handoff/freshness.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { plannedBySender } from '#lib/handoff/foreseen.ts'
import type { FormulaEngine } from '#lib/handoff/formula-engine.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { inPlaceOfGone } from '#lib/handoff/in-place-of.ts'
import { inOrgWords } from '#lib/handoff/org-words.ts'
import { packetOf } from '#lib/handoff/packet.ts'
import type { Plan, Planned } from '#lib/handoff/plan.ts'
import { betweenOf, setOff } from '#lib/handoff/set-off.ts'
import { planSubmission, type Predecessor } from '#lib/handoff/submission.ts'
import { summary } from '#lib/handoff/summary.ts'
import { redactAnswers } from '#lib/handoff/redaction.ts'
import type { Template } from '#lib/handoff/template.ts'
import type { Tier } from '#lib/handoff/tier.ts'
import type { Context } from '#lib/salesforce/context.ts'
import { calendarOf } from '#lib/handoff/business-time.ts'

/** What a submission is planned with. */
export interface Submitting {
  readonly draft: Draft
  readonly template: Template
  readonly context: Context
  readonly operationKey: string
  /** ISO 8601. */
  readonly now: string
  /** Only answers that this circle may read leave the computer: so the company has decided. */
  readonly narrowest: Tier
  /** Absent when the template has no formulas. */
  readonly formulas: FormulaEngine | undefined
  readonly previous: Predecessor | undefined
}

/** Everything that submitting a draft changes, measured against what the user last saw. */
export function submissionPlan({
  draft,
  template,
  context,
  operationKey,
  now,
  narrowest,
  formulas,
  previous,
}: Submitting): Planned {
  const deal = asSeen(draft, context.deal)
  const { labels, locked, types, people, identity } = context
  const calendar = calendarOf(identity.timeZone)
  const circumstances = circumstancesOf({ ...context, deal }, now)
  const assessment = assess(template, draft, { ...circumstances, people, formulas })
  const leaving = { ...draft, answers: redactAnswers(template, draft.answers, narrowest) }
  const actor = { userId: draft.userId, name: identity.userName }
  const handoff = sentBefore(draft, context.handoffs)
  const foreseeing = { template, draft: leaving, deal, actor, handoff, calendar, now, formulas }
  const planned = planSubmission({
    operationKey,
    actor,
    now,
    template,
    draft: inPlaceOfGone(leaving, handoff),
    deal,
    assessment,
    handoff,
    transition: plannedBySender(foreseeing),
    dueAt: decisionTimes(template.clocks, now, { calendar }).dueAt,
    summary: summaryOf({ draft: leaving, template, context, previous }),
    previous,
    labels,
    locked,
    types,
    rights: people,
  })
  const whole = setOff(planned, template, {
    between: betweenOf({ draft, deal, actor }),
    calendar,
  })
  return whole.outcome === 'planned' ? { ...whole, plan: measured(whole.plan, draft) } : whole
}

/** Everybody who may open the record reads its summary: what is for the recipient alone stays in the packet. */
export const summaryReaders = 'account-team'

/** The handoff as text for people without the extension. */
function summaryOf({
  draft,
  template,
  context,
  previous,
}: Pick<Submitting, 'draft' | 'template' | 'context' | 'previous'>) {
  const { deal, identity, picklists } = context
  const { name: opportunityName, accountName, currency, fields } = deal
  const amount = fields['Opportunity.Amount']
  const about = {
    opportunityName,
    accountName,
    amount: typeof amount === 'number' ? amount : null,
    currency,
    outgoing: { userId: draft.userId, name: identity.userName },
    incoming: draft.recipient,
  }
  const packet = packetOf(template, draft)
  const before = previous?.chapter
  const worded = inOrgWords(template, picklists)
  const chapter = before && { ...before, template: inOrgWords(before.template, picklists) }
  const source = { about, template: worded, packet, name: '', previous: chapter ?? undefined }
  return summary(source, summaryReaders)
}

/**
 * The deal with the values that the draft was written against. What has been read since without the user
 * seeing it must not count as seen: it would be overwritten silently.
 */
function asSeen({ baseline, answers }: Draft, deal: Deal): Deal {
  const { lastModifiedAt, fields } = baseline
  // A field that this user does not have was never seen: it is not written either.
  const seen = Object.entries(seenFields(answers)).filter(([path]) => path in deal.fields)
  const asked = { ...deal.fields, ...fields, ...Object.fromEntries(seen) }
  return { ...deal, lastModifiedAt, fields: asked }
}

/** A submission always writes the opportunity's status, so it is always measured: two computers may hand over the same deal. */
function measured(plan: Plan, { baseline }: Draft): Plan {
  return { ...plan, unmodifiedSince: baseline.lastModifiedAt }
}

function sentBefore({ handoffId }: Draft, handoffs: readonly Handoff[]): Handoff | null {
  return handoffs.find(({ id }) => id === handoffId) ?? null
}

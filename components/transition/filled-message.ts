import { merge, mergeValues } from '#lib/handoff/merge-fields.ts'
import { milestonesNow } from '#lib/handoff/milestone-tasks.ts'
import type { Tier } from '#lib/handoff/tier.ts'
import type { Arranging } from '#lib/handoff/transition-plan.ts'
import type { DatedMilestone } from '#lib/handoff/transition.ts'
import type { MessageTemplate } from '#lib/templates/messages.ts'

/** A message with its fields filled, and the fields for which there was nothing. */
export interface FilledMessage {
  readonly subject: string
  readonly body: string
  readonly missing: readonly string[]
  /** What it was filled with. */
  readonly filled: readonly string[]
}

const isAhead = ({ status, kind }: DatedMilestone) =>
  status === 'open' && (kind === 'joint-call' || kind === 'review')

/** The dates a customer may read of, without what else the step is for. */
function datesAhead({ handoff }: Arranging): readonly DatedMilestone[] {
  const { transition, tasks } = handoff
  const ahead = milestonesNow(transition ?? { milestones: [] }, tasks).filter(isAhead)
  return ahead.map((one) => Object.assign({}, one, { label: one.label.split(';')[0] ?? one.label }))
}

/** The message filled with what its readers may know; colleagues are readers of the tier given. */
export function filledMessage(
  message: MessageTemplate,
  arranging: Arranging,
  { contact, colleagues = 'recipient' }: { readonly contact: string; readonly colleagues?: Tier },
): FilledMessage {
  const { handoff, template } = arranging
  const { packet, name } = handoff
  if (packet === null)
    return { subject: message.subject, body: message.body, missing: [], filled: [] }
  const source = { template, packet, name, about: handoff }
  const reader = message.toCustomer ? 'customer' : colleagues
  const values = mergeValues(source, reader, datesAhead(arranging))
  const named = contact === '' ? values : { ...values, contact }
  const [subject, body] = [merge(message.subject, named), merge(message.body, named)]
  return {
    subject: subject.text,
    body: body.text,
    missing: [...new Set([...subject.missing, ...body.missing])],
    filled: [...subject.parts, ...body.parts].flatMap(({ kind, text }) =>
      kind === 'filled' ? [text] : [],
    ),
  }
}

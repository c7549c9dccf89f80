import type { BriefSource } from '#lib/handoff/brief-source.ts'
import { addressee, merge, mergeValues } from '#lib/handoff/merge-fields.ts'
import { messageTemplates } from '#lib/templates/messages.ts'

/** The three questions to the customer, filled with what the customer may know. */
export function pulseMail(source: BriefSource) {
  const mail = messageTemplates.find(({ kind }) => kind === 'pulse')
  if (!mail) return null
  const contact = addressee(source)
  const values = { ...mergeValues(source, 'customer'), contact }
  const body = contact === '' ? mail.body.replace(' {{contact}}', '') : mail.body
  return { subject: merge(mail.subject, values), body: merge(body, values) }
}

import { todayIn } from './circumstances.ts'
import { daysBetween, dayIn } from './day.ts'
import { fieldLabel } from './field-label.ts'
import { changedInSalesforce } from './freshness.ts'
import { fieldValueOf } from './written-value.ts'
import { normalised } from './placeholder.ts'
import type { Deal } from './deal.ts'
import type { Rule } from './subject.ts'
import { finding, quoted, warning } from './subject.ts'
import { lengthOf } from './field-length.ts'

/** Words older than this may no longer be true. */
const OLD_AFTER_DAYS = 14

/** Read from Salesforce, and changed there since. */
export const stale: Rule = (subject) => {
  const { question, answer, circumstances } = subject
  const changed = changedInSalesforce(question, answer, circumstances.deal)
  if (!changed) return []
  const sentence = changed.now
    ? `${quoted(question.label)} has changed in Salesforce since it was read.`
    : `${quoted(question.label)} has been emptied in Salesforce since it was read.`
  return [warning(subject, 'stale', { sentence })]
}

/** Typed here, while somebody else changed the field it will be written to. */
export const changedMeanwhile: Rule = (subject) => {
  const { question, answer, baseline, circumstances } = subject
  const path = question.writeTo
  if (path === undefined || answer?.kind !== 'given' || answer.provenance.from !== 'typed')
    return []
  const now = circumstances.deal.fields[path]
  if (!(path in baseline.fields) || now === undefined || now === baseline.fields[path]) return []
  if (now === fieldValueOf(answer.value)) return []
  const sentence = `${fieldLabel(path)} was changed in Salesforce while you wrote. Choose which one stays.`
  return [warning(subject, 'changed-meanwhile', { sentence })]
}

/** Written longer ago than words stay true. */
export const old: Rule = (subject) => {
  const { question, answer, demand, circumstances } = subject
  if (answer?.kind !== 'given' || answer.provenance.from !== 'typed' || !demand) return []
  const days = daysBetween(dayIn(circumstances.timeZone, answer.at), todayIn(circumstances))
  if (!(days > OLD_AFTER_DAYS)) return []
  const sentence = `${quoted(question.label)} was written ${days} days ago. Check that it still holds.`
  return [warning(subject, 'old', { sentence })]
}

interface Named {
  readonly name: string
  readonly contactId: string
  readonly row?: string
}

// Who decides must be on the record: an economic buyer or final say that nobody else can find is F8's contradiction.
const decides = /economic|decision[- ]maker|final say|executive sponsor|champion/i

function namedPeople({ answer }: Parameters<Rule>[0]): readonly Named[] {
  if (answer?.kind !== 'given') return []
  const { value } = answer
  if (value.type === 'contact' && value.name.trim() !== '') return [value]
  if (value.type !== 'people') return []
  return value.rows
    .filter(({ finalSay, role, name }) => name.trim() !== '' && (finalSay || decides.test(role)))
    .map(({ name, contactId, id }) => ({ name, contactId, row: id }))
}

function hasRole({ contactRoles }: Deal, { name, contactId }: Named): boolean {
  return contactRoles.some((role) =>
    contactId === '' ? normalised(role.name) === normalised(name) : role.contactId === contactId,
  )
}

/** Names somebody who has no contact role on the opportunity. */
export const noContactRole: Rule = (subject) =>
  namedPeople(subject)
    .filter((named) => !hasRole(subject.circumstances.deal, named))
    .map(({ name, row }) => {
      const sentence = `${name} has no contact role on this opportunity.`
      return warning(
        subject,
        'no-contact-role',
        row === undefined ? { sentence } : { sentence, row },
      )
    })

/** The next step lies in the past. */
export const pastNextStep: Rule = (subject) => {
  const { question, answer, circumstances } = subject
  if (question.brief !== 'next-step' || answer?.kind !== 'given' || answer.value.type !== 'date') {
    return []
  }
  if (answer.value.date >= todayIn(circumstances)) return []
  const sentence = `${quoted(question.label)} lies in the past: ${answer.value.date}.`
  return [warning(subject, 'date-past', { sentence })]
}

/** Longer than the field it is written to. Salesforce would refuse it. */
export const tooLong: Rule = (subject) => {
  const { question, answer, circumstances } = subject
  if (question.writeTo === undefined || answer?.kind !== 'given') return []
  const limit = lengthOf(question.writeTo, circumstances.lengths)
  const written = fieldValueOf(answer.value)
  if (limit === null || typeof written !== 'string' || written.length <= limit) return []
  const sentence = `${quoted(question.label)} has ${written.length} characters; ${fieldLabel(question.writeTo)} holds ${limit}.`
  return [finding(subject, { severity: 'blocks-submit', rule: 'too-long', sentence })]
}

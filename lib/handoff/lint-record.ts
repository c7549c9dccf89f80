import { todayIn } from './circumstances.ts'
import { daysBetween, dayIn } from './day.ts'
import { fieldLabel } from './field-label.ts'
import { changedInSalesforce } from './freshness.ts'
import { isLeftAlone, writtenBy } from './written-path.ts'
import { fieldValueOf, isSame } from './written-value.ts'
import { type NamedPerson, roleOf, willWrite } from './contact-roles.ts'
import { isOurs } from './our-people.ts'
import type { Question } from './question.ts'
import type { Rule } from './subject.ts'
import { finding, quoted, warning } from './subject.ts'
import { lengthOf } from './field-length.ts'
import { spokenDay } from './spoken-day.ts'

/** Words older than this may no longer be true. */
const OLD_AFTER_DAYS = 14

/** Read from Salesforce, and changed there since. */
export const stale: Rule = (subject) => {
  const { question, answer, circumstances } = subject
  if (answer?.kind !== 'given' || answer.provenance.from === 'typed') return []
  const changed = changedInSalesforce(question, answer, circumstances.deal)
  if (!changed) return []
  const what = changed.now ? 'changed' : 'been emptied'
  const sentence = `${quoted(question.label)} has ${what} in Salesforce since it was read.`
  return [warning(subject, 'stale', { sentence })]
}

/** Typed here, while somebody else changed what it was read from or will be written to. */
export const changedMeanwhile: Rule = (subject) => {
  const { question, answer, circumstances } = subject
  if (answer?.kind !== 'given' || answer.provenance.from !== 'typed') return []
  const isChanged =
    answer.provenance.over === undefined
      ? isFieldChanged(subject)
      : changedInSalesforce(question, answer, circumstances.deal) !== null
  if (!isChanged) return []
  const what = question.writeTo ? fieldLabel(question.writeTo) : quoted(question.label)
  const sentence = `${what} was changed in Salesforce while you wrote. Choose which one stays.`
  return [warning(subject, 'changed-meanwhile', { sentence })]
}

/** For answers that do not know what they were written over: measured against the start of the draft. */
function isFieldChanged({ question, answer, baseline, circumstances }: Parameters<Rule>[0]) {
  const path = question.writeTo
  if (path === undefined || answer?.kind !== 'given' || !(path in baseline.fields)) return false
  const now = circumstances.deal.fields[path]
  const isOther = now !== undefined && now !== baseline.fields[path]
  const mine = fieldValueOf(answer.value, question, circumstances)
  return isOther && !isSame(path, [now, mine], circumstances)
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
  readonly person: NamedPerson
  readonly row?: string
}

// Who decides must be on the record: an economic buyer or final say that nobody else can find is F8's contradiction.
const decides = /economic|decision[- ]maker|final say|executive sponsor|champion/i

function namedPeople({ question, answer }: Parameters<Rule>[0]): readonly Named[] {
  if (answer?.kind !== 'given' || isOurs(question)) return []
  const { value } = answer
  if (value.type === 'contact' && value.name.trim() !== '') return [{ person: value }]
  if (value.type !== 'people') return []
  return value.rows
    .filter(({ finalSay, role, name }) => name.trim() !== '' && (finalSay || decides.test(role)))
    .map((person) => ({ person, row: person.id }))
}

/** Names somebody who has no contact role on the opportunity, and will not be given one by submitting. */
export const noContactRole: Rule = (subject) => {
  const { question, answer, circumstances } = subject
  const { deal, people: rights } = circumstances
  return namedPeople(subject)
    .filter(({ person }) => !roleOf(person, deal.contactRoles))
    .filter(({ person }) => !willWrite({ person, question, answer }, { deal, rights }))
    .map(({ person, ...row }) => {
      const sentence = `${person.name} has no contact role on this opportunity.`
      return warning(subject, 'no-contact-role', { sentence, ...row })
    })
}

/** Whether a question asks who wins the deal for us inside. */
export const isChampion = ({ answer, covers = [] }: Question) =>
  (answer.type === 'contact' && /champion/i.test(answer.role ?? '')) ||
  covers.some((letter) => /champion/i.test(letter))

/** A champion of whom nobody says how strong they are. */
export const championStrength: Rule = (subject) => {
  const { question, answer } = subject
  if (answer?.kind !== 'given' || answer.value.type !== 'contact' || !isChampion(question))
    return []
  const { name, strength } = answer.value
  if (name.trim() === '' || strength !== '') return []
  return [
    warning(subject, 'champion-strength', { sentence: `Say how strong ${name}’s support is.` }),
  ]
}

/** The next step lies in the past. */
export const pastNextStep: Rule = (subject) => {
  const { question, answer, circumstances } = subject
  if (question.brief !== 'next-step' || answer?.kind !== 'given' || answer.value.type !== 'date') {
    return []
  }
  if (answer.value.date >= todayIn(circumstances)) return []
  const sentence = `${quoted(question.label)} lies in the past: ${spokenDay(answer.value.date)}.`
  return [warning(subject, 'date-past', { sentence })]
}

/** What fields of some types hold and nothing else; what can be read as a time is written as one. */
const only: Readonly<Record<string, readonly [shape: RegExp, what: string]>> = {
  int: [/^-?\d+$/, 'whole numbers'],
  time: [/Z$/, 'times such as 09:30'],
}

/** What Salesforce would refuse for the field it will be written to: more than it holds, a part of a number for whole ones, or no time. */
export const unfit: Rule = (subject) => {
  const { question, answer, unticked, circumstances } = subject
  const { types = {}, lengths, locked } = circumstances
  const { writeTo = '', label } = question
  const written = writtenBy(question, answer, circumstances)
  if (written === undefined || isLeftAlone(question, unticked, locked)) return []
  const blocks = (rule: string, has: string, holds: string) => {
    const sentence = `${quoted(label)} ${has}; ${fieldLabel(writeTo)} holds ${holds}.`
    return [finding(subject, { severity: 'blocks-submit', rule, sentence })]
  }
  const text = String(written)
  const limit = lengthOf(writeTo, lengths) ?? Infinity
  if (text.length > limit) return blocks('too-long', `has ${text.length} characters`, `${limit}`)
  const takes = only[types[writeTo] ?? '']
  return takes && !takes[0].test(text) ? blocks('unfit', 'does not fit', takes[1]) : []
}

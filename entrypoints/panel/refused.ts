import type { Answer, Answers } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'

/** What Salesforce refused of a draft that is being mended, by its deal; gone with the panel. */
const refusals = new Map<string, Refusal>()

/** What Salesforce said when it refused, and about which fields. */
export type Refusal = NonNullable<OutboxItem['trouble']>

/** The user goes back to the answers with this in mind. */
export function noteRefusal({ opportunityId, trouble }: OutboxItem): void {
  if (trouble?.kind === 'rejected') refusals.set(opportunityId, trouble)
}

/** What was refused of a deal's draft. */
export const refusalOf = (opportunityId: string): Refusal | undefined => refusals.get(opportunityId)

/** It is sent again, or read. */
export const forgetRefusal = (opportunityId: string): boolean => refusals.delete(opportunityId)

const people: ReadonlySet<Question['answer']['type']> = new Set(['contact', 'people'])

function isAbout(question: Question, path: string): boolean {
  if (/^(?:Contact|OpportunityContactRole)\./.test(path)) return people.has(question.answer.type)
  const read = (question.prefill ?? []).some(
    (source) => source.from === 'field' && source.field === path,
  )
  return question.writeTo === path || read
}

/** Whether an answer makes somebody a contact, or changes the part they play. */
function changesPeople(answer: Answer | undefined): boolean {
  if (answer?.kind !== 'given') return false
  const { value } = answer
  const named = value.type === 'contact' ? [value] : value.type === 'people' ? value.rows : []
  return named.some((one) => Boolean(one.newRole) || ('lastName' in one && Boolean(one.lastName)))
}

interface Asked {
  readonly questions: readonly Question[]
  readonly answers: Answers
}

/** The question that has to do with one of the fields that were refused; of several the one whose answer changes something. */
export function questionRefused(
  { questions, answers }: Asked,
  { fields }: Refusal,
): Question | undefined {
  const all = questions.filter((question) => fields.some((path) => isAbout(question, path)))
  return all.find(({ key }) => changesPeople(answers[key])) ?? all[0]
}

import type { Answers } from '#lib/handoff/answer.ts'
import type { Question } from '#lib/handoff/question.ts'

/** Names what is typed of a new contact until the contact is used as the answer. */
export const boxOf = (question: string) => `new-contact ${question}`

/** How somebody is called who was begun as a new contact: the first two lines of what is kept. */
export const nameBegun = (text: string) => text.split('\n', 2).join(' ').trim()

/** Somebody who was begun as a new contact for an answer and is not used in it. */
interface Begun {
  readonly question: string
  readonly sentence: string
}

/** Those who are not sent, because whoever typed them has not said yet that they are the answer. */
export function begunContacts(
  questions: readonly Pick<Question, 'key' | 'label'>[],
  answers: Answers,
  typed: Readonly<Record<string, string>>,
): readonly Begun[] {
  return questions.flatMap(({ key, label }) => {
    const text = typed[boxOf(key)]
    const { kind = 'given' } = answers[key] ?? {}
    if (text === undefined || kind !== 'given') return []
    const name = nameBegun(text)
    const who = name === '' ? 'A new contact' : `“${name}”`
    const sentence = `${label}: ${who} is not sent until you press “Use this contact”.`
    return [{ question: key, sentence }]
  })
}

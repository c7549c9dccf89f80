import { boxOf, listOf, searchOf } from '#components/handoff/box-names.ts'
import { nameBegun } from '#components/handoff/name-begun.ts'
import type { Answer, Answers } from '#lib/handoff/answer.ts'
import { firstWords } from '#lib/handoff/clip.ts'
import type { Question } from '#lib/handoff/question.ts'
import { rowsOf } from '#lib/handoff/value-text.ts'

/** Something that was typed for an answer and is not in it. */
interface Begun {
  readonly question: string
  readonly sentence: string
}

const quoted = (text: string) => `“${firstWords(text, 8)}”`

/** What is to be said of each box. */
const boxes = [
  {
    of: boxOf,
    said: (text: string) => {
      const name = nameBegun(text)
      return `${name === '' ? 'A new contact' : quoted(name)} is not sent until you press “Use this contact”.`
    },
  },
  { of: searchOf, said: (text: string) => `${quoted(text)} is not sent until you pick somebody.` },
  {
    of: listOf,
    said: (text: string) => `${quoted(text)} is not sent until you press “Make rows”.`,
  },
]

/** Numbers that cannot be read are kept under the question’s name, or the row’s. */
function wrongNumbers(key: string, answer: Answer | undefined, typed: Typed): readonly string[] {
  const rows = answer?.kind === 'given' ? rowsOf(answer.value) : []
  const isOfRow = (box: string) => rows.some(({ id }) => box.split(' ')[1] === id)
  return Object.entries(typed).flatMap(([box, text]) =>
    box === key || isOfRow(box) ? `${quoted(text)} is not a number, and is not sent.` : [],
  )
}

type Typed = Readonly<Record<string, string>>

/** What is not sent, because whoever typed it has not made an answer of it yet. */
export function begunAnswers(
  questions: readonly Pick<Question, 'key' | 'label'>[],
  answers: Answers,
  typed: Typed,
): readonly Begun[] {
  return questions.flatMap(({ key, label }) => {
    const answer = answers[key]
    if (answer && answer.kind !== 'given') return []
    const begun = boxes.flatMap(({ of, said }) => {
      const text = typed[of(key)]
      return text === undefined ? [] : said(text)
    })
    return [...begun, ...wrongNumbers(key, answer, typed)].map((words) => ({
      question: key,
      sentence: `${label}: ${words}`,
    }))
  })
}

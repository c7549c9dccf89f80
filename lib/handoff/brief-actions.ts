import type { Answer } from './answer.ts'
import type { Line } from './answer-lines.ts'
import { answerLines } from './answer-lines.ts'
import type { Asked } from './brief-source.ts'
import { joined } from './row-sentence.ts'
import { spokenDay } from './spoken-day.ts'
import { textOf } from './value-text.ts'

const wordsOf = (answer: Answer | undefined) =>
  answer?.kind === 'given' ? textOf(answer.value) : ''

/** The next step with its date and its owner in one line, wherever the template keeps them. */
function nextStep(asked: readonly Asked[]): readonly Line[] {
  const parts = asked.filter(({ question }) => question.brief === 'next-step')
  const step = parts.find(({ question }) => question.answer.type.endsWith('text'))
  const text = wordsOf(step?.answer)
  if (step === undefined || text === '') return []
  const date = parts.find(({ question }) => question.answer.type === 'date')
  const who = parts.find(({ question }) => question.answer.type === 'person')
  const due = wordsOf(date?.answer)
  const about = joined([wordsOf(who?.answer), due === '' ? '' : `by ${spokenDay(due)}`])
  const { key, label } = step.question
  return [
    { question: key, label, text: about === '' ? text : `${text.replace(/\.$/, '')} (${about})` },
  ]
}

const listed = /^\s*(?:[-*•–]|\d+[.)])\s+/

/** A text with one action on each line is several actions. */
function actionLines({ question, answer }: Asked): readonly Line[] {
  if (answer?.kind !== 'given') return []
  const { value } = answer
  if (value.type === 'responsibilities') {
    return value.rows
      .filter(({ who, task }) => who === 'incoming' && task.trim() !== '')
      .map(({ id, task }) => ({
        question: question.key,
        label: question.label,
        row: id,
        text: task,
      }))
  }
  return answerLines(question, answer).flatMap((line) =>
    line.text
      .split('\n')
      .map((text) => text.replace(listed, '').trim())
      .filter((text) => text !== '')
      .map((text) => Object.assign({}, line, { text })),
  )
}

const writtenFirst = ({ question }: Asked) => (question.answer.type === 'responsibilities' ? 1 : 0)

/** Dated promises, the earliest first. */
function promisesByDate(asked: readonly Asked[]): readonly Line[] {
  const dated = asked.flatMap(({ question, answer }) => {
    const value = answer?.kind === 'given' ? answer.value : undefined
    if (value?.type !== 'commitments') return []
    return value.rows
      .filter(({ due, words }) => due !== '' && words.trim() !== '')
      .map(({ id, words, due, toWhom }) => ({
        due,
        question: question.key,
        label: question.label,
        row: id,
        text: `Keep the promise “${words.trim()}” (${joined([toWhom, `by ${spokenDay(due)}`])})`,
      }))
  })
  return dated
    .toSorted((one, other) => one.due.localeCompare(other.due))
    .map(({ question, label, row, text }) => ({ question, label, row, text }))
}

const HOW_MANY = 3

/** What to do first: what the sender wrote down as such, else the next step, then dated promises and the recipient's tasks. */
export function firstActions(asked: readonly Asked[]): readonly Line[] {
  const named = asked
    .filter(({ question }) => question.brief === 'first-actions')
    .toSorted((one, other) => writtenFirst(one) - writtenFirst(other))
  const written = named.filter((one) => writtenFirst(one) === 0).flatMap(actionLines)
  const tasks = named.filter((one) => writtenFirst(one) === 1).flatMap(actionLines)
  const all = [...written, ...nextStep(asked), ...promisesByDate(asked), ...tasks]
  const texts = all.map(({ text }) => text)
  return all.filter(({ text }, at) => texts.indexOf(text) === at).slice(0, HOW_MANY)
}

import type { Line } from './answer-lines.ts'
import { answerLines } from './answer-lines.ts'
import type { Asked } from './brief-source.ts'
import { leadIn } from './lead-in.ts'
import type { Question } from './question.ts'
import { rowSentences } from './row-sentence.ts'
import type { Row } from './rows.ts'
import { spokenDay } from './spoken-day.ts'

type Heading = NonNullable<Question['brief']>

const isUnknown = ({ answer }: Asked) =>
  answer?.kind === 'unknown-not-asked' || answer?.kind === 'unknown-asked'

const valueOf = ({ answer }: Asked) => (answer?.kind === 'given' ? answer.value : undefined)

const lineOf = ({ question }: Asked, row: { row: string; text: string }): Line => ({
  ...row,
  question: question.key,
  label: question.label,
})

/** Lists whose rows are names of things: what these have to do with the deal, their question says. */
const onlyNames: ReadonlySet<string> = new Set(['competitors', 'products', 'links', 'evidence'])

/** A line says what it is about, a signed none too; a row that is a sentence says it itself. */
function labelled({ question, answer }: Asked): readonly Line[] {
  return answerLines(question, answer).map((line) =>
    line.row !== undefined && !onlyNames.has(question.answer.type)
      ? line
      : Object.assign({}, line, { text: `${leadIn(line.label)} ${line.text}` }),
  )
}

/** What is known under a heading; what is not known stands among the open questions. */
export function known(asked: readonly Asked[], heading: Heading): readonly Line[] {
  return asked.filter((one) => one.question.brief === heading && !isUnknown(one)).flatMap(labelled)
}

function objections(asked: readonly Asked[], wanted: (row: Row<'objections'>) => boolean): Line[] {
  return asked.flatMap((one) => {
    const value = valueOf(one)
    if (value?.type !== 'objections') return []
    const rows = value.rows.filter((row) => row.objection.trim() !== '' && wanted(row))
    return rowSentences({ type: 'objections', rows }).map((row) => lineOf(one, row))
  })
}

const isClosed = (row: Row<'objections'>) => row.doNotReopen
const isSettled = (row: Row<'objections'>) => !row.doNotReopen && row.status === 'resolved'
const isOpen = (row: Row<'objections'>) => !row.doNotReopen && row.status === 'open'

const holdsObjections = (one: Asked) => valueOf(one)?.type === 'objections'

/** Objections that were closed for good, and decisions that stand. */
export function doNotReopen(asked: readonly Asked[]): readonly Line[] {
  const others = asked.filter((one) => !holdsObjections(one))
  return [...objections(asked, isClosed), ...known(others, 'do-not-reopen')]
}

/** What the customer has answered already, and the objections that were settled. */
export function doNotAsk(asked: readonly Asked[]): readonly Line[] {
  const others = asked.filter((one) => !holdsObjections(one))
  const settled = objections(asked, isSettled)
  return [
    ...known(others, 'do-not-ask'),
    ...settled.map((line) => Object.assign({}, line, { text: `Objection settled: ${line.text}` })),
  ]
}

function unknownLine({ question, answer }: Asked): Line {
  const finding =
    answer?.kind === 'unknown-asked'
      ? `${answer.who === '' ? 'asked' : `${answer.who} finds out`}${
          answer.until === '' ? '' : ` by ${spokenDay(answer.until)}`
        }`
      : 'not asked yet'
  return {
    question: question.key,
    label: question.label,
    text: `${leadIn(question.label)} ${finding}`,
  }
}

function assumed(one: Asked): readonly Line[] {
  const value = valueOf(one)
  if (value?.type !== 'successCriteria') return []
  return value.rows
    .filter(({ validated, useCase }) => validated === 'assumed' && useCase.trim() !== '')
    .map(({ id, useCase, target }) =>
      lineOf(one, {
        row: id,
        text: `The customer has not confirmed: ${useCase}${target === '' ? '' : `, ${target}`}`,
      }),
    )
}

/** What is not known, with who finds out by when; open objections; success that is only assumed. */
export function openQuestions(asked: readonly Asked[]): readonly Line[] {
  return [
    ...asked.filter(isUnknown).map(unknownLine),
    ...objections(asked, isOpen),
    ...asked.flatMap(assumed),
    ...known(asked, 'open-questions'),
  ]
}

import type { GivenAnswer } from './answer.ts'
import type { Line } from './answer-lines.ts'
import { known } from './brief-lines.ts'
import type { Asked } from './brief-source.ts'
import type { Question } from './question.ts'
import { joined, rowSentences } from './row-sentence.ts'
import type { Row } from './rows.ts'

type Contact = Extract<GivenAnswer['value'], { type: 'contact' }>
interface Part {
  readonly question: Question
  readonly contact: Contact
}

function partsIn(asked: readonly Asked[]): readonly Part[] {
  return asked.flatMap(({ question, answer }) =>
    answer?.kind === 'given' && answer.value.type === 'contact' && answer.value.name.trim() !== ''
      ? [{ question, contact: answer.value }]
      : [],
  )
}

const identityOf = ({ contactId, name }: Pick<Contact, 'contactId' | 'name'>) =>
  contactId === '' ? name.trim().toLowerCase() : contactId

/** One person with every part they play, so that nobody is introduced three times. */
function personLine(parts: readonly [Part, ...Part[]]): Line {
  const [{ question, contact }] = parts
  const notes = parts.map((part) =>
    joined([
      part.contact.strength === '' ? '' : `${part.contact.strength} support`,
      part.contact.note,
    ]),
  )
  const plays = joined(parts.map((part) => part.question.label))
  const person = joined([contact.name, contact.title])
  return {
    question: question.key,
    label: question.label,
    text: joined([`${plays}: ${person}`, ...new Set(notes)], '; '),
  }
}

const hasRemarks = ({ style, channel, cadence, taboos }: Row<'people'>) =>
  [style, channel, cadence, taboos].some((cell) => cell.trim() !== '')

/** Rows about people who are not introduced yet, or about whom there is more to say. */
function rowLines({ question, answer }: Asked, introduced: ReadonlySet<string>): readonly Line[] {
  const value = answer?.kind === 'given' ? answer.value : undefined
  if (value?.type !== 'people') return []
  const rows = value.rows.filter(
    (row) => row.name.trim() !== '' && (hasRemarks(row) || !introduced.has(identityOf(row))),
  )
  return rowSentences({ type: 'people', rows }).map(({ row, text }) => ({
    row,
    text,
    question: question.key,
    label: question.label,
  }))
}

const isAbout = (type: string) => (one: Asked) =>
  one.answer?.kind === 'given' && one.answer.value.type === type

/** Who is who: each person once with every part they play, then what else is to know about people. */
export function peopleLines(asked: readonly Asked[]): readonly Line[] {
  const here = asked.filter(({ question }) => question.brief === 'people')
  const parts = partsIn(here)
  const introduced = new Set(parts.map(({ contact }) => identityOf(contact)))
  const persons = [...introduced].flatMap((identity) => {
    const [first, ...more] = parts.filter(({ contact }) => identityOf(contact) === identity)
    return first ? [personLine([first, ...more])] : []
  })
  const others = here.filter((one) => !isAbout('contact')(one) && !isAbout('people')(one))
  return [
    ...persons,
    ...here.flatMap((one) => rowLines(one, introduced)),
    ...known(others, 'people'),
  ]
}

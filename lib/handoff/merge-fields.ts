import type { Answer } from './answer.ts'
import { firstActions } from './brief-actions.ts'
import { doNotReopen, known, openQuestions } from './brief-lines.ts'
import { peopleLines } from './brief-people.ts'
import type { Asked, BriefSource } from './brief-source.ts'
import { askedIn, redactedSource } from './brief-source.ts'
import { answerLines, type Line } from './answer-lines.ts'
import { leadIn } from './lead-in.ts'
import { isChampion } from './lint-record.ts'
import { joined } from './row-sentence.ts'
import { spokenDay } from './spoken-day.ts'
import type { Tier } from './tier.ts'
import type { DatedMilestone } from './transition.ts'

export const mergeFields = [
  'customer',
  'deal',
  'outgoing',
  'incoming',
  'contact',
  'goals',
  'people',
  'promises',
  'notReopened',
  'risks',
  'openQuestions',
  'actions',
  'timeline',
  'facts',
] as const
type MergeField = (typeof mergeFields)[number]
export type MergeValues = Readonly<Record<MergeField, string>>

const bulleted = (texts: readonly string[]) => texts.map((text) => `- ${text}`).join('\n')
const lines = (list: readonly Line[]) => bulleted(list.map(({ text }) => text))

/** Goals as the customer may read them: without our remark whether they were agreed. */
const listedGoals = ({ answer }: Asked): readonly string[] =>
  answer?.kind === 'given' && answer.value.type === 'successCriteria'
    ? answer.value.rows
        .filter(({ useCase }) => useCase.trim() !== '')
        .map(({ useCase, target, by }) =>
          joined([joined([useCase, target], ': '), by === '' ? '' : `by ${spokenDay(by)}`]),
        )
    : []

/** Goals that a template asks for in other ways than as a list. */
const toldGoals = ({ question, answer }: Asked): readonly string[] =>
  question.brief === 'success' &&
  answer?.kind === 'given' &&
  answer.value.type !== 'successCriteria'
    ? answerLines(question, answer).map(({ text }) => text)
    : []

function goals(asked: readonly Asked[]): string {
  const listed = asked.flatMap(listedGoals)
  return bulleted(listed.length > 0 ? listed : asked.flatMap(toldGoals))
}

/** The contacts who are named, the champion first. */
function contactsIn(asked: readonly Asked[]): readonly string[] {
  return asked
    .flatMap(({ question, answer }) =>
      answer?.kind === 'given' && answer.value.type === 'contact' && answer.value.name.trim() !== ''
        ? [{ name: answer.value.name, rank: isChampion(question) ? 0 : 1 }]
        : [],
    )
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
}

/** Whom a mail to the customer greets, whoever may read of their part; empty where nobody is named. */
export const addressee = (source: BriefSource): string => contactsIn(askedIn(source))[0] ?? ''

const isTheirs = ({ question }: Asked) => question.toCustomer === true

/** What was bought without what it costs: prices are not for every reader at the customer. */
const unpriced = (answer: Answer): Answer =>
  answer.kind === 'given' && answer.value.type === 'products'
    ? {
        ...answer,
        value: {
          type: 'products',
          rows: answer.value.rows.map((row) => Object.assign({}, row, { totalPrice: 0 })),
        },
      }
    : answer

/** What the customer may read, to be confirmed or set right; what nobody knows yet is no fact. */
function facts(asked: readonly Asked[]): string {
  return bulleted(
    asked
      .filter(isTheirs)
      .flatMap(({ question, answer }) =>
        answer?.kind === 'given'
          ? answerLines(question, unpriced(answer)).map(
              ({ text, label }) => `${leadIn(label)} ${text}`,
            )
          : [],
      ),
  )
}

const timeline = (milestones: readonly DatedMilestone[]) =>
  bulleted(
    milestones.flatMap(({ day, label }) => (day === null ? [] : [`${spokenDay(day)}: ${label}`])),
  )

/** Who reads a message. `everyone` are colleagues: a customer reads only what is marked as theirs to read. */
export type MessageReader = Tier | 'customer'

/** What a message may be filled with, for those readers; a field without content is empty. */
export function mergeValues(
  source: BriefSource,
  reader: MessageReader,
  milestones: readonly DatedMilestone[] = [],
): MergeValues {
  const isCustomer = reader === 'customer'
  const readable = askedIn(redactedSource(source, isCustomer ? 'everyone' : reader))
  const asked = isCustomer ? readable.filter(isTheirs) : readable
  const { accountName, opportunityName, outgoing, incoming } = source.about
  return {
    customer: accountName,
    deal: opportunityName,
    outgoing: outgoing.name,
    incoming: incoming?.name ?? '',
    contact: contactsIn(readable)[0] ?? '',
    goals: goals(asked),
    people: lines(peopleLines(asked)),
    promises: lines(known(asked, 'promised')),
    notReopened: lines(doNotReopen(asked)),
    risks: lines(known(asked, 'risks')),
    openQuestions: lines(openQuestions(asked)),
    actions: lines(firstActions(asked)),
    timeline: timeline(milestones),
    facts: facts(asked),
  }
}

/** A stretch of a filled message: as it was written, filled in, or a field for which there was nothing. */
export interface Part {
  readonly kind: 'prose' | 'filled' | 'missing'
  readonly text: string
  /** Which stretch it is. */
  readonly at: number
}

/** A message with its fields filled, and the fields for which there was nothing. */
export interface Merged {
  readonly text: string
  readonly parts: readonly Part[]
  readonly missing: readonly string[]
}

const isMergeField = (name: string): name is MergeField =>
  mergeFields.some((field) => field === name)

/** The text with every `{{field}}` filled once; what it is filled with is never filled again. A field without content stays as `[field]`, to be seen. */
export function merge(text: string, values: MergeValues): Merged {
  const missing = new Set<string>()
  // Every other piece is the name of a field.
  const parts = text.split(/\{\{(\w+)\}\}/).map((piece, at): Part => {
    if (at % 2 === 0) return { kind: 'prose', text: piece, at }
    const value = isMergeField(piece) ? values[piece] : ''
    if (value !== '') return { kind: 'filled', text: value, at }
    missing.add(piece)
    return { kind: 'missing', text: `[${piece}]`, at }
  })
  return { text: parts.map((part) => part.text).join(''), parts, missing: [...missing] }
}

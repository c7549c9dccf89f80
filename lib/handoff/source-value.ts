import { spokenDay } from './spoken-day.ts'
import { wordsOf } from './spoken-value.ts'
import type { Value } from './answer.ts'
import { dayIn } from './day.ts'
import type { Activity, ContactRole, Deal, OpenCase } from './deal.ts'
import { emptyRow } from './empty-row.ts'
import type { AnswerType } from './question.ts'
import { competitorRow, contactValue, fromScalar, picklist } from './scalar-value.ts'
import { joined } from './row-sentence.ts'
import type { Row } from './rows.ts'
import type { Content, Sources } from './source.ts'

const contactLine = ({ name, title, email, phone, role }: ContactRole) =>
  [name, title, role, email, phone].filter((part) => part !== '').join(', ')

const personRow = ({ id, contactId, name, title, role }: ContactRole) => ({
  ...emptyRow('people', id),
  contactId,
  name,
  title,
  role,
})

function fromContacts(contacts: readonly ContactRole[], answer: AnswerType): Value | null {
  const [first] = contacts
  if (!first) return null
  if (answer.type === 'contact') return contactValue(first)
  if (answer.type === 'people') return { type: 'people', rows: contacts.map(personRow) }
  if (answer.type === 'picklist') return first.role === '' ? null : picklist(first.role, answer)
  return answer.type === 'text' || answer.type === 'long-text'
    ? { type: 'text', text: contacts.map(contactLine).join('\n') }
    : null
}

const evidenceRow = ({ id, kind, subject }: Activity, at: string): Row<'evidence'> => ({
  ...emptyRow('evidence', id),
  recordId: id,
  kind: kind === 'stage' || kind === 'owner' ? 'other' : kind,
  title: subject,
  at,
})

function fromActivities(
  activities: Extract<Content, { is: 'activities' }>['activities'],
  answer: AnswerType,
  { deal: { timeZone } }: Sources,
): Value | null {
  const told = activities.filter(({ kind }) => kind !== 'stage' && kind !== 'owner')
  if (told.length === 0) return null
  if (answer.type === 'text' || answer.type === 'long-text') {
    return {
      type: 'text',
      text: told.map((one) => `${spokenDay(dayIn(timeZone, one.at))}: ${one.subject}`).join('\n'),
    }
  }
  if (answer.type !== 'evidence') return null
  // Whoever reads the row elsewhere reads the same day.
  return { type: 'evidence', rows: told.map((one) => evidenceRow(one, dayIn(timeZone, one.at))) }
}

const linesFor = (answer: AnswerType, lines: readonly string[]): Value | null =>
  answer.type === 'text' || answer.type === 'long-text'
    ? { type: 'text', text: lines.join('\n') }
    : null

function fromTeam(team: Deal['team'], answer: AnswerType): Value | null {
  const [first] = team
  if (answer.type === 'person' && first) {
    return { type: 'person', userId: first.userId, name: first.name }
  }
  if (answer.type !== 'people') {
    return linesFor(
      answer,
      team.map(({ name, role }) => joined([name, role])),
    )
  }
  const rows = team.map(({ userId, name, role }) =>
    Object.assign(emptyRow('people', userId), { name, role }),
  )
  return { type: 'people', rows }
}

const severities: Readonly<Record<string, Row<'risks'>['severity']>> = { high: 'high', low: 'low' }

const caseLine = ({ number, subject, status, priority }: OpenCase) =>
  joined([`${number} ${subject}`.trim(), status, priority])

function fromCases(cases: readonly OpenCase[], answer: AnswerType): Value | null {
  if (answer.type !== 'risks') return linesFor(answer, cases.map(caseLine))
  const rows = cases.map((one) => ({
    ...emptyRow('risks', one.id),
    risk: `Open case ${caseLine(one)}`,
    severity: severities[one.priority.toLowerCase()] ?? 'medium',
  }))
  return { type: 'risks', rows }
}

/** A value of another handoff fits when the type is the same, or when words are wanted. */
function fromValue(value: Value, answer: AnswerType, asked?: AnswerType): Value | null {
  if (value.type === answer.type) return value
  const wantsWords = answer.type === 'text' || answer.type === 'long-text'
  return wantsWords ? { type: 'text', text: wordsOf(value, asked) } : null
}

/** A source's content as a value of the question's type. Null when it does not fit. */
export function valueFrom(content: Content, answer: AnswerType, sources: Sources): Value | null {
  switch (content.is) {
    case 'scalar':
      return fromScalar(content, answer, sources)
    case 'text':
      return fromValue({ type: 'text', text: content.text }, answer)
    case 'contacts':
      return fromContacts(content.contacts, answer)
    case 'products':
      return fromValue({ type: 'products', rows: [...content.products] }, answer)
    case 'competitors':
      return fromValue(
        {
          type: 'competitors',
          rows: content.competitors.map(competitorRow),
        },
        answer,
      )
    case 'team':
      return fromTeam(content.team, answer)
    case 'cases':
      return fromCases(content.cases, answer)
    case 'activities':
      return fromActivities(content.activities, answer, sources)
    case 'value':
      return fromValue(content.value, answer, content.asked)
  }
}

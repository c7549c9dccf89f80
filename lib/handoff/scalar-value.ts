import type { Value } from './answer.ts'
import { dayIn } from './day.ts'
import type { ContactRole } from './deal.ts'
import { emptyRow } from './empty-row.ts'
import { moneyIn } from './money.ts'
import { noContact } from './no-contact.ts'
import type { AnswerType } from './question.ts'
import { valueOfRows } from './row-shape.ts'
import { linesOf, rowFromText } from './row-text.ts'
import type { Row, RowKind } from './rows.ts'
import type { Content, Sources } from './source.ts'
import { spokenDay, spokenMoment, spokenTime } from './spoken-day.ts'

type Scalar = Extract<Content, { is: 'scalar' }>
type Picklist = Extract<AnswerType, { type: 'picklist' }>
type Checklist = Extract<AnswerType, { type: 'checklist' }>
type Named = Pick<Scalar, 'path' | 'value'>
type Reader = (scalar: Scalar, sources: Sources) => Value | null

function picklistValue(raw: string, { options }: Picklist) {
  if (!options) return raw
  const wanted = raw.trim().toLowerCase()
  const option = options.find(
    ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
  )
  return option?.value ?? null
}

/** A text as a choice of the pick-list, by value or label. Null when it is not among the options. */
export function picklist(raw: string, answer: Picklist): Value | null {
  const value = picklistValue(raw, answer)
  return value === null ? null : { type: 'picklist', value }
}

function numberIn(value: Scalar['value']): number | null {
  if (typeof value === 'boolean') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

const numberOf: Reader = ({ value }) => {
  const number = numberIn(value)
  return number === null ? null : { type: 'number', number }
}

/** Where an org has several, each record has its own: an account's may be another than the deal's. */
function currencyOfRecord(path: string, { deal }: Sources): string {
  const own = deal.fields[path.replace(/\w+$/, 'CurrencyIsoCode')]
  return typeof own === 'string' && own !== '' ? own : deal.currency
}

const currencyOf: Reader = ({ value, path }, sources) => {
  const amount = numberIn(value)
  return amount === null
    ? null
    : { type: 'currency', amount, currency: currencyOfRecord(path, sources) }
}

/** What a field holds, as people say it. */
function spoken(value: Scalar['value'], { deal }: Sources): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return spokenTime(spokenMoment(deal.timeZone, String(value)))
}

/** What standard fields count; the notice is a picklist. */
const units: Readonly<Record<string, string>> = {
  'Contract.ContractTerm': 'months',
  'Contract.OwnerExpirationNotice': 'days',
}

/** What a field holds as people write it beside its name: days in words, amounts with what they are in. */
export function inWords({ path, value }: Named, sources: Sources): string {
  const isMoney = sources.deal.money?.includes(path)
  const { [path]: unit = isMoney ? currencyOfRecord(path, sources) : '' } = units
  const isCounted = typeof value === 'number' || (unit !== '' && Number(value) > 0)
  return isCounted ? moneyIn(Number(value), unit) : spokenDay(spoken(value, sources))
}

const textValue: Reader = ({ value }, sources) => ({ type: 'text', text: spoken(value, sources) })

const dayOf: Reader = ({ value }, { deal: { timeZone } }) => {
  const at = String(value)
  return /^\d{4}-\d{2}-\d{2}/.test(at) ? { type: 'date', date: dayIn(timeZone, at) } : null
}

// A text field holds it as people read it.
const checkboxOf: Reader = ({ value }) =>
  typeof value === 'boolean' || value === 'Yes' || value === 'No'
    ? { type: 'checkbox', checked: value === true || value === 'Yes' }
    : null

function colleagueCalled(called: string, { owner, team }: Sources['deal']): Value | null {
  const same = [owner, ...team].filter(({ name }) => name === called)
  const [{ userId, name } = owner] = same
  const isOne = same.length > 0 && same.every((one) => one.userId === userId)
  return isOne ? { type: 'person', userId, name } : null
}

// Salesforce's ids of users begin with 005.
const personOf: Reader = ({ value, path }, { deal }) => {
  const [userId, name] = [String(deal.fields[path]), String(value)]
  // A text field holds only a name: somebody of the deal who is called so.
  return /^005\w{15}$/.test(userId) ? { type: 'person', userId, name } : colleagueCalled(name, deal)
}

/** A competitor of which only the name is known. */
export const competitorRow = ({ id, name }: { id: string; name: string }): Row<'competitors'> => ({
  ...emptyRow('competitors', id),
  name,
})

// Multi-select picklists hold their values in one text, parted by semicolons.
const namesIn = (raw: string) =>
  raw
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const competitorsOf: Reader = ({ value }) => ({
  type: 'competitors',
  rows: namesIn(String(value)).map((name) => competitorRow({ id: `sf-${name}`, name })),
})

/** A value of the field that is no item stays with the others, so that writing them back does not take it away. */
function checklist(raw: string, { items }: Checklist): Value | null {
  const names = namesIn(raw).map((name) => ({ name, item: items.find(isCalled(name)) }))
  if (!names.some(({ item }) => item)) return null
  return {
    type: 'checklist',
    checked: [...new Set(names.map(({ name, item }) => item?.key ?? name))],
  }
}

const isCalled = (name: string) => (item: Checklist['items'][number]) =>
  [item.key, item.label].some((one) => one.toLowerCase() === name.toLowerCase())

/** A contact of the deal as an answer. */
export function contactValue(contact: ContactRole): Value {
  const { contactId, name, title, email, phone, role } = contact
  return { ...noContact, contactId, name, title, email, phone, role }
}

// A text field such as Champion__c holds only a name: who that is in the contacts is for the person to choose.
// Salesforce's ids of contacts begin with 003.
const contactOf: Reader = ({ value, path }, { deal }) => {
  const held = String(deal.fields[path])
  const known = deal.contactRoles.find(({ contactId }) => contactId === held)
  const contactId = /^003\w{15}$/.test(held) ? held : ''
  return known ? contactValue(known) : { ...noContact, contactId, name: String(value) }
}

// A text field that holds a list has an entry on each line.
const rowsOf =
  (kind: RowKind): Reader =>
  ({ value }) =>
    valueOfRows(
      kind,
      linesOf(String(value)).map((line, at) => rowFromText(kind, line, { id: `sf-${at}` })),
    )

/** How a single field fits each type of question. What is not listed cannot be read from one field. */
const readers: Partial<Record<AnswerType['type'], Reader>> = {
  text: textValue,
  'long-text': textValue,
  number: numberOf,
  currency: currencyOf,
  date: dayOf,
  checkbox: checkboxOf,
  person: personOf,
  contact: contactOf,
  competitors: competitorsOf,
  successCriteria: rowsOf('successCriteria'),
  objections: rowsOf('objections'),
  risks: rowsOf('risks'),
  decisions: rowsOf('decisions'),
  commitments: rowsOf('commitments'),
}

/** Whether an answer of this type is ever read from one field. */
export const readsOneField = ({ type }: AnswerType): boolean =>
  type === 'picklist' || type === 'checklist' || readers[type] !== undefined

/** One field's value as a value of the question's type. Null when it does not fit. */
export function fromScalar(scalar: Scalar, answer: AnswerType, sources: Sources): Value | null {
  if (answer.type === 'picklist') return picklist(String(scalar.value), answer)
  if (answer.type === 'checklist') return checklist(String(scalar.value), answer)
  return readers[answer.type]?.(scalar, sources) ?? null
}

import type { Answers, Provenance, Value } from './answer.ts'
import type { Activity, ContactRole, Deal, OpenCase } from './deal.ts'
import { fieldLabel } from './field-label.ts'
import { mostRead } from './most-read.ts'
import type { FieldValue } from './primitives.ts'
import type { AnswerType, Prefill } from './question.ts'
import { questionsByKey } from './questions-by-key.ts'
import { tierOf } from './redaction.ts'
import { inWords } from './scalar-value.ts'
import type { Template } from './template.ts'
import type { Tier } from './tier.ts'

/** The handoff before this one in the chain, to start from. */
export interface PreviousHandoff {
  readonly handoffId: string
  readonly name: string
  readonly answers: Answers
  /** What it was written with. Without it only sources that name a question of it are read. */
  readonly template?: Template | undefined
}

/** Everything a first answer may be read from. */
export interface Sources {
  readonly deal: Deal
  readonly previous?: PreviousHandoff | undefined
  /** Which Salesforce field holds which methodology letter. */
  readonly mapping?: Readonly<Record<string, string | null>> | undefined
  /** The org's own labels of fields, by path. */
  readonly labels?: Readonly<Record<string, string>> | undefined
}

/** What lies in a source, before it is fitted to the question's type. */
export type Content =
  | { readonly is: 'scalar'; readonly value: string | number | boolean; readonly path: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'contacts'; readonly contacts: readonly ContactRole[] }
  | { readonly is: 'products'; readonly products: Deal['products'] }
  | { readonly is: 'competitors'; readonly competitors: Deal['competitors'] }
  | { readonly is: 'team'; readonly team: Deal['team'] }
  | { readonly is: 'cases'; readonly cases: readonly OpenCase[] }
  | { readonly is: 'activities'; readonly activities: readonly Activity[] }
  | { readonly is: 'value'; readonly value: Value; readonly asked?: AnswerType | undefined }

/** Where it was read, without the time of reading. */
export type Origin =
  | (Omit<Extract<Provenance, { from: 'salesforce' }>, 'readAt'> & { from: 'salesforce' })
  | Extract<Provenance, { from: 'previous-handoff' }>

/** A source that is not empty. */
export interface Found {
  readonly content: Content
  readonly origin: Origin
  /** Who might read it where it comes from. */
  readonly tier?: Tier | undefined
}

type Reader<From extends Prefill['from']> = (
  source: Extract<Prefill, { from: From }>,
  sources: Sources,
) => Found | null

const isFilled = (value: FieldValue | undefined): value is string | number | boolean =>
  value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '')

/** Salesforce keeps the time of the last change per field for the stage only. */
function changedAt(path: string, deal: Deal): { changedAt?: string } {
  const at = path === 'Opportunity.StageName' && deal.fields['Opportunity.LastStageChangeDate']
  return typeof at === 'string' ? { changedAt: at } : {}
}

/** What a field holds; of the id of a record what that is called, which stands in the relationship beside it. Null where that is not known. */
function called(path: string, { fields, owner, contactRoles }: Deal): FieldValue | undefined {
  const value = fields[path]
  if (!/^\w{5}0\w{9}[A-Z0-5]{3}$/.test(String(value))) return value
  return (
    fields[path.replace(/Id$/, '.Name').replace(/__c$/, '__r.Name')] ||
    (value === owner.userId
      ? owner.name
      : contactRoles.find(({ contactId }) => contactId === value)?.name)
  )
}

function readField(path: string, { deal, labels }: Sources): Found | null {
  const asRead = deal.fields[path]
  const value = called(path, deal)
  if (asRead === undefined || !isFilled(value)) return null
  return {
    content: { is: 'scalar', value, path },
    origin: {
      from: 'salesforce',
      label: fieldLabel(path, labels),
      field: path,
      asRead,
      ...changedAt(path, deal),
    },
  }
}

const readFields: Reader<'fields'> = ({ fields }, sources) => {
  const filled = fields.flatMap((path) => {
    const found = readField(path, sources)
    return found?.content.is === 'scalar' ? [{ path, value: found.content.value }] : []
  })
  if (filled.length === 0) return null
  const lines = filled.map(
    ({ path, value }) => `${lineLabel(path, sources)}: ${inWords({ path, value }, sources)}`,
  )
  const objects = new Set(filled.map(({ path }) => path.split('.')[0]))
  return {
    content: { is: 'text', text: lines.join('\n') },
    origin: {
      from: 'salesforce',
      label: [...objects].join(', '),
      asRead: filled.map(({ value }) => value),
    },
  }
}

const lineLabel = (path: string, { labels }: Sources) =>
  fieldLabel(path, labels).split(' › ').slice(1).join(' ')

const roleKey = (role: string) => role.trim().toLowerCase()

/** Who suits best first: by the order of the roles, and of one role whoever is primary. */
function contactsOf(source: Extract<Prefill, { from: 'contact-role' }>, deal: Deal) {
  const roles = source.roles?.map(roleKey)
  const rank = ({ role, isPrimary }: ContactRole) =>
    2 * (roles?.indexOf(roleKey(role)) ?? 0) - (isPrimary ? 1 : 0)
  return deal.contactRoles
    .filter((contact) => !roles || roles.includes(roleKey(contact.role)))
    .filter((contact) => source.primary !== true || contact.isPrimary)
    .toSorted((a, b) => rank(a) - rank(b))
}

const readContactRole: Reader<'contact-role'> = (source, { deal }) => {
  const [contact] = contactsOf(source, deal)
  if (!contact) return null
  return {
    content: { is: 'contacts', contacts: [contact] },
    origin: {
      from: 'salesforce',
      label: `Contact role › ${contact.isPrimary && source.primary ? 'Primary' : contact.role || 'Contact'}`,
      recordId: contact.contactId,
      asRead: contactAsRead(contact),
    },
  }
}

const contactAsRead = ({ contactId, name, title, email, phone, role }: ContactRole) => [
  contactId,
  name,
  title,
  email,
  phone,
  role,
]

function list(label: string, content: Content, asRead: readonly FieldValue[]): Found | null {
  if (asRead.length === 0) return null
  return { content, origin: { from: 'salesforce', label, asRead: [...asRead] } }
}

/** Where as many were found as are read there may be more, and nobody may take them for all. */
const named = (label: string, { length }: readonly unknown[], most: number) =>
  length < most ? label : `${label} (${most} at most)`

const readPrevious: Reader<'previous-handoff'> = ({ question }, { previous }) => {
  const answer = previous?.answers[question]
  if (!previous || answer?.kind !== 'given') return null
  const { handoffId, name } = previous
  const { template } = previous
  const asked = template && questionsByKey(template).get(question)
  return {
    content: { is: 'value', value: answer.value, asked: asked?.answer },
    origin: { from: 'previous-handoff', handoffId, name, by: answer.by.name, at: answer.at },
    tier: template && tierOf(asked, answer),
  }
}

const readers: { readonly [From in Prefill['from']]: Reader<From> } = {
  field: ({ field }, sources) => readField(field, sources),
  fields: readFields,
  'contact-role': readContactRole,
  'contact-roles': (_, { deal: { contactRoles } }) =>
    list(
      named('Contact roles', contactRoles, mostRead.contactRoles),
      { is: 'contacts', contacts: contactRoles },
      contactRoles.flatMap(contactAsRead),
    ),
  products: (_, { deal: { products } }) =>
    list(
      named('Products', products, mostRead.products),
      { is: 'products', products },
      products.flatMap(({ id, name, quantity, totalPrice }) => [id, name, quantity, totalPrice]),
    ),
  competitors: (_, { deal: { competitors } }) =>
    list(
      'Competitors',
      { is: 'competitors', competitors },
      competitors.flatMap(({ id, name }) => [id, name]),
    ),
  activities: (_, { deal: { activities } }) =>
    list(
      'Activity',
      { is: 'activities', activities },
      activities.map(({ id }) => id),
    ),
  team: (_, { deal: { team } }) =>
    list(
      named('Opportunity team', team, mostRead.team),
      { is: 'team', team },
      team.flatMap(({ userId, name, role }) => [userId, name, role]),
    ),
  cases: (_, { deal: { cases = [] } }) =>
    list(
      named('Open cases', cases, mostRead.cases),
      { is: 'cases', cases },
      cases.flatMap((one) => caseParts.map((part) => one[part])),
    ),
  mapped: ({ key }, sources) => {
    const path = sources.mapping?.[key]
    return path ? readField(path, sources) : null
  },
  'previous-handoff': readPrevious,
}

const caseParts = ['id', 'number', 'subject', 'status', 'priority'] as const

function read<From extends Prefill['from']>(
  source: Extract<Prefill, { from: From }> & { from: From },
  sources: Sources,
): Found | null {
  return readers[source.from](source, sources)
}

/** What lies in one source. Null when it is empty or not readable for this user. */
export function readSource(source: Prefill, sources: Sources): Found | null {
  return read(source, sources)
}

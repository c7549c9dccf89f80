import type { Answer, GivenAnswer } from './answer.ts'
import type { ContactRole, Deal } from './deal.ts'
import { isAsked } from './demand.ts'
import type { Draft } from './draft.ts'
import { isOurs } from './our-people.ts'
import { normalised } from './placeholder.ts'
import { questionsOf } from './prefill.ts'
import type { Question } from './question.ts'
import { tierOf } from './redaction.ts'
import type { Template } from './template.ts'
import { mayRead } from './tier.ts'

/** What this user may do to the people of a deal, from describe. */
export interface PeopleRights {
  readonly addRole: boolean
  readonly changeRole: boolean
  readonly createContact: boolean
  /** The roles that this org offers; a role of another name is left open. */
  readonly roles: readonly string[]
}

/** A contact that does not exist yet. */
export interface NewContact {
  readonly firstName: string
  readonly lastName: string
  readonly title: string
  readonly email: string
  readonly phone: string
}

/** A contact's part in the deal that will be written. */
export type PlannedContactRole = {
  /** What the user refers to when leaving it out. */
  readonly key: string
  readonly name: string
  /** Empty: without one. */
  readonly role: string
  readonly question: string
} & (
  | { readonly kind: 'added'; readonly contactId: string; readonly isPrimary: boolean }
  | {
      readonly kind: 'created'
      readonly contact: NewContact
      readonly isPrimary: boolean
      /** Whoever sends it knows that Salesforce takes them for somebody else, and wants them created all the same. */
      readonly isDuplicate?: boolean
    }
  | { readonly kind: 'changed'; readonly roleId: string; readonly before: string }
)

/** Somebody at the customer as an answer names them. */
export interface NamedPerson {
  readonly contactId: string
  readonly name: string
  readonly title: string
  readonly role: string
  readonly email?: string
  readonly phone?: string
  /** Which part of the name is the last name; only of somebody who is to become a contact. */
  readonly lastName?: string
  /** The role to be written over the one that Salesforce has. */
  readonly newRole?: string
}

interface Candidate {
  readonly person: NamedPerson
  readonly question: Question
}

/** Contact roles are read by everybody who sees the deal. */
const ROLE_READERS = 'account-team'

function candidatesIn(question: Question, answer: GivenAnswer): readonly Candidate[] {
  const { value } = answer
  if ((value.type !== 'contact' && value.type !== 'people') || isOurs(question)) return []
  const people: readonly NamedPerson[] = value.type === 'contact' ? [value] : value.rows
  return people.filter(({ name }) => name.trim() !== '').map((person) => ({ person, question }))
}

function candidates(template: Template, { answers, variant }: Draft): readonly Candidate[] {
  return questionsOf(template).flatMap((question) => {
    const answer = answers[question.key]
    const isOpen = answer?.kind === 'given' && mayRead(tierOf(question, answer), ROLE_READERS)
    return isOpen && isAsked(question, { variant }) ? candidatesIn(question, answer) : []
  })
}

/** The part that somebody has in the deal already, by id or, where there is none, by name. */
export function roleOf(
  { contactId, name }: Pick<NamedPerson, 'contactId' | 'name'>,
  roles: readonly ContactRole[],
): ContactRole | undefined {
  return contactId === ''
    ? roles.find((one) => normalised(one.name) === normalised(name))
    : roles.find((one) => one.contactId === contactId)
}

/** What is left of a name without the last name, which stands at either end of it. */
function firstNameOf(name: string, lastName: string): string {
  if (name.endsWith(` ${lastName}`)) return name.slice(0, -lastName.length).trim()
  return name.startsWith(`${lastName} `) ? name.slice(lastName.length).trim() : ''
}

interface Org {
  readonly deal: Deal
  readonly rights: PeopleRights
}

/** Without rights nothing is written. */
interface MaybeOrg {
  readonly deal: Deal
  readonly rights: PeopleRights | undefined
}

const wantsPrimary = ({ prefill = [] }: Question) =>
  prefill.some((source) => source.from === 'contact-role' && source.primary === true)

function planned({ person, question }: Candidate, org: Org): PlannedContactRole | null {
  const { deal, rights } = org
  const there = roleOf(person, deal.contactRoles)
  const wanted = (there ? person.newRole : person.role) ?? ''
  const about = {
    key: `OpportunityContactRole.${person.contactId || normalised(person.name)}`,
    name: person.name,
    role: rights.roles.includes(wanted) ? wanted : '',
    question: question.key,
  }
  if (there) return changed(about, there, rights)
  const isPrimary = wantsPrimary(question) && !deal.contactRoles.some((one) => one.isPrimary)
  return rights.addRole ? made({ ...about, isPrimary }, person, rights) : null
}

type About = Pick<PlannedContactRole, 'key' | 'name' | 'role' | 'question'>

function changed(about: About, there: ContactRole, { changeRole }: PeopleRights) {
  const isOther = about.role !== '' && about.role !== there.role
  if (!changeRole || !isOther) return null
  return { ...about, kind: 'changed' as const, roleId: there.id, before: there.role }
}

function made(
  about: About & { readonly isPrimary: boolean },
  { contactId, name, title, lastName, email = '', phone = '' }: NamedPerson,
  { createContact }: PeopleRights,
): PlannedContactRole | null {
  if (contactId !== '') return { ...about, kind: 'added', contactId }
  if (!lastName || !createContact) return null
  const contact = { firstName: firstNameOf(name, lastName), lastName, title, email, phone }
  return { ...about, kind: 'created', contact }
}

/** What is written of somebody whom an answer names, as far as everybody may know of it; null: nothing. */
export function willWrite(
  { person, question, answer }: Candidate & { readonly answer?: Answer | undefined },
  { deal, rights }: MaybeOrg,
): PlannedContactRole | null {
  const isOpen = mayRead(tierOf(question, answer), ROLE_READERS)
  return rights && isOpen ? planned({ person, question }, { deal, rights }) : null
}

/**
 * The contact roles that a draft will write: people who are named and have no part in the deal yet, and parts
 * that the user has changed. Each person once, as the first answer about them says.
 */
export function contactRoles(
  template: Template,
  draft: Draft,
  { deal, rights }: MaybeOrg,
): PlannedContactRole[] {
  if (!rights) return []
  const found = new Map<string, PlannedContactRole>()
  for (const candidate of candidates(template, draft)) {
    const role = planned(candidate, { deal, rights })
    if (role && !found.has(role.key) && !draft.unticked.includes(role.key))
      found.set(role.key, role)
  }
  return onePrimary([...found.values()])
}

/** A deal has one primary contact. */
function onePrimary(roles: readonly PlannedContactRole[]): PlannedContactRole[] {
  const first = roles.find((role) => role.kind !== 'changed' && role.isPrimary)
  return roles.map((role) =>
    role.kind === 'changed' || role === first ? role : { ...role, isPrimary: false },
  )
}

/** The person as the user has changed them: a role other than Salesforce's is to be written. */
export function withNewRole<Person extends NamedPerson>(
  person: Person,
  roles: readonly ContactRole[],
): Person {
  const there = roleOf(person, roles)
  const isOther = there !== undefined && person.role !== '' && person.role !== there.role
  return { ...person, newRole: isOther ? person.role : '' }
}

const partOf = (one: PlannedContactRole): ContactRole => {
  const { title = '', email = '', phone = '' } = one.kind === 'created' ? one.contact : {}
  const contactId = one.kind === 'added' ? one.contactId : ''
  const isPrimary = one.kind !== 'changed' && one.isPrimary
  return { id: one.key, contactId, name: one.name, title, email, phone, role: one.role, isPrimary }
}

/** The contact roles of a deal as a plan has left them; what Salesforce made of them is known when it is read. */
export function withWritten(
  roles: readonly ContactRole[],
  { contactRoles: written }: { readonly contactRoles: readonly PlannedContactRole[] },
): ContactRole[] {
  const changes = new Map(
    written.flatMap((one) => (one.kind === 'changed' ? [[one.roleId, one.role] as const] : [])),
  )
  return [
    ...roles.map((role) => ({ ...role, role: changes.get(role.id) ?? role.role })),
    ...written.filter(({ kind }) => kind !== 'changed').map(partOf),
  ]
}

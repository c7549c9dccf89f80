import { textOf } from '../records/text.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { field, lookup, readOnly } from '../schema/field.ts'
import { fieldOf } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'
import type { OrgSeed } from './seed.ts'

/** What an account shows of its person, by the contact's name for it. */
const SHARED: Readonly<Record<string, FieldDescribe>> = {
  Salutation: field('Salutation', 'picklist', { length: 40 }),
  FirstName: field('FirstName', 'string', { length: 40 }),
  LastName: field('LastName', 'string', { length: 80 }),
  MailingStreet: field('PersonMailingStreet', 'textarea', { length: 255 }),
  MailingCity: field('PersonMailingCity', 'string', { length: 40 }),
  MailingState: field('PersonMailingState', 'string', { length: 80 }),
  MailingPostalCode: field('PersonMailingPostalCode', 'string', { length: 20 }),
  MailingCountry: field('PersonMailingCountry', 'string', { length: 80 }),
  MobilePhone: field('PersonMobilePhone', 'phone', { label: 'Mobile' }),
  HomePhone: field('PersonHomePhone', 'phone', { label: 'Home Phone' }),
  OtherPhone: field('PersonOtherPhone', 'phone', { label: 'Other Phone' }),
  AssistantName: field('PersonAssistantName', 'string', { length: 40, label: 'Assistant' }),
  AssistantPhone: field('PersonAssistantPhone', 'phone', { label: 'Asst. Phone' }),
  Email: field('PersonEmail', 'email', { label: 'Email', idLookup: true }),
  Title: field('PersonTitle', 'string', { length: 80, label: 'Title' }),
  Department: field('PersonDepartment', 'string', { length: 80, label: 'Department' }),
  Birthdate: field('PersonBirthdate', 'date', { label: 'Birthdate' }),
  LeadSource: field('PersonLeadSource', 'picklist', { label: 'Lead Source' }),
}

const isPerson = readOnly('IsPersonAccount', 'boolean', { label: 'Is Person Account' })
const ofAccount = [
  ...Object.values(SHARED),
  lookup('PersonContactId', ['Contact'], {
    label: 'Contact ID',
    createable: false,
    updateable: false,
    relationshipName: 'PersonContact',
  }),
  isPerson,
]

/** Whether accounts may be people: so the switch says, else whether the folder has one. */
export function hasPersonAccounts({ org, records, describes }: OrgSeed): boolean {
  const accounts = Object.entries(records).find(([name]) => name.toLowerCase() === 'account')
  const isTold = (accounts?.[1] ?? []).some(
    (row) => 'IsPersonAccount' in row || 'PersonContactId' in row,
  )
  const isDescribed = describes.some((describe) => fieldOf(describe, 'IsPersonAccount'))
  return org.switches.personAccounts ?? (isTold || isDescribed)
}

/** The object with what person accounts add to it. */
export function withPersonFields(describe: ObjectDescribe): ObjectDescribe {
  const added = { Account: ofAccount, Contact: [isPerson] }[describe.name] ?? []
  const missing = added.filter(({ name }) => !fieldOf(describe, name))
  return { ...describe, fields: [...describe.fields, ...missing] }
}

/** What the contact of a person account holds of it. */
export function contactOf(account: Row): Row {
  const shared = Object.entries(SHARED).map(([own, { name }]) => [own, account[name] ?? null])
  const { Id, Name, Phone = null, Fax = null, OwnerId, PersonContactId } = account
  const others = { Name, Phone, Fax, OwnerId, AccountId: Id, IsPersonAccount: true }
  return { ...Object.fromEntries(shared), ...others, Id: PersonContactId }
}

/** The name of a person, whom folders may call by the whole of it. */
export function namesOf({ FirstName, LastName, Name }: Row): Row {
  if (LastName) {
    return { FirstName, LastName, Name: [FirstName, LastName].filter(Boolean).join(' ') }
  }
  const words = textOf(Name ?? '').split(' ')
  const last = words.pop() ?? ''
  return { FirstName: words.join(' ') || null, LastName: last, Name }
}

/** What the account leaves out, as its contact tells it. */
export function sharedFrom(contact: Row, account: Row): Row {
  const shared = Object.entries(SHARED).map(([own, { name }]) => [
    name,
    account[name] ?? contact[own] ?? null,
  ])
  return { ...account, ...Object.fromEntries(shared) }
}

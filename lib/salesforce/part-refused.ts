import type { Plan } from '#lib/handoff/plan.ts'
import { type Part, refusedRow } from './composite.ts'
import { isStep } from './gone-owners.ts'
import { overtakenBy } from './overtaken.ts'
import { recordSchema, rowsOf, textAt } from './record.ts'
import { SalesforceError } from './salesforce-error.ts'

/** A move that was refused because of one part of its transaction. */
export class PartRefused extends SalesforceError {
  readonly part: string
  constructor(part: string, error: SalesforceError, fields: readonly string[]) {
    const { message, code, retryAfter, duplicates } = error
    super(kindOf(part, error), message, { code, fields, retryAfter, duplicates, cause: error })
    this.part = part
  }
}

/** What parts are about, by how their ids begin, where Salesforce's own words do not tell. */
const subjects: Readonly<Record<string, string>> = {
  tasks: 'New task',
  meeting: 'New meeting',
  share: 'Sharing the handoff',
  event: 'Handoff',
  handoff: 'Handoff',
}

const subjectOf = (part = '') => subjects[part.replace(/_.*/, '')]

/** A new task or meeting names no record that could be gone: where they are hidden, Salesforce says it like that. */
function kindOf(part: string, { kind, message }: SalesforceError): SalesforceError['kind'] {
  const isWithheld =
    hiddenColumn.test(message) ||
    (/^(?:tasks|meeting)/.test(part) &&
      (kind === 'record-gone' || /entity type cannot be inserted|sObject type/.test(message)))
  return isWithheld ? 'no-permission' : kind
}

/** The error with its fields' object in front, so that a surface can point at them. */
export function located(
  {
    id,
    error,
    body,
  }: { readonly id: string; readonly error: SalesforceError; readonly body: unknown },
  parts: readonly Part[],
  plan: Plan,
): SalesforceError {
  const overtaken = overtakenBy({ id, error }, plan)
  if (overtaken) return new PartRefused(id, overtaken, [])
  const part = parts.find((each) => each.id === id)
  const gone = leaver(error, plan)
  if (gone) return new PartRefused(id, gone, [])
  const person = part && personOf(part, refusedRow(body), plan)
  if (person !== undefined) return new PartRefused(id, ofPerson(error, person), [])
  const object = part && objectOf(part)
  const fields = columnsIn(error, part).map((name) => (object ? `${object}.${name}` : name))
  return new PartRefused(id, named(error, part, refusedRow(body)), fields)
}

/** The error with the name of who was to get a task and has left, which Salesforce tells by an id. The steps' are taken over. */
function leaver({ kind, code, message }: SalesforceError, { tasks }: Plan) {
  const task = tasks.find((one) => !isStep(one) && message.includes(one.owner.userId.slice(0, 15)))
  const isLeft = code === 'INACTIVE_OWNER_OR_USER' && task
  return isLeft
    ? new SalesforceError(kind, `${task.owner.name} is no longer active in Salesforce.`, { code })
    : null
}

/** The columns that are refused; one that is hidden or missing, or takes no such value, is named in the words alone. */
function columnsIn(
  { fields, message }: SalesforceError,
  part: Part | undefined,
): readonly string[] {
  const [, value] = wrongValue.exec(message) ?? []
  if (value === undefined) return hiddenColumn.exec(message)?.slice(1) ?? fields
  const body = Object.entries(recordSchema.safeParse(part?.body).data ?? {})
  return body.flatMap(([name, put]) => (String(put) === value ? name : []))
}

/** As of a number with decimals for a field that holds whole ones. */
const wrongValue = /^Cannot deserialize instance of .+? from VALUE_\w+ value (.*) or request/s

const hiddenColumn = /(?:No such column '|external ID field .+ not accessible: )(\w+)/

/** Of several new records the user has to know which one is refused. */
function named(error: SalesforceError, part: Part | undefined, row: number): SalesforceError {
  const isContact = part?.method === 'POST' && objectOf(part) === 'Contact'
  const contact = isContact
    ? (recordsIn(part)[row] ?? recordSchema.safeParse(part.body).data)
    : null
  const what = contact ? `New contact ${textAt(contact, 'LastName')}` : subjectOf(part?.id)
  return what ? about(what, error) : error
}

/** The error with what it is about before its words. */
function about(what: string, error: SalesforceError, kind = error.kind): SalesforceError {
  const { message, code, retryAfter, duplicates } = error
  const circumstances = { code, retryAfter, duplicates, cause: error }
  return new SalesforceError(kind, `${what}: ${message}`, circumstances)
}

/** Whose part in the deal was to be written; undefined of anything else. */
function personOf(part: Part, row: number, { contactRoles }: Plan): string | undefined {
  const record = recordsIn(part)[row] ?? recordSchema.safeParse(part.body).data ?? {}
  const [contactId, roleId] = [textAt(record, 'ContactId'), textAt(record, 'id')]
  return contactRoles.find((role) =>
    role.kind === 'changed'
      ? role.roleId === roleId || part.path.endsWith(role.roleId)
      : role.kind === 'added' && role.contactId === contactId,
  )?.name
}

/** That a contact is gone, or has no part in the deal any more, says nothing of the deal. */
function ofPerson(error: SalesforceError, name: string) {
  const isGone = error.kind === 'record-gone'
  const what = isGone ? `Contact or contact role of ${name}` : `Contact role of ${name}`
  return about(what, error, isGone ? 'rejected' : error.kind)
}

function objectOf(part: Part): string | null {
  const row = /^\/sobjects\/(\w+)/.exec(part.path)
  if (row) return row[1] ?? null
  const [first] = recordsIn(part)
  return first ? textAt(first, 'attributes.type') : null
}

/** The records of a collection; of a row none. */
function recordsIn({ body }: Part) {
  const rows = recordSchema.safeParse(body)
  return rows.success ? rowsOf({ records: rows.data['records'] }) : []
}

import type { Activity, ContactRole, Deal, OpenCase } from '#lib/handoff/deal.ts'
import {
  childrenAt,
  idAt,
  instantAt,
  isTrueAt,
  numberAt,
  type SalesforceRecord,
  textAt,
} from './record.ts'

/** The rows of a child query. One whose id is none is left out: what is kept of a deal is known by it. */
export const rowsAt = (record: SalesforceRecord, child: string, id = 'Id') =>
  childrenAt(record, child).filter((row) => idAt(row, id) !== '')

/** A contact's part in the deal, from `OpportunityContactRole`. */
export function readContactRole(record: SalesforceRecord): ContactRole {
  return {
    id: idAt(record, 'Id'),
    contactId: idAt(record, 'ContactId'),
    name: textAt(record, 'Contact.Name'),
    title: textAt(record, 'Contact.Title'),
    email: textAt(record, 'Contact.Email'),
    phone: textAt(record, 'Contact.Phone'),
    role: textAt(record, 'Role'),
    isPrimary: isTrueAt(record, 'IsPrimary'),
  }
}

/** A product of the deal, from `OpportunityLineItem`. */
export function readProduct(record: SalesforceRecord): Deal['products'][number] {
  return {
    id: idAt(record, 'Id'),
    name: textAt(record, 'Product2.Name') || textAt(record, 'Name'),
    quantity: numberAt(record, 'Quantity') ?? 0,
    totalPrice: numberAt(record, 'TotalPrice') ?? 0,
  }
}

/** A member of the deal's team, from `OpportunityTeamMember`. */
export function readTeamMember(record: SalesforceRecord): Deal['team'][number] {
  return {
    userId: idAt(record, 'UserId'),
    name: textAt(record, 'User.Name'),
    role: textAt(record, 'TeamMemberRole'),
  }
}

/** A case that is open at the customer. */
export function readCase(record: SalesforceRecord): OpenCase {
  return {
    id: idAt(record, 'Id'),
    number: textAt(record, 'CaseNumber'),
    subject: textAt(record, 'Subject'),
    status: textAt(record, 'Status'),
    priority: textAt(record, 'Priority'),
  }
}

type ReadActivity = (record: SalesforceRecord) => Activity

const taskKinds: Readonly<Record<string, Activity['kind']>> = { Call: 'call', Email: 'email' }

const readTask: ReadActivity = (record) => ({
  id: idAt(record, 'Id'),
  kind: taskKinds[textAt(record, 'TaskSubtype')] ?? 'task',
  subject: textAt(record, 'Subject'),
  text: textAt(record, 'Description'),
  at:
    textAt(record, 'ActivityDate') ||
    (instantAt(record, 'CompletedDateTime') ?? instantAt(record, 'CreatedDate') ?? ''),
  who: textAt(record, 'Who.Name') || textAt(record, 'Owner.Name'),
  isOpen: !isTrueAt(record, 'IsClosed'),
})

const readEvent =
  (readAt: string): ReadActivity =>
  (record) => {
    const start = instantAt(record, 'StartDateTime')
    return {
      id: idAt(record, 'Id'),
      kind: 'meeting',
      subject: textAt(record, 'Subject'),
      text: textAt(record, 'Description'),
      at: start ?? textAt(record, 'ActivityDate'),
      who: textAt(record, 'Who.Name') || textAt(record, 'Owner.Name'),
      isOpen: (start ?? textAt(record, 'ActivityDate')) > readAt,
    }
  }

const readEmail: ReadActivity = (record) => ({
  id: idAt(record, 'Id'),
  kind: 'email',
  subject: textAt(record, 'Subject'),
  text: textAt(record, 'TextBody'),
  at: instantAt(record, 'MessageDate') ?? '',
  who: textAt(record, 'FromName') || textAt(record, 'FromAddress'),
  isOpen: false,
})

const readStage: ReadActivity = (record) => ({
  id: idAt(record, 'Id'),
  kind: 'stage',
  subject: textAt(record, 'StageName'),
  text: '',
  at: instantAt(record, 'CreatedDate') ?? '',
  who: textAt(record, 'CreatedBy.Name'),
  isOpen: false,
})

/** What happened on the deal, newest first: tasks, calls, meetings, mails and stages. */
export function readActivities(record: SalesforceRecord, readAt: string): Activity[] {
  const emails = rowsAt(record, 'Emails')
  // With Enhanced Email each mail has a task of its own, which says less.
  const shown = new Set(emails.map((email) => idAt(email, 'ActivityId')))
  const tasks = rowsAt(record, 'Tasks').filter((task) => !shown.has(idAt(task, 'Id')))
  return [
    ...tasks.map(readTask),
    ...rowsAt(record, 'Events').map(readEvent(readAt)),
    ...emails.map(readEmail),
    ...rowsAt(record, 'OpportunityHistories').map(readStage),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
}

/** The other options the customer looked at, from `OpportunityCompetitor`. */
export function readCompetitors(record: SalesforceRecord): Deal['competitors'] {
  return rowsAt(record, 'OpportunityCompetitors').map((row) => ({
    id: idAt(row, 'Id'),
    name: textAt(row, 'CompetitorName'),
  }))
}

/** What the record type of a deal is called, wherever its id is another. */
export const recordTypeName = 'RecordType.DeveloperName'

/** What the record type is called, and the users whom fields of the org's own hold. */
export function readNames(people: SalesforceRecord): Deal['fields'] {
  const paths = Object.keys(people).flatMap((key) =>
    key === 'RecordType' ? recordTypeName : key.endsWith('__r') ? `${key}.Name` : [],
  )
  return Object.fromEntries(paths.map((path) => [`Opportunity.${path}`, textAt(people, path)]))
}

import type { HistoryItem } from '#lib/handoff/history.ts'
import { idAt, instantAt, isTrueAt, numberAt, type SalesforceRecord, textAt } from './record.ts'

/** How much of a text is kept in a timeline; the rest is read when it is opened. */
export const EXCERPT = 2000

function excerptOf(text: string): Pick<HistoryItem, 'text' | 'isCut'> {
  return { text: text.slice(0, EXCERPT), isCut: text.length > EXCERPT }
}

function people(...names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
}

const taskKinds: Readonly<Record<string, HistoryItem['kind']>> = {
  Call: 'call',
  Email: 'email',
  ListEmail: 'email',
}

/** A call, a mail that is only a task, or something to do. */
export function readTask(record: SalesforceRecord): HistoryItem {
  const day = textAt(record, 'ActivityDate')
  const stamp = instantAt(record, 'CompletedDateTime') ?? instantAt(record, 'CreatedDate') ?? ''
  return {
    id: idAt(record, 'Id'),
    object: 'Task',
    kind: taskKinds[textAt(record, 'TaskSubtype')] ?? 'task',
    subject: textAt(record, 'Subject'),
    ...excerptOf(textAt(record, 'Description')),
    // The day is what people agreed on; the stamp only tells the hour when it is the same day.
    at: stamp.startsWith(day) ? stamp : day,
    people: people(textAt(record, 'Who.Name'), textAt(record, 'Owner.Name')),
    isOpen: !isTrueAt(record, 'IsClosed'),
  }
}

/** A meeting. An invitee's copy of one is left out. */
export function readEvent(record: SalesforceRecord, readAt: string): HistoryItem | null {
  if (isTrueAt(record, 'IsChild')) return null
  const start = isTrueAt(record, 'IsAllDayEvent') ? null : instantAt(record, 'StartDateTime')
  const at = start ?? textAt(record, 'ActivityDate')
  return {
    id: idAt(record, 'Id'),
    object: 'Event',
    kind: 'meeting',
    subject: textAt(record, 'Subject'),
    ...excerptOf(textAt(record, 'Description')),
    at,
    people: people(textAt(record, 'Who.Name'), textAt(record, 'Owner.Name')),
    isOpen: at > readAt,
  }
}

/** A mail. Its text may be in HTML only, which is read when it is opened. */
export function readMail(record: SalesforceRecord): HistoryItem {
  const body = textAt(record, 'TextBody')
  const task = idAt(record, 'ActivityId')
  const to = textAt(record, 'ToAddress').split(';')
  return {
    id: idAt(record, 'Id'),
    object: 'EmailMessage',
    kind: 'email',
    subject: textAt(record, 'Subject'),
    text: body.slice(0, EXCERPT),
    isCut: body === '' || body.length > EXCERPT,
    at: instantAt(record, 'MessageDate') ?? instantAt(record, 'CreatedDate') ?? '',
    people: people(textAt(record, 'FromName') || textAt(record, 'FromAddress'), ...to),
    isOpen: false,
    ...(task === '' ? {} : { standIn: task }),
  }
}

/** A note of Salesforce's own kind, from the link between it and the deal and from its preview. */
export function readNote(link: SalesforceRecord, preview: SalesforceRecord | null): HistoryItem {
  const text = preview ? textAt(preview, 'TextPreview') : ''
  // The preview ends after 255 characters.
  const isWhole = preview !== null && text.length < 255 && numberAt(preview, 'ContentSize') !== null
  return {
    id: idAt(link, 'ContentDocumentId'),
    object: 'ContentNote',
    kind: 'note',
    subject: textAt(link, 'ContentDocument.Title'),
    text,
    isCut: !isWhole,
    at: instantAt(link, 'ContentDocument.CreatedDate') ?? '',
    people: people(textAt(link, 'ContentDocument.Owner.Name')),
    isOpen: false,
  }
}

/** A note of the older kind. */
export function readOldNote(record: SalesforceRecord): HistoryItem {
  return {
    id: idAt(record, 'Id'),
    object: 'Note',
    kind: 'note',
    subject: textAt(record, 'Title'),
    ...excerptOf(textAt(record, 'Body')),
    at: instantAt(record, 'CreatedDate') ?? '',
    people: people(textAt(record, 'Owner.Name')),
    isOpen: false,
  }
}

function changeOf(record: SalesforceRecord): Omit<HistoryItem, 'kind' | 'object' | 'subject'> {
  return {
    id: idAt(record, 'Id'),
    text: '',
    isCut: false,
    at: instantAt(record, 'CreatedDate') ?? '',
    people: people(textAt(record, 'CreatedBy.Name')),
    isOpen: false,
  }
}

/** When the deal came to each stage. Salesforce also writes rows when only the amount or the date has changed. */
export function readStages(records: readonly SalesforceRecord[]): HistoryItem[] {
  const oldestFirst = records.toReversed()
  return oldestFirst.flatMap((record, at) => {
    const stage = textAt(record, 'StageName')
    const before = at === 0 ? '' : textAt(oldestFirst[at - 1] ?? {}, 'StageName')
    if (stage === '' || stage === before) return []
    const subject = before === '' ? stage : `${before} → ${stage}`
    return [{ ...changeOf(record), kind: 'stage', object: 'OpportunityHistory', subject }]
  })
}

/** When the deal changed hands. Salesforce writes each change twice, with names and with ids. */
export function readOwnerChanges(records: readonly SalesforceRecord[]): HistoryItem[] {
  return records.flatMap((record) => {
    const [before, after] = [textAt(record, 'OldValue'), textAt(record, 'NewValue')]
    if (textAt(record, 'Field') !== 'Owner' || after === '' || idAt(record, 'NewValue') !== '')
      return []
    const change = changeOf(record)
    return [
      {
        ...change,
        kind: 'owner',
        object: 'OpportunityFieldHistory',
        subject: before === '' ? after : `${before} → ${after}`,
        people: people(after, before, ...change.people),
      },
    ]
  })
}

import type { Part } from './composite.ts'
import { queryPart } from './context-parts.ts'
import type { Shapes } from './describe.ts'
import { fragment, list, soql } from './soql.ts'

/** How many of each kind one call reads. Salesforce skips 2,000 rows at most. */
export const PAGE_SIZE = 200
export const LAST_PAGE = 10

/** How many notes have the beginning of their text read along: each takes a part of the call, which has 25. */
const PREVIEWS = 15

/** The ids of the parts that a history is read with. At most five of them are queries. */
export const historyIds = {
  tasks: 'tasks',
  events: 'events',
  mails: 'mails',
  notes: 'notes',
  changes: 'changes',
  stages: 'stages',
  owners: 'owners',
  oldNotes: 'oldNotes',
} as const

/** The id of the part that reads the text of the note at this place. */
export const previewId = (at: number) => `preview${at}`

interface Asked {
  readonly opportunityId: string
  readonly page: number
}

/**
 * The parts that read one page of a deal's history. All standard fields are asked for where they are few, so
 * that one which this user may not see is simply missing. Each part may fail on its own.
 */
export function historyParts(asked: Asked, shapes: Shapes): readonly Part[] {
  const paged = [
    queryPart(historyIds.tasks, tasks(asked)),
    queryPart(historyIds.events, events(asked)),
    queryPart(historyIds.mails, mails(asked)),
    queryPart(historyIds.notes, notes(asked)),
    ...Array.from({ length: PREVIEWS }, (_, at) => preview(at)),
  ]
  return asked.page === 0
    ? [...paged, queryPart(historyIds.changes, changes(asked, shapes))]
    : paged
}

const skipped = ({ page }: Asked) => page * PAGE_SIZE

const tasks = (asked: Asked) =>
  soql`SELECT FIELDS(STANDARD), Who.Name, Owner.Name FROM Task WHERE WhatId = ${asked.opportunityId}
    ORDER BY CreatedDate DESC, Id DESC LIMIT ${PAGE_SIZE} OFFSET ${skipped(asked)}`

const events = (asked: Asked) =>
  soql`SELECT FIELDS(STANDARD), Who.Name, Owner.Name FROM Event WHERE WhatId = ${asked.opportunityId}
    ORDER BY CreatedDate DESC, Id DESC LIMIT ${PAGE_SIZE} OFFSET ${skipped(asked)}`

/** Not all fields: the HTML of two hundred mails would be too much. */
const mails = (asked: Asked) =>
  soql`SELECT Id, ActivityId, Subject, TextBody, MessageDate, FromName, FromAddress, ToAddress
    FROM EmailMessage WHERE RelatedToId = ${asked.opportunityId}
    ORDER BY CreatedDate DESC, Id DESC LIMIT ${PAGE_SIZE} OFFSET ${skipped(asked)}`

/** Fewer mails with whatever fields there are, for an org that hides one of those above. */
const mailsWithout = (asked: Asked) =>
  soql`SELECT FIELDS(STANDARD) FROM EmailMessage WHERE RelatedToId = ${asked.opportunityId}
    ORDER BY CreatedDate DESC, Id DESC LIMIT ${PAGE_SIZE} OFFSET ${skipped(asked)}`

const notes = (asked: Asked) =>
  soql`SELECT ContentDocumentId, ContentDocument.Title, ContentDocument.CreatedDate,
    ContentDocument.Owner.Name FROM ContentDocumentLink
    WHERE LinkedEntityId = ${asked.opportunityId} AND ContentDocument.FileType = 'SNOTE'
    ORDER BY SystemModstamp DESC LIMIT ${PAGE_SIZE} OFFSET ${skipped(asked)}`

const preview = (at: number): Part => ({
  id: previewId(at),
  method: 'GET',
  path: `/sobjects/ContentNote/@{${historyIds.notes}.records[${at}].ContentDocumentId}?fields=Id,TextPreview,ContentSize`,
})

const children = {
  OpportunityHistories: {
    id: historyIds.stages,
    inside: fragment`(SELECT Id, StageName, CreatedDate, CreatedBy.Name FROM OpportunityHistories
      ORDER BY CreatedDate DESC LIMIT 500)`,
    alone: ({ opportunityId }: Asked) =>
      soql`SELECT Id, StageName, CreatedDate, CreatedBy.Name FROM OpportunityHistory
        WHERE OpportunityId = ${opportunityId} ORDER BY CreatedDate DESC LIMIT 500`,
  },
  Histories: {
    id: historyIds.owners,
    inside: fragment`(SELECT Id, Field, OldValue, NewValue, CreatedDate, CreatedBy.Name FROM Histories
      WHERE Field = 'Owner' ORDER BY CreatedDate DESC LIMIT 200)`,
    alone: ({ opportunityId }: Asked) =>
      soql`SELECT Id, Field, OldValue, NewValue, CreatedDate, CreatedBy.Name
        FROM OpportunityFieldHistory WHERE OpportunityId = ${opportunityId} AND Field = 'Owner'
        ORDER BY CreatedDate DESC LIMIT 200`,
  },
  Notes: {
    id: historyIds.oldNotes,
    inside: fragment`(SELECT Id, Title, Body, CreatedDate, Owner.Name FROM Notes
      ORDER BY CreatedDate DESC LIMIT 200)`,
    alone: ({ opportunityId }: Asked) =>
      soql`SELECT Id, Title, Body, CreatedDate, Owner.Name FROM Note
        WHERE ParentId = ${opportunityId} ORDER BY CreatedDate DESC LIMIT 200`,
  },
} as const

/** Three children in one query, as far as describe knows them: a call has five queries. */
function changes({ opportunityId }: Asked, { Opportunity: shape }: Shapes): string {
  const present = Object.entries(children).filter(
    ([child]) => !shape || shape.children.includes(child),
  )
  const inside = [fragment`Id`, ...present.map(([, child]) => child.inside)]
  return soql`SELECT ${list(inside)} FROM Opportunity WHERE Id = ${opportunityId}`
}

/** What is asked instead of parts that failed for a field or child which this user does not have. */
export function partsInstead(asked: Asked, failed: readonly string[]): readonly Part[] {
  const isFailed = (id: string) => failed.includes(id)
  return [
    ...(isFailed(historyIds.mails) ? [queryPart(historyIds.mails, mailsWithout(asked))] : []),
    ...(isFailed(historyIds.changes)
      ? Object.values(children).map(({ id, alone }) => queryPart(id, alone(asked)))
      : []),
  ]
}

import type { Row } from '../../soql/source.ts'
import type { Change, Writer } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

/** The event that a child is a copy of: describes do not know it, so queries never see it. */
const COPY_OF = 'CopyOfEventId'

/** What an invited user's copy has from the organizer's event; owner, reminder and marks are its own. */
const SHARED = [
  'Subject',
  'Location',
  'Description',
  'IsAllDayEvent',
  'ActivityDate',
  'ActivityDateTime',
  'StartDateTime',
  'EndDateTime',
  'EndDate',
  'DurationInMinutes',
  'IsPrivate',
  'WhatId',
  'WhoId',
  'AccountId',
] as const

/** An organizer's event takes those of the people invited along. */
export const groupEvent: Behaviour = {
  settle: ({ writer, before, after }) => {
    if (!before || after['IsGroupEvent'] !== true) return
    const shared = Object.fromEntries(SHARED.map((name) => [name, after[name]]))
    for (const { Id } of copiesOf(writer, after['Id']))
      writer.derive.update('Event', { ...shared, Id })
  },
  remove: (writer, row) => {
    for (const copy of copiesOf(writer, row['Id'])) writer.derive.remove('Event', copy)
  },
}

/** Invitees: a user gets the event in the own calendar, a contact does not. */
export const eventRelation: Behaviour = {
  settle: (change) => {
    const parent = change.writer.state.store.table('Event').get(String(change.after['EventId']))
    if (!change.before && parent && change.after['IsInvitee'] === true) invite(change, parent)
  },
  remove: (writer, row) => {
    const copy = copyFor(writer, row)
    if (copy) writer.derive.remove('Event', copy)
  },
}

function invite({ writer, after }: Change, parent: Row): void {
  writer.derive.update('Event', { Id: parent['Id'], IsGroupEvent: true, GroupEventType: '1' })
  if (!String(after['RelationId']).startsWith('005') || copyFor(writer, after)) return
  const { Id, ...copied } = parent
  writer.derive.insert('Event', {
    ...copied,
    OwnerId: after['RelationId'],
    IsChild: true,
    IsGroupEvent: true,
    [COPY_OF]: Id,
  })
}

const copiesOf = ({ state }: Writer, eventId: unknown): readonly Row[] =>
  state.store
    .table('Event')
    .where(COPY_OF, eventId)
    .filter((row) => row['IsDeleted'] !== true)

const copyFor = (writer: Writer, { EventId, RelationId }: Row): Row | undefined =>
  copiesOf(writer, EventId).find((copy) => copy['OwnerId'] === RelationId)

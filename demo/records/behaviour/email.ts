import { textOf } from '../text.ts'
import { refuse } from '../refusal.ts'
import { toDateTime } from '../datetime.ts'
import type { Change } from '../writer.ts'
import type { Behaviour } from './behaviour.ts'

const DRAFT = '5'

/** Mails: kept as they were sent; with Enhanced Email each also stands in the activities. */
export const email: Behaviour = {
  prepare: ({ after, writer }) => ({
    ...after,
    Name: textOf(after['Subject']).slice(0, 255) || null,
    MessageDate: after['MessageDate'] ?? toDateTime(writer.state.now()),
  }),
  check: ({ before, after, given }) => {
    if (before && before['Status'] !== DRAFT && [...given].some((name) => name !== 'Status')) {
      const message = 'You can only update draft email messages.'
      throw refuse('INSUFFICIENT_ACCESS_OR_READONLY', message)
    }
    const related = textOf(after['RelatedToId'])
    if (
      related !== '' &&
      !related.startsWith('500') &&
      !['3', DRAFT].includes(String(after['Status']))
    ) {
      const message = 'Status: the email status is not valid for this related record'
      throw refuse('FIELD_INTEGRITY_EXCEPTION', message, ['Status'])
    }
  },
  settle: (change) => {
    const { switches } = change.writer.state.file
    if (!change.before && switches.enhancedEmail) keepAsTask(change)
  },
}

function keepAsTask({ writer, after }: Change): void {
  if (typeof after['RelatedToId'] !== 'string' || after['ActivityId']) return
  const taskId = writer.derive.insert('Task', {
    Subject: `Email: ${textOf(after['Subject'])}`.slice(0, 255),
    Status: 'Completed',
    Priority: 'Normal',
    TaskSubtype: 'Email',
    WhatId: after['RelatedToId'],
    OwnerId: writer.userId,
    ActivityDate: String(after['MessageDate']).slice(0, 10),
    Description: after['TextBody'] ?? null,
  })
  writer.derive.update('EmailMessage', { Id: after['Id'], ActivityId: taskId ?? null })
}

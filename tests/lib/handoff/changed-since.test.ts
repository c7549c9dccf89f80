import { describe, expect, it } from 'vitest'
import { changedSinceAsked } from '#lib/handoff/changed-since.ts'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'

const event = (kind: LoggedEvent['kind'], changed?: string[]): LoggedEvent => ({
  id: kind,
  kind,
  actor: null,
  at: '2026-03-10T09:00:00.000Z',
  details: changed ? { changed } : {},
})

describe('what has changed since the recipient asked', () => {
  it.each([
    { name: 'nothing without a question', events: [event('Resubmitted', ['why.pain'])], keys: [] },
    {
      name: 'every answer that was mended after the last question or decline',
      events: [
        event('Clarification_Requested'),
        event('Clarification_Answered', ['success']),
        event('Declined'),
        event('Resubmitted', ['why.pain', 'risks']),
        event('Commented'),
      ],
      keys: ['why.pain', 'risks'],
    },
    { name: 'nothing while it is not answered', events: [event('Declined')], keys: [] },
  ])('is $name', ({ events, keys }) => {
    expect([...changedSinceAsked({ events })]).toEqual(keys)
  })
})

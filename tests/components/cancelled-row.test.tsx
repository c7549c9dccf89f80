import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { calendarFor } from '#components/inbox/clock-words.ts'
import { InboxRow } from '#components/inbox/inbox-row.tsx'
import { ana, inboxItem } from '../gallery/deal.ts'

afterEach(cleanup)

it.each([
  { endedBy: ana, words: `by ${ana.name}` },
  { endedBy: undefined, words: null },
])('a row of a cancelled handoff names who has cancelled it: $words', ({ endedBy, words }) => {
  const formats = { locale: 'en-GB', timeZone: 'UTC' }
  const item = { ...inboxItem('cancelled'), ...(endedBy && { endedBy }) }
  render(
    <InboxRow
      row={{ item, group: 'done', deeds: ['open'], underWay: '' }}
      isCurrent
      calendar={calendarFor(formats)}
      now={Date.now()}
      onDeed={() => undefined}
      {...{ formats }}
    />,
  )
  const said = screen.queryByText(/^by$/)?.textContent ?? null
  expect(said).toBe(words)
})

import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { hasFilter } from '#components/inbox/inbox-board.tsx'
import { InboxView } from '#components/inbox/inbox-view.tsx'
import { deedsIn } from '#components/inbox/listed.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { ana, ben, inboxItem } from '../gallery/deal.ts'

afterEach(cleanup)

const now = Date.now()
const reader = { userId: ben.userId, now: new Date(now).toISOString() }

/** What is said below Ben's inbox. */
function below(items: readonly InboxItem[]) {
  render(
    <InboxView
      whose={{ userName: ben.name, orgName: 'Acme' }}
      wholePage="/insights.html"
      readAt={null}
      isAsking={false}
      formats={{ locale: 'en-GB', timeZone: 'UTC' }}
      now={now}
      shortcut=""
      deeds={deedsIn(items, reader)}
      hasFilter={hasFilter(items)}
      onRefresh={() => undefined}
    >
      {null}
    </InboxView>,
  )
  return screen.getByRole('contentinfo').textContent
}

describe('the keys below an inbox', () => {
  it('are those of what can be done with some handoff in it', () => {
    const keys = below([inboxItem('submitted'), inboxItem('accepted')])
    expect(keys).toContain('A acceptQ askD decline')
    expect(keys).not.toContain('reassign')
  })

  it.each([
    { count: 5, isOffered: false },
    { count: 6, isOffered: true },
  ])('name the filter where there is one: of $count handoffs $isOffered', (the) => {
    const items = Array.from({ length: the.count }, () => inboxItem('submitted'))
    expect(below(items).includes('/ filter')).toBe(the.isOffered)
  })

  it('offer nothing where nothing can be done', () => {
    const sent = { ...inboxItem('accepted'), outgoing: ben, incoming: ana }
    expect(below([])).not.toMatch(/accept|ask|decline|reassign/)
    expect(deedsIn([sent], reader)).toEqual([])
  })
})

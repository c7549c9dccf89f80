import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { InboxView } from '#components/inbox/inbox-view.tsx'
import { listed, underWayWords } from '#components/inbox/listed.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import { handoff } from '../gallery/deal.ts'

afterEach(cleanup)

const now = Date.now()

function open(incoming: readonly Handoff[], outgoing: readonly Handoff[] = []) {
  const done: string[] = []
  render(
    <InboxView
      items={listed(incoming, outgoing, [])}
      whose={{ userName: 'Ben Kowalski', orgName: 'acme' }}
      readAt={null}
      isAsking={false}
      formats={{ locale: 'en-GB', timeZone: 'UTC' }}
      now={now}
      shortcut="Alt+Shift+H"
      onRefresh={() => done.push('refresh')}
      notice={null}
      onOpen={({ name }) => done.push(`open ${name}`)}
      onAccept={({ name }) => done.push(`accept ${name}`)}
      onDecline={({ name }) => done.push(`decline ${name}`)}
    />,
  )
  return { done, user: userEvent.setup() }
}

const waiting = () => within(screen.getByRole('region', { name: 'Waiting for you' }))

describe('the popup', () => {
  it('names the user and the org it speaks for', () => {
    open([])
    expect(screen.getByText('Ben Kowalski')).toBeDefined()
    expect(screen.getByText('acme')).toBeDefined()
  })

  it.each([
    { accountName: 'Northwind Traders', shown: 'Accept Northwind Traders' },
    { accountName: '', shown: 'Accept HO-00007' },
  ])('names a deal that is private to others by $shown', ({ accountName, shown }) => {
    open([{ ...handoff('submitted'), name: 'HO-00007', opportunityName: '', accountName }])
    expect(waiting().getByRole('button', { name: shown })).toBeDefined()
  })

  it('says that nothing waits', () => {
    open([])
    expect(screen.getByText('Nothing waits for you')).toBeDefined()
  })

  it('shows deal, account, amount, sender, due time and completeness', () => {
    open([handoff('submitted')])
    const row = within(waiting().getByRole('listitem'))
    for (const words of [
      'Northwind – Platform 2027',
      'Northwind Traders',
      '€184,000',
      'Ana Ferreira',
    ]) {
      expect(row.getByText(words)).toBeDefined()
    }
    expect(row.getByText(/82% complete/)).toBeDefined()
    expect(row.getByText(/^overdue by/)).toBeDefined()
  })

  it('walks, opens, accepts and declines from the keyboard', async () => {
    const { done, user } = open([handoff('submitted', 0), handoff('submitted', 1)])
    const [first] = waiting().getAllByRole('button', { name: /Northwind/ })
    first?.focus()
    await user.keyboard('{ArrowDown}{Enter}ad')
    expect(done).toEqual(['open HO-00043', 'accept HO-00043', 'decline HO-00043'])
  })

  it('offers no decision on what is sent or settled', async () => {
    const { done, user } = open([], [handoff('submitted'), handoff('declined', 1)])
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull()
    expect(screen.getByText('Needs work')).toBeDefined()
    screen.getByRole('button', { name: /^Northwind/ }).focus()
    await user.keyboard('a')
    expect(done).toEqual([])
  })

  it('draws at most 60 of a thousand rows, and says how many there are', () => {
    open(Array.from({ length: 1000 }, (_, place) => handoff('submitted', place)))
    const rows = waiting().getAllByRole('listitem')
    expect(rows.length).toBeLessThanOrEqual(60)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('1000')
  })
})

describe('what is under way', () => {
  it.each([
    { action: 'accept', state: 'sending', words: 'Accepting…' },
    { action: 'decline', state: 'queued', words: 'Declining…' },
    { action: 'accept', state: 'unknown', words: 'Checking with Salesforce…' },
    { action: 'accept', state: 'conflict', words: 'Needs you: open it' },
    { action: 'accept', state: 'sent', words: '' },
  ] as const)('$action, $state: “$words”', ({ action, state, words }) => {
    expect(underWayWords('h', [{ handoffId: 'h', action, state }])).toBe(words)
    expect(underWayWords('other', [{ handoffId: 'h', action, state }])).toBe('')
  })
})

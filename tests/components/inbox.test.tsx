import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { InboxBoard } from '#components/inbox/inbox-board.tsx'
import { type UnderWay, underWayWords } from '#components/inbox/listed.ts'
import type { InboxItem } from '#lib/handoff/inbox-item.ts'
import { ana, ben, inboxItem } from '../gallery/deal.ts'
import { mara } from '../lib/handoff/builders.ts'

afterEach(cleanup)

const now = Date.now()
const hour = 3_600_000
const back = { outgoing: ben, incoming: ana }

/** Ben's inbox. An acceptance takes a handoff out of it, or makes something else of it. */
function open(
  items: readonly InboxItem[],
  operations: readonly UnderWay[] = [],
  accepted: (item: InboxItem) => readonly InboxItem[] = () => [],
) {
  const done: string[] = []
  function Inbox() {
    const [left, setLeft] = useState(items)
    return (
      <InboxBoard
        items={left}
        operations={operations}
        userId={ben.userId}
        formats={{ locale: 'en-GB', timeZone: 'UTC' }}
        now={now}
        notice={null}
        onDeed={(deed, { name, id }) => {
          done.push(`${deed} ${name}`)
          if (deed !== 'accept') return
          setLeft(left.flatMap((item) => (item.id === id ? accepted(item) : item)))
        }}
      />
    )
  }
  render(<Inbox />)
  return { done, user: userEvent.setup() }
}

const part = (name: string) => within(screen.getByRole('region', { name }))
const waiting = () => part('Waiting for you')

describe('the inbox', () => {
  it.each([
    { accountName: 'Northwind Traders', shown: 'Accept Northwind Traders' },
    { accountName: '', shown: 'Accept HO-00007' },
  ])('names a deal that is private to others by $shown', ({ accountName, shown }) => {
    open([{ ...inboxItem('submitted'), name: 'HO-00007', opportunityName: '', accountName }])
    expect(waiting().getByRole('button', { name: shown })).toBeDefined()
  })

  it('says that nothing waits, also beside what others have to do', () => {
    open([{ ...inboxItem('submitted'), ...back }])
    expect(screen.getByText('Nothing waits for you')).toBeDefined()
    expect(part('Sent by you').getByRole('listitem')).toBeDefined()
  })

  it('says what is owed after an acceptance, and not that nothing waits', () => {
    const dueAt = new Date(Date.now() - 2 * 24 * 3_600_000).toISOString()
    open([{ ...inboxItem('accepted'), contactDueAt: dueAt, ownerDueAt: dueAt }])
    expect(part('In transition').getByText(/^First contact overdue by/)).toBeDefined()
    expect(part('In transition').getByText('Owner still to be changed')).toBeDefined()
    expect(screen.queryByText('Nothing waits for you')).toBeNull()
  })

  it('asks its sender for nothing where a decline rests until a day, or has ended it', () => {
    const declined = { ...inboxItem('declined'), ...back }
    open([
      { ...declined, id: '1', declineOutcome: 'recycle', recycleUntil: '2099-03-01' },
      { ...declined, id: '2', declineOutcome: 'close' },
    ])
    expect(screen.getByText('Nothing waits for you')).toBeDefined()
    expect(part('Sent by you').getByText(/^Rests until .*1 Mar 2099/)).toBeDefined()
    expect(part('Recently done').getByText('Declined: ended')).toBeDefined()
  })

  it('tells a manager of the reasons of a decline that go to her, which she can give to somebody else', () => {
    const raised = { raisesTo: ben.userId, raised: 'This customer should not have been sold' }
    const fixed = { declineOutcome: 'fix-and-resubmit', outgoing: ana, incoming: mara } as const
    open([{ ...inboxItem('declined'), ...fixed, ...raised }])
    expect(part('Escalated to you').getByText(raised.raised)).toBeDefined()
    const offered = part('Escalated to you').getAllByRole('button', { name: /^(?!Northwind)/ })
    expect(offered.map(({ textContent }) => textContent)).toEqual(['Reassign'])
  })

  it('offers a manager who is its sender what a sender may do', () => {
    const late = { late: 'escalate', escalatesTo: ben } as const
    open([{ ...inboxItem('submitted'), ...back, ...late }])
    const offered = part('Escalated to you').getAllByRole('button', { name: /^(?!Northwind)/ })
    expect(offered.map(({ textContent }) => textContent)).toEqual(['Reassign'])
  })

  it('shows deal, account, amount, sender, due time and completeness', () => {
    open([inboxItem('submitted')])
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
    expect(row.getByText(/^late by/)).toBeDefined()
  })

  it('puts each handoff where it belongs to this user', () => {
    open([
      inboxItem('submitted', 1),
      { ...inboxItem('clarification', 2), ...back },
      { ...inboxItem('declined', 3), ...back },
      inboxItem('accepted', 4),
      { ...inboxItem('submitted', 5), ...back },
      inboxItem('completed', 6),
      { ...inboxItem('submitted', 7), incoming: ana, escalatesTo: ben, late: 'escalate' },
    ])
    const names = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))
    expect(names).toEqual([
      'Waiting for you',
      'Back with you',
      'Escalated to you',
      'In transition',
      'Sent by you',
      'Recently done',
    ])
    expect(part('Back with you').getAllByRole('listitem')).toHaveLength(2)
  })

  it('says of a clock that the sender holds that it stands still, and puts it last', () => {
    const asked = { question: 'risk', from: new Date(now - hour).toISOString(), to: null }
    open([{ ...inboxItem('clarification', 0), pauses: [asked] }, inboxItem('submitted', 3)])
    const [first, last] = waiting().getAllByRole('listitem')
    expect(first?.textContent).toMatch(/due in|late by/)
    expect(last?.textContent).toContain('You asked')
  })
})

describe('the keyboard in the inbox', () => {
  it('walks, opens, accepts, asks and declines', async () => {
    const { done, user } = open([0, 1, 2].map((place) => inboxItem('submitted', place)))
    const [first] = waiting().getAllByRole('button', { name: /Northwind/ })
    first?.focus()
    await user.keyboard('{ArrowDown}{Enter}qd{End}d{Home}d')
    expect(done).toEqual([
      'open HO-00043',
      'ask HO-00043',
      'decline HO-00043',
      'decline HO-00044',
      'decline HO-00042',
    ])
  })

  it('stays in the list when the row it was on is gone', async () => {
    const { done, user } = open([0, 1, 2].map((place) => inboxItem('submitted', place)))
    await user.tab()
    await user.keyboard('{ArrowDown}aa')
    expect(done).toEqual(['accept HO-00043', 'accept HO-00044'])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Northwind/ }))
  })

  it('stays at its place when the row it was on goes to another part', async () => {
    const taken = (item: InboxItem) => [{ ...item, status: 'accepted' as const }]
    const { done, user } = open([inboxItem('submitted'), inboxItem('submitted', 1)], [], taken)
    await user.tab()
    await user.keyboard('aa')
    expect(done).toEqual(['accept HO-00042', 'accept HO-00043'])
    expect(part('In transition').getAllByRole('button')).toContain(document.activeElement)
  })

  it('does nothing that the reader may not do', async () => {
    const { done, user } = open([{ ...inboxItem('submitted'), ...back }, inboxItem('completed', 1)])
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull()
    part('Sent by you')
      .getByRole('button', { name: /^Northwind/ })
      .focus()
    await user.keyboard('adqr{ArrowDown}adqr')
    expect(done).toEqual(['reassign HO-00042'])
  })

  it('decides nothing while a decision is on its way', async () => {
    const item = inboxItem('submitted')
    const { done, user } = open([item], [{ handoffId: item.id, action: 'accept', state: 'queued' }])
    waiting().getByRole('button').focus()
    await user.keyboard('ad')
    expect(done).toEqual([])
    expect(waiting().getByText('Accepting…')).toBeDefined()
  })
})

describe('a long inbox', () => {
  const long = Array.from({ length: 1000 }, (_, place) => inboxItem('submitted', place))

  it('draws at most 60 of a thousand rows, and says how many there are', () => {
    open(long)
    const rows = waiting().getAllByRole('listitem')
    expect(rows.length).toBeLessThanOrEqual(60)
    expect(rows.length).toBeGreaterThan(5)
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('1000')
    expect(rows[0]?.getAttribute('aria-posinset')).toBe('1')
  })

  it('is narrowed by words, kind and account; Esc gives all of it back', async () => {
    const { user } = open([...long, { ...inboxItem('submitted', 1), id: 'x', kind: 'territory' }])
    await user.keyboard('/')
    await user.keyboard('CONTOSO gmbh')
    expect(waiting().getByRole('heading', { name: 'Waiting for you 333' })).toBeDefined()
    await user.keyboard('{Escape}')
    await user.selectOptions(screen.getByLabelText('Kind'), 'territory')
    expect(waiting().getAllByRole('listitem')).toHaveLength(1)
    await user.selectOptions(screen.getByLabelText('Account'), 'Northwind Traders')
    expect(screen.getByText('No handoff fits the filter')).toBeDefined()
    await user.keyboard('{Escape}')
    expect(waiting().getByRole('heading', { name: 'Waiting for you 1001' })).toBeDefined()
    await user.selectOptions(screen.getByLabelText('Kind'), 'territory')
    await user.click(screen.getByRole('searchbox'))
    await user.keyboard('{Escape}')
    expect(waiting().getByRole('heading', { name: 'Waiting for you 1001' })).toBeDefined()
  })

  it('takes the focus from the filter to the first row', async () => {
    const { done, user } = open(long)
    await user.keyboard('/')
    await user.keyboard('fabrikam{ArrowDown}{Enter}')
    expect(done).toHaveLength(1)
  })
})

describe('what is under way', () => {
  it.each([
    { action: 'accept', state: 'sending', words: 'Accepting…' },
    { action: 'decline', state: 'queued', words: 'Declining…' },
    { action: 'accept', state: 'unknown', words: 'Checking with Salesforce…' },
    { action: 'accept', state: 'conflict', words: 'Needs you: open it' },
    { action: 'accept', state: 'sent', words: '' },
    { action: 'view', state: 'sending', words: '' },
  ] as const)('$action, $state: “$words”', ({ action, state, words }) => {
    expect(underWayWords('h', [{ handoffId: 'h', action, state }])).toBe(words)
    expect(underWayWords('other', [{ handoffId: 'h', action, state }])).toBe('')
  })
})

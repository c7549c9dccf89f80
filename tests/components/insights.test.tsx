import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { calendarFor } from '#components/inbox/clock-words.ts'
import { ReasonSheet } from '#components/inbox/reason-sheet.tsx'
import { Bars } from '#components/insights/bars.tsx'
import { Behind } from '#components/insights/behind.tsx'
import { queueGroups } from '#components/insights/queue-groups.ts'
import { ReadingTile } from '#components/insights/reading-tile.tsx'
import { Tabs } from '#components/insights/tabs.tsx'
import { TeamView } from '#components/insights/team-view.tsx'
import type { OverviewItem } from '#lib/handoff/overview-item.ts'
import { managerQueue } from '#lib/metrics/queue.ts'
import { type Reading, readings } from '#lib/metrics/report.ts'
import { overviewItem, quarter } from '../gallery/overview.ts'

afterEach(cleanup)

const formats = { locale: 'en-GB', timeZone: 'UTC' }
const now = Date.now()
const measuring = { now: new Date(now).toISOString(), calendar: calendarFor(formats) }

function team(items: readonly OverviewItem[]) {
  const done: string[] = []
  render(
    <TeamView
      groups={queueGroups(managerQueue(items, measuring), [])}
      count={items.length}
      notice={null}
      calendar={calendarFor(formats)}
      {...{ formats, now }}
      onDeed={(deed, { name }) => done.push(`${deed} ${name}`)}
    />,
  )
  return { done, user: userEvent.setup() }
}

const part = (name: string | RegExp) => within(screen.getByRole('region', { name }))
const read = { firstViewedAt: new Date(now).toISOString(), bypassed: false, resubmissions: 0 }

describe('what needs a manager', () => {
  it.each([
    { items: [], keys: 0 },
    { items: [overviewItem('declined', 2, read)], keys: 1 },
  ])('names the keys of a list that has something in it: $keys', ({ items, keys }) => {
    team(items)
    expect(screen.queryAllByText('Enter')).toHaveLength(keys)
  })

  it.each([
    { declineOutcome: 'recycle', recycleUntil: '2099-03-01', words: /^Rests until .*1 Mar 2099/ },
    { declineOutcome: 'recycle', recycleUntil: '2024-03-01', words: 'The rest is over' },
    { declineOutcome: 'close', words: 'Declined: ended' },
    { declineOutcome: 'fix-and-resubmit', words: 'Declined' },
  ] as const)('says what a decline has left: $declineOutcome', ({ words, ...one }) => {
    team([overviewItem('declined', 2, { ...read, ...one })])
    expect(part('Returned').getByText(words)).toBeDefined()
  })

  it('is listed under the most pressing reason, with the others beside it', () => {
    team([
      overviewItem('submitted', 1, { ...read, bypassed: true }),
      overviewItem('accepted', 12, { ...read, lastActivityAt: null }),
      overviewItem('declined', 2, read),
      overviewItem('accepted', 3, { ...read, firstViewedAt: null }),
      overviewItem('completed', 4, read),
    ])
    const names = screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))
    expect(names).toEqual(['Overdue', 'Stuck: nothing for 14 days', 'Returned', 'Accepted unread'])
    expect(part('Overdue').getByText('submitted incomplete')).toBeDefined()
  })

  it('is also a deal on its way whose record is not kept', () => {
    const kept = { ...read, lastActivityAt: read.firstViewedAt, outcome: 'open' } as const
    const past = { ...kept, closeDate: '2020-01-31' }
    team([
      overviewItem('accepted', 1, { ...past, lacksNextStep: true }),
      overviewItem('accepted', 2, { ...kept, closeDate: '2999-01-31', lacksNextStep: true }),
      overviewItem('accepted', 3, { ...kept, closeDate: '', lacksNextStep: false }),
      overviewItem('accepted', 4, { ...past, outcome: 'lost', lacksNextStep: true }),
      overviewItem('completed', 5, { ...past, lacksNextStep: true }),
    ])
    const names = screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))
    expect(names).toEqual(['Close date passed, deal still open', 'No next step'])
    expect(part('Close date passed, deal still open').getByText('no next step')).toBeDefined()
  })

  it('can be reassigned, cancelled or completed from the keyboard, as its status allows', async () => {
    const { done, user } = team([
      overviewItem('submitted', 1, read),
      overviewItem('accepted', 12, { ...read, lastActivityAt: null }),
    ])
    part('Overdue').getAllByRole('button')[0]?.focus()
    await user.keyboard('rcx{ArrowDown}rcx')
    expect(done).toEqual([
      'reassign HO-00043',
      'cancel HO-00043',
      'complete HO-00054',
      'cancel HO-00054',
    ])
  })

  it('names below it only the keys that do something', () => {
    team([overviewItem('accepted', 12, { ...read, lastActivityAt: null })])
    expect(screen.getByRole('contentinfo').textContent).toContain('C completeX cancel')
    expect(screen.getByRole('contentinfo').textContent).not.toContain('reassign')
  })

  it('is nothing when all is well', () => {
    team([overviewItem('completed', 1, read)])
    expect(screen.getByText('Nothing needs you')).toBeDefined()
  })

  it('is ended only with a reason, and says for whom', async () => {
    const said: string[] = []
    render(
      <ReasonSheet
        deed="cancel"
        deal="Northwind"
        owner="Ana Ferreira"
        isSending={false}
        onReason={(reason) => said.push(reason)}
        onClose={() => undefined}
      />,
    )
    const user = userEvent.setup()
    expect(screen.getByText('Ana Ferreira')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Cancel the handoff' })).toHaveProperty(
      'disabled',
      true,
    )
    await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'She has left')
    await user.click(screen.getByRole('button', { name: 'Cancel the handoff' }))
    expect(said).toEqual(['She has left'])
  })
})

describe('a figure', () => {
  const figures = readings(quarter, measuring)
  const shown = (key: string, changes: Partial<Reading> = {}) => {
    const found = figures.find((one) => one.key === key)
    if (!found) throw new Error(key)
    const reading = { ...found, ...changes }
    const chosen: string[] = []
    render(
      <ReadingTile {...{ reading, formats }} isChosen={false} onChoose={() => chosen.push(key)} />,
    )
    return { chosen, tile: screen.getByRole('button'), user: userEvent.setup() }
  }

  it('says its value, its target and whether that is met', () => {
    expect(shown('first-submission-completeness').tile.textContent).toBe(
      'Complete at first submission83%target at least 95%missed24 handoffs',
    )
  })

  it('without a value says so and judges nothing', () => {
    const { tile } = shown('time-to-kickoff')
    expect(tile.textContent).toContain('Needs won deals whose kickoff was marked as done.')
    expect(tile.textContent).not.toMatch(/met|missed/)
  })

  it('says how it has changed, unless that is too small to be written', () => {
    const before = shown('resubmissions', { change: -0.5 }).tile.textContent
    expect(before).toContain('down 0.5, better than before')
    cleanup()
    expect(shown('resubmissions', { change: -0.02 }).tile.textContent).not.toContain('than before')
  })

  it('leads to the handoffs behind it', async () => {
    const { chosen, tile, user } = shown('decided-in-time')
    await user.click(tile)
    expect(chosen).toEqual(['decided-in-time'])
  })

  it('shows what is behind it a page at a time', async () => {
    const many = Array.from({ length: 60 }, (_, place) => overviewItem('accepted', place))
    const opened: string[] = []
    render(
      <Behind
        title="Behind it"
        about="All of them"
        items={many}
        formats={formats}
        onOpen={({ name }) => opened.push(name)}
      />,
    )
    const user = userEvent.setup()
    expect(screen.getAllByRole('row')).toHaveLength(26)
    await user.click(screen.getByRole('button', { name: 'Show 25 more of 60' }))
    expect(screen.getAllByRole('row')).toHaveLength(51)
    // The last press takes its own button away.
    await user.click(screen.getByRole('button', { name: 'Show 10 more of 60' }))
    expect(screen.getAllByRole('row')[51]?.contains(document.activeElement)).toBe(true)
    await user.click(screen.getAllByRole('button')[0] ?? document.body)
    expect(opened).toEqual(['HO-00042'])
  })
})

describe('a picture', () => {
  it('is a table that can be read', () => {
    const bars = [{ key: 'a', label: 'Terms are missing', value: 3, shown: '3' }]
    render(<Bars title="Why" counted="Times" none="None." bars={bars} />)
    const table = within(screen.getByRole('region', { name: 'Why' })).getByRole('table')
    expect(within(table).getByRole('row', { name: 'Terms are missing 3' })).toBeDefined()
  })

  it('has a heading right below that of the page', () => {
    render(<Bars title="Why" counted="Times" none="None." bars={[]} />)
    expect(screen.getByRole('heading', { level: 2, name: 'Why' })).toBeDefined()
  })

  it('says in words that there is nothing to show', () => {
    render(<Bars title="Why" counted="Times" none="Nothing was declined." bars={[]} />)
    expect(screen.getByText('Nothing was declined.')).toBeDefined()
  })
})

describe('tabs', () => {
  it('are walked with the arrows, round and round', async () => {
    const chosen: string[] = []
    const tabs = [
      { key: 'one', label: 'One' },
      { key: 'two', label: 'Two' },
    ]
    render(
      <Tabs label="Parts" tabs={tabs} chosen="two" onChoose={(key) => chosen.push(key)}>
        <p>Two</p>
      </Tabs>,
    )
    const user = userEvent.setup()
    screen.getByRole('tab', { name: 'Two', selected: true }).focus()
    await user.keyboard('{ArrowRight}{ArrowLeft}{Home}')
    expect(chosen).toEqual(['one', 'one', 'one'])
    expect(screen.getByRole('tabpanel', { name: 'Two' })).toBeDefined()
  })
})

import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { UnhandedList } from '#components/inbox/unhanded-list.tsx'
import type { Unhanded } from '#lib/handoff/unhanded.ts'

afterEach(cleanup)

const deals = (count: number): readonly Unhanded[] =>
  Array.from({ length: count }, (_, at) => ({
    opportunityId: `006${at}`,
    name: `Deal ${at}`,
    accountName: 'Acme',
    stage: 'Closed Won',
    amount: null,
    currency: '',
    closeDate: null,
    isWon: true,
    hasDraft: false,
    readiness: null,
  }))

function listOf(count: number, now = 0, closeDate: string | null = null) {
  const formats = { locale: 'en-GB', timeZone: 'UTC' }
  const rest = { formats, now, onOpen: () => undefined }
  const shown = deals(count).map((deal) => Object.assign({}, deal, { closeDate }))
  render(<UnhandedList deals={shown} {...rest} />)
}

describe('the deals without a handoff', () => {
  it('are counted', () => {
    listOf(6)
    expect(screen.getByRole('heading').textContent).toMatch(/ 6$/)
    expect(screen.getByRole('button', { name: 'Show all 6' })).toBeDefined()
  })

  it('may be more than are listed', () => {
    listOf(100)
    expect(screen.getByRole('heading').textContent).toMatch(/ 100\+$/)
    expect(screen.getByRole('button', { name: 'Show the first 100' })).toBeDefined()
  })

  it('are not called untouched where a draft was begun of which nothing more is known', () => {
    const [deal] = deals(1)
    if (!deal) throw new Error('no deal')
    const formats = { locale: 'en-GB', timeZone: 'UTC' }
    const begun = { ...deal, hasDraft: true }
    render(<UnhandedList deals={[begun]} formats={formats} now={0} onOpen={() => undefined} />)
    expect(screen.getByText('draft begun')).toBeDefined()
  })

  it('go on from the first of the rest when all are shown', async () => {
    listOf(7)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Show all 7' }))
    expect(document.activeElement?.textContent).toContain('Deal 5')
  })

  it.each([
    ['2027-05-02', 'won 2 days ago'],
    ['2027-05-04', 'won today'],
    ['2027-06-30', 'won'],
  ])('say when they were won: closing on %s, %s', (closeDate, words) => {
    listOf(1, Date.parse('2027-05-04T09:00:00Z'), closeDate)
    expect(screen.getByText(words)).toBeDefined()
  })
})

import { cleanup, render, screen } from '@testing-library/react'
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
    readiness: null,
  }))

function listOf(count: number) {
  const formats = { locale: 'en-GB', timeZone: 'UTC' }
  const rest = { formats, now: 0, onOpen: () => undefined }
  render(<UnhandedList deals={deals(count)} {...rest} />)
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
})

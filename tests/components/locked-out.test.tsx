import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { LockedOut } from '#components/review/locked-out.tsx'

afterEach(cleanup)

describe('a recipient who cannot open the deal', () => {
  it.each([
    { ownerMoves: 'at-phase-end', says: true },
    { ownerMoves: 'never', says: false },
  ] as const)('is named, and it is said whether an owner change opens it: $ownerMoves', (given) => {
    render(<LockedOut name="Ben Kowalski" ownerMoves={given.ownerMoves} />)
    const words = screen.getByRole('status').textContent ?? ''
    expect(words).toContain('Ben Kowalski cannot open this deal in Salesforce yet')
    expect(words.includes('when it becomes theirs')).toBe(given.says)
  })
})

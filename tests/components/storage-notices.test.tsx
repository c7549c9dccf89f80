import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { StorageNotices } from '#components/storage/storage-notices.tsx'

afterEach(cleanup)

function said(because: string): string {
  const state = { mode: 'reserve', because, restored: [], lost: 0, held: [] } as const
  render(<StorageNotices state={state} onRead={() => undefined} onTryAgain={() => undefined} />)
  return screen.getByRole('status').textContent
}

describe('the word that the database does not open', () => {
  it('promises that what is written goes on being saved', () => {
    expect(said('UnknownError: Internal error.')).toContain('goes on being saved')
  })

  it('does not promise it on a disk without room, and says to make some', () => {
    const words = said('QuotaExceededError: Encountered full disk while opening backing store.')
    expect(words).not.toContain('goes on being saved')
    expect(words).toContain('This computer has no room left')
  })
})

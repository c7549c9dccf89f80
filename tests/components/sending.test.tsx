import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SendingNotice } from '#components/review/sending.tsx'
import type { TroubleKind } from '#lib/salesforce/trouble-kind.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'

afterEach(cleanup)

const nothing = () => {}

function show(action: string, kind: TroubleKind) {
  const trouble = { kind, detail: 'the entity is locked for editing', fields: [] }
  const about = { operationKey: 'op-1', conflicts: [], handoffId: null }
  render(
    <SendingNotice
      sending={{ ...about, action, state: 'needs-attention', trouble }}
      handoff={null}
      onRetry={nothing}
      onBack={nothing}
      onKeep={nothing}
      onContact={nothing}
    />,
  )
  return screen.queryByText(/untick the fields of the opportunity/)
}

describe('a handoff of a deal that is locked', () => {
  it('says how it goes out all the same', () => {
    expect(show('submit', 'locked')).not.toBeNull()
  })

  it.each([
    { action: 'transfer-owner', kind: 'locked' as const },
    { action: 'submit', kind: 'rejected' as const },
  ])('says nothing of it for $action that is $kind', ({ action, kind }) => {
    expect(show(action, kind)).toBeNull()
  })
})

it('what waits behind something that needs the user does not claim to go on by itself', () => {
  const about = { operationKey: 'op-2', conflicts: [], handoffId: null, trouble: null }
  const ways = { onRetry: nothing, onBack: nothing, onKeep: nothing, onContact: nothing }
  const sending = { ...about, action: 'accept', state: 'queued' } as const
  render(<SendingNotice {...{ sending, ...ways }} handoff={null} isHeldUp />)
  expect(screen.queryByText(/goes on by itself/)).toBeNull()
  expect(screen.getByText(/once you have decided/)).not.toBeNull()
})

it('what waits says what it waits for in plain words, and whose words the others are', () => {
  const words = 'TotalRequests Limit exceeded.'
  const trouble: Trouble = { kind: 'limit-reached', detail: words, fields: [] }
  const about = { operationKey: 'op-3', conflicts: [], handoffId: null, trouble }
  const ways = { onRetry: nothing, onBack: nothing, onKeep: nothing, onContact: nothing }
  const sending = { ...about, action: 'submit', state: 'queued' } as const
  render(<SendingNotice {...{ sending, ...ways }} handoff={null} />)
  expect(screen.getByText(/used up its API calls for today/)).toBeDefined()
  expect(screen.getByText(/^Salesforce says:/).textContent).toContain('TotalRequests')
})

it('what builds on something that was given up does not say that somebody was there before', () => {
  const trouble = { kind: 'not-now' as const, detail: 'It follows something else.', fields: [] }
  const about = { operationKey: 'op-3', conflicts: [], handoffId: 'a00', trouble }
  const ways = { onRetry: nothing, onBack: nothing, onKeep: nothing, onContact: nothing }
  const sending = { ...about, action: 'contact', state: 'conflict' } as const
  render(<SendingNotice {...{ sending, ...ways }} handoff={null} />)
  expect(screen.getByText('This follows what you gave up')).toBeDefined()
  expect(screen.queryByText(/Somebody was there/)).toBeNull()
  expect(screen.getByRole('button', { name: 'Give it up' })).toBeDefined()
})

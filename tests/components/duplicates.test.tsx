import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { SendingNotice } from '#components/review/sending.tsx'

afterEach(cleanup)

const zoe = {
  contactId: '003000000000001AAA',
  name: 'Zoë van Dam',
  note: 'CFO, zoe@acme.example, Acme',
  isInDeal: false,
}

function show({ found = [zoe], maySave = true }) {
  const duplicates = { role: 'k', name: 'Zoe van Dam', words: 'Use one of these?', found, maySave }
  const trouble = { kind: 'rejected' as const, detail: 'New contact', fields: [], duplicates }
  const chosen: (string | null)[] = []
  const ignored = () => undefined
  render(
    <SendingNotice
      sending={{
        operationKey: 'op-1',
        conflicts: [],
        handoffId: null,
        trouble,
        action: 'submit',
        state: 'needs-attention',
      }}
      handoff={null}
      onRetry={ignored}
      onBack={ignored}
      onKeep={ignored}
      onContact={(id) => void chosen.push(id)}
    />,
  )
  return chosen
}

describe('a new contact whom Salesforce takes for one that is there', () => {
  it('can be said to be that one', async () => {
    const chosen = show({})
    await userEvent.click(screen.getByRole('button', { name: /^Use Zoë van Dam, CFO/ }))
    expect(chosen).toEqual([zoe.contactId])
  })

  it('is created all the same where the rule only warns', async () => {
    const chosen = show({})
    await userEvent.click(screen.getByRole('button', { name: 'Create all the same' }))
    expect(chosen).toEqual([null])
  })

  it('is not created where the rule blocks, and that is said', () => {
    show({ maySave: false })
    expect(screen.queryByRole('button', { name: 'Create all the same' })).toBeNull()
    expect(screen.getByText(/not allowed here: use a contact/)).toBeTruthy()
  })

  it('is told of without a name where nobody is found that the user may see', () => {
    show({ found: [] })
    expect(screen.getByText('You may not see whom it has found.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Back to the draft' })).toBeTruthy()
  })
})

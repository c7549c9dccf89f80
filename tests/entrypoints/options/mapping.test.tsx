import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inOptions } from './in-options.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const fields = [{ path: 'Opportunity.Pain__c', label: 'Pain', type: 'textarea' }]
const read = {
  outcome: 'ok',
  value: {
    orgName: 'Acme',
    letters: [{ key: 'meddpicc.pain', label: 'The problem' }],
    mapping: {},
    fields,
  },
}
const full = { kind: 'storage-full', detail: 'The disk of this computer is full.', fields: [] }

async function mapping(kept: readonly unknown[]) {
  const outcomes = [...kept]
  const drawn = await inOptions(
    ({ request }) => (request === 'mapping.read' ? read : outcomes.shift()),
    async () => (await import('../../../entrypoints/options/mapping.tsx')).Mapping,
  )
  const choose = async () =>
    drawn.user.selectOptions(await screen.findByRole('combobox'), 'Opportunity.Pain__c')
  return { ...drawn, choose }
}

const chosen = () => {
  const box = screen.getByRole('combobox')
  return box instanceof HTMLSelectElement ? box.value : null
}

describe('the field of a letter that could not be kept', () => {
  it('goes back to what is kept, and why is said', async () => {
    const { choose } = await mapping([{ outcome: 'trouble', trouble: full }])
    await choose()
    expect(await screen.findByText(full.detail)).toBeDefined()
    await waitFor(() => expect(chosen()).toBe(''))
  })

  it('is no longer spoken of once it is kept', async () => {
    const { choose } = await mapping([
      { outcome: 'trouble', trouble: full },
      { outcome: 'ok', value: {} },
    ])
    await choose()
    await screen.findByText(full.detail)
    await waitFor(() => expect(chosen()).toBe(''))
    await choose()
    await waitFor(() => expect(screen.queryByText(full.detail)).toBeNull())
    expect(chosen()).toBe('Opportunity.Pain__c')
  })
})

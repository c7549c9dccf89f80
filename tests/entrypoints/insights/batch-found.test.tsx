import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { box, button, idOf, pageOf, workerOfAna } from './batch-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const hundred = Array.from({ length: 100 }, (_, at) => `Deal ${at + 1}`)
const filter = () => screen.getByLabelText(/^Deal, account/)

describe('of more deals than are listed', () => {
  it('the rest are found by the filter, chosen and begun', async () => {
    const worker = workerOfAna(undefined, { listed: hundred, others: ['Zenith Rollout'] })
    const { user } = await pageOf(worker)
    expect(
      await screen.findByText(/^The 100 most urgent .* The filter looks through all/),
    ).toBeDefined()
    await user.type(filter(), 'Zenith')
    await user.click(await box(/^Zenith Rollout/))
    await user.clear(filter())
    expect(screen.getByText(/^1 deal chosen/)).toBeDefined()
    await user.click(button('Begin the draft'))
    expect(await screen.findByText(/^1 of 1 begun/)).toBeDefined()
    expect([...worker.drafts.keys()]).toEqual([idOf(100)])
    expect(screen.getByRole('button', { name: /^Zenith Rollout/ })).toBeDefined()
  })

  it('that none fits is said', async () => {
    const { user } = await pageOf(workerOfAna(undefined, { listed: hundred }))
    await box(/^Deal 1 /)
    await user.type(filter(), 'Zenith')
    expect(await screen.findByText('None of your deals without a handoff fits.')).toBeDefined()
  })
})

it('where all deals are listed nothing more is asked for', async () => {
  const { user, asked } = await pageOf(workerOfAna())
  await box('All (5)')
  await user.type(filter(), 'Ostrava')
  await box('All that fit (1)')
  expect(asked).not.toContain('deals.find')
  expect(screen.queryByText(/most urgent/)).toBeNull()
})

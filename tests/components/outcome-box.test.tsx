import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { OutcomeBox } from '#components/packet/outcome-box.tsx'
import { ben, handoff } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const DAY = 86_400_000
const decidedAt = '2026-02-01T09:00:00Z'
const completed = handoff({ status: 'completed', decidedAt })
const after = (days: number) => Date.parse(decidedAt) + days * DAY

const recorded = (customer: string) => ({
  ...completed,
  events: [
    {
      id: 'e1',
      kind: 'Outcome_Recorded' as const,
      actor: ben,
      at: decidedAt,
      details: { after: 90, customer },
    },
  ],
})

const region = () => screen.queryByRole('region', { name: 'How the customer is doing' })

describe('how the customer is', () => {
  it.each(['incoming', 'manager'] as const)('is asked of the %s when it is due', async (role) => {
    const { user, acts } = atDesk(<OutcomeBox />, { handoff: completed, now: after(90), role })
    expect(screen.getByText('How is the customer, 90 days on?')).toBeDefined()
    const send = screen.getByRole('button', { name: 'Record it' })
    await user.click(send)
    expect(acts.record).not.toHaveBeenCalled()
    await user.click(screen.getByRole('radio', { name: 'At risk' }))
    await user.type(screen.getByRole('textbox', { name: 'In a few words' }), 'They wait.')
    await user.click(send)
    expect(acts.record).toHaveBeenCalledWith({
      after: 90,
      customer: 'at-risk',
      words: 'They wait.',
    })
  })

  it.each([
    { days: 30, role: 'incoming' },
    { days: 90, role: 'outgoing' },
    { days: 90, role: null },
  ] as const)('is not asked after $days days of $role', ({ days, role }) => {
    atDesk(<OutcomeBox />, { handoff: completed, now: after(days), role })
    expect(region()).toBeNull()
  })

  it('is read by everybody, and recorded anew by who may', async () => {
    const { user, become } = atDesk(<OutcomeBox />, {
      handoff: recorded('churned'),
      now: after(100),
      role: 'outgoing',
    })
    expect(screen.getByRole('definition').textContent).toBe('Has left')
    expect(screen.queryByRole('button')).toBeNull()
    become({ role: 'incoming' })
    await user.click(screen.getByRole('button', { name: 'Record it anew' }))
    expect(screen.getByRole('radio', { name: 'Active' })).toBeDefined()
  })

  it('that was begun stands there after a reload', async () => {
    const { user, reload } = atDesk(<OutcomeBox />, { handoff: recorded('active'), now: after(99) })
    await user.click(screen.getByRole('button', { name: 'Record it anew' }))
    await user.type(screen.getByRole('textbox'), 'Their CFO has left')
    reload()
    expect(await screen.findByDisplayValue('Their CFO has left')).toBeDefined()
  })
})

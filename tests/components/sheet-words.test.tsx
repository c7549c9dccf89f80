import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PacketActions } from '#components/packet/packet-actions.tsx'
import type { Declining } from '#components/packet/decline-sheet.tsx'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { handoff } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const nothing = () => undefined

const actions = (onDecline: (declining: Declining) => void = nothing, isLate = false) => (
  <PacketActions
    template={aeCsm}
    isLate={isLate}
    prompts={[]}
    obstacles={[]}
    onAccept={nothing}
    onWithdraw={nothing}
    onMend={nothing}
    onDecline={onDecline}
  />
)

const press = (name: string) => screen.getByRole('button', { name })
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox')

describe('what was written in a sheet that was closed', () => {
  it('of a decline is there again, with its reasons and what happens next', async () => {
    const onDecline = vi.fn<(declining: Declining) => void>()
    const shown = handoff({ status: 'submitted' })
    const { user } = atDesk(actions(onDecline), { handoff: shown })
    await user.click(press('Decline…'))
    await user.click(screen.getByRole('checkbox', { name: 'Success is not defined' }))
    await user.click(screen.getByRole('radio', { name: 'It ends here' }))
    await user.type(words(), 'Which month?')
    await user.click(press('Close'))
    await user.click(press('Decline…'))
    expect(words().value).toBe('Which month?')
    await user.click(press('Decline'))
    expect(onDecline).toHaveBeenCalledWith(
      expect.objectContaining({ comment: 'Which month?', outcome: 'close' }),
    )
    expect(onDecline.mock.lastCall?.[0].reasons).toHaveLength(1)
  })

  it.each(['Accept…', 'Decline…'])('of why %s comes late is there again', async (opener) => {
    const shown = handoff({ status: 'submitted' })
    const { user } = atDesk(actions(nothing, true), { handoff: shown })
    await user.click(press(opener))
    await user.selectOptions(screen.getByRole('combobox'), 'Another reason')
    await user.type(screen.getByRole('textbox', { name: /Which reason/ }), 'A strike')
    await user.click(press('Close'))
    await user.click(press(opener))
    const why = screen.getByRole<HTMLInputElement>('textbox', { name: /Which reason/ })
    expect(why.value).toBe('A strike')
  })

  it.each(['Remind…', 'Reassign…'])('of %s is there again, until it is sent', async (opener) => {
    const shown = handoff({ status: 'submitted' })
    const { user } = atDesk(actions(), { handoff: shown, role: 'outgoing' })
    await user.click(press(opener))
    await user.type(words(), 'Kickoff is on Monday')
    await user.click(press('Close'))
    await user.click(press(opener))
    expect(words().value).toBe('Kickoff is on Monday')
  })

  it('is let go of once it is on its way', async () => {
    const shown = handoff({ status: 'submitted' })
    const { user, acts, typed } = atDesk(actions(), { handoff: shown, role: 'outgoing' })
    await user.click(press('Remind…'))
    await user.type(words(), 'Kickoff is on Monday')
    await user.click(press('Remind'))
    expect(acts.remind).toHaveBeenCalledWith('Kickoff is on Monday')
    expect(typed()).toEqual({})
  })
})

it('a decline is of the submission that was in sight when its sheet was opened', async () => {
  const onDecline = vi.fn<(declining: Declining) => void>()
  const first = handoff({ status: 'submitted', submittedAt: '2026-03-02T09:00:00.000Z' })
  const { user, become } = atDesk(actions(onDecline), { handoff: first })
  await user.click(press('Decline…'))
  await user.click(screen.getByRole('checkbox', { name: 'Success is not defined' }))
  await user.type(words(), 'Which month?')
  become({ handoff: { ...first, submittedAt: '2026-03-03T09:00:00.000Z' } })
  await user.click(press('Decline'))
  expect(onDecline).toHaveBeenLastCalledWith(expect.objectContaining({ sent: first.submittedAt }))
})

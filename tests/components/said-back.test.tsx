import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SaidBackView } from '#components/packet/said-back-view.tsx'
import type { SaidBack } from '#lib/handoff/said-back.ts'
import { ben } from '../gallery/deal.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const saidBack: SaidBack = {
  v: 1,
  by: ben,
  at: '2026-03-10T09:00:00Z',
  said: [{ about: 'goal', prompt: 'What is the goal?', words: 'Close in two days' }],
  verdict: null,
}
const right = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^What is right/ })

describe('what the sender sets right', () => {
  it('is open again after a reload, and gone from its box once it is on its way', async () => {
    const { user, acts, reload, typed } = atDesk(
      <SaidBackView saidBack={saidBack} prompts={[]} />,
      {
        role: 'outgoing',
      },
    )
    await user.click(screen.getByRole('button', { name: 'Set right…' }))
    await user.type(right(), 'In three days')
    reload()
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('In three days')
    await user.click(screen.getByRole('button', { name: 'Send what is right' }))
    expect(acts.judge).toHaveBeenCalledWith([{ about: 'goal', words: 'In three days' }])
    expect(typed()).toEqual({})
  })
})

import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Traces } from '#components/packet/traces.tsx'
import { ben, handoff, question, section, template } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const completed = handoff({ status: 'completed' })
const traces = <Traces template={template([section([question()])])} />
const opener = { name: 'Report it' }

const traced = {
  ...completed,
  events: [
    {
      id: 'e1',
      kind: 'Trouble_Traced' as const,
      actor: ben,
      at: '2026-02-01T09:00:00Z',
      details: { harm: 'lost', cause: 'missing', about: 'why.pain', label: 'Pain', words: 'So.' },
    },
  ],
}

describe('trouble because of a handoff', () => {
  it.each(['incoming', 'outgoing', 'manager'] as const)(
    'is put into the log by the %s, with its cause and the answer it points at',
    async (role) => {
      const { user, acts, typed } = atDesk(traces, { handoff: completed, role })
      await user.click(screen.getByRole('button', opener))
      const send = screen.getByRole('button', { name: 'Put it into the log' })
      await user.click(screen.getByRole('radio', { name: 'The customer complained' }))
      await user.click(send)
      expect(acts.trace).not.toHaveBeenCalled()
      await user.selectOptions(screen.getByLabelText(/^What of the handoff/), 'missing')
      await user.selectOptions(screen.getByLabelText('Which answer?'), 'Problem to solve')
      await user.type(screen.getByRole('textbox', { name: /^In a few words/ }), 'They said so.')
      await user.click(send)
      expect(acts.trace).toHaveBeenCalledWith({
        harm: 'complaint',
        cause: 'missing',
        about: 'why.pain',
        words: 'They said so.',
      })
      expect(typed()).toEqual({})
    },
  )

  it('that comes from something else needs words', async () => {
    const { user, acts } = atDesk(traces, { handoff: completed })
    await user.click(screen.getByRole('button', opener))
    await user.click(screen.getByRole('radio', { name: 'The deal was lost' }))
    await user.selectOptions(screen.getByLabelText(/^What of the handoff/), 'other')
    expect(screen.queryByLabelText('Which answer?')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Put it into the log' }))
    expect(acts.trace).not.toHaveBeenCalled()
  })

  it('is read by everybody, and taken back by who may', async () => {
    const { user, acts, become } = atDesk(traces, { handoff: traced, role: null })
    const words = 'The deal was lost: something was missing in the handoff (“Pain”)'
    expect(screen.getByText(words)).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
    become({ role: 'manager' })
    const back = screen.getByRole('button', { name: /^It was not the handoff/ })
    await user.click(back)
    expect(acts.trace).toHaveBeenCalledWith({ harm: 'lost', cause: 'none', about: '', words: '' })
  })

  it('is not spoken of to others before there is any', () => {
    atDesk(traces, { handoff: completed, role: null })
    expect(screen.queryByRole('region')).toBeNull()
  })
})

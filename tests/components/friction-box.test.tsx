import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ReportFriction } from '#components/packet/friction-box.tsx'
import { handoff } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const submitted = handoff({ status: 'submitted' })
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })
const open = () => button('Report what held it up')
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^What happened/ })
const step = () => screen.getByRole<HTMLSelectElement>('combobox', { name: /^At which step/ })

describe('what holds a handoff up', () => {
  it('is reported by one press on its cause, at the step where it is', async () => {
    const { user, acts } = atDesk(<ReportFriction />, { handoff: submitted })
    await user.click(open())
    expect(document.activeElement).toBe(step())
    await user.click(button('Too much else was due'))
    expect(acts.report.mock.calls).toEqual([[{ step: 'submitted', cause: 'NO_TIME', words: '' }]])
    expect(open()).toBeDefined()
  })

  it('can be another step, with words, and something else only with words', async () => {
    const { user, acts } = atDesk(<ReportFriction />, { handoff: submitted })
    await user.click(open())
    await user.selectOptions(step(), 'Writing the handoff')
    expect(button(/^Something else/).disabled).toBe(true)
    await user.type(words(), 'The template crashed')
    await user.click(button(/^Something else/))
    expect(acts.report.mock.calls).toEqual([
      [{ step: 'draft', cause: 'OTHER', words: 'The template crashed' }],
    ])
  })

  it('keeps its words until they are on their way, and over a reload', async () => {
    const { user, acts, reload, typed } = atDesk(<ReportFriction />, { handoff: submitted })
    acts.report.mockResolvedValueOnce(false)
    await user.click(open())
    await user.type(words(), 'Year end')
    await user.click(button('Nobody answered'))
    expect(words().value).toBe('Year end')
    reload()
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('Year end')
    await user.click(button('Drop it'))
    expect(typed()).toEqual({})
    expect(open()).toBeDefined()
  })

  it('is not sent with more words than the log takes', async () => {
    const { user } = atDesk(<ReportFriction />, { handoff: submitted })
    await user.click(open())
    fireEvent.input(words(), { target: { value: 'x'.repeat(4001) } })
    const causes = within(screen.getByRole('group', { name: /^What held it up/ })).getAllByRole(
      'button',
    )
    expect(causes.every((one) => one.hasAttribute('disabled'))).toBe(true)
  })

  it.each(['outgoing', 'incoming', 'manager'] as const)('is asked of everybody: %s', (role) => {
    atDesk(<ReportFriction />, { handoff: submitted, role })
    expect(open()).toBeDefined()
  })

  it.each([
    { why: 'who has no part in it', over: { role: null } },
    { why: 'a cancelled handoff', over: { handoff: handoff({ status: 'cancelled' }) } },
  ])('is not asked of $why', ({ over }) => {
    atDesk(<ReportFriction />, { handoff: submitted, ...over })
    expect(screen.queryByRole('button')).toBeNull()
  })
})

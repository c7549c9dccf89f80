import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { PulseBox } from '#components/packet/pulse-box.tsx'
import { Ratings } from '#components/packet/ratings.tsx'
import type { LoggedEvent } from '#lib/handoff/logged-event.ts'
import { ben, handoff, mara } from '../lib/handoff/builders.ts'
import { ana } from '../gallery/deal.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const merged = { text: 'Hello', parts: [], missing: [] }
const pulse = <PulseBox mail={{ subject: merged, body: merged }} />
const ratings = <Ratings axes={[{ key: 'completeness', label: 'It was complete' }]} />
const decidedAt = '2026-02-01T09:00:00Z'

const places = [
  { node: ratings, box: /^Anything else/, send: 'Send the rating', act: 'rate' },
  { node: pulse, box: /^In the customer/, send: 'Record the answer', act: 'hear' },
] as const

describe('words beside marks', () => {
  it.each(places)('$box: are sent only when they fit', async ({ node, box, send, act }) => {
    const { user, acts } = atDesk(node, { handoff: handoff({ decidedAt }) })
    const opener = screen.queryByRole('button', { name: 'Ask three questions' })
    if (opener) await user.click(opener)
    for (const group of screen.getAllByRole('group'))
      await user.click(within(group).getByRole('radio', { name: /^4/ }))
    const words = screen.getByRole('textbox', { name: box })
    const button = screen.getByRole('button', { name: send })
    fireEvent.input(words, { target: { value: 'x'.repeat(4001) } })
    expect(await screen.findByText(/has 4001 characters; 4000 fit\./)).toBeDefined()
    await user.click(button)
    expect(acts[act]).not.toHaveBeenCalled()
    fireEvent.input(words, { target: { value: 'x'.repeat(4000) } })
    await user.click(button)
    expect(acts[act]).toHaveBeenCalledOnce()
  })
})

describe('an answer of the customer', () => {
  const record = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Record the answer' })
  const opened = async () => {
    const desk = atDesk(pulse, { handoff: handoff({ decidedAt }) })
    await desk.user.click(screen.getByRole('button', { name: 'Ask three questions' }))
    return desk
  }

  it('to one of the questions is recorded as it is', async () => {
    const { user, acts } = await opened()
    const question = screen.getByRole('group', { name: /cost us time/ })
    await user.click(within(question).getByRole('radio', { name: '4' }))
    await user.click(record())
    expect(acts.hear).toHaveBeenCalledWith({ delay: 4, comment: '' })
  })

  it('in words alone is recorded, and in none is not', async () => {
    const { user, acts } = await opened()
    const words = screen.getByRole('textbox', { name: /^In the customer/ })
    fireEvent.input(words, { target: { value: '  ' } })
    expect(record().disabled).toBe(true)
    fireEvent.input(words, { target: { value: 'All went well' } })
    await user.click(record())
    expect(acts.hear).toHaveBeenCalledWith({ comment: 'All went well' })
  })
})

describe('what the customer has said', () => {
  const entry = (id: string, details: LoggedEvent['details']): LoggedEvent => ({
    id,
    kind: 'Rated',
    actor: null,
    at: decidedAt,
    details: { pulse: 'customer', ...details },
  })
  const events = [
    entry('e1', { repeat: 1, delay: 1, consistent: 1, comment: 'All is well.' }),
    entry('e2', { repeat: 5, delay: 2, consistent: 4, comment: 'Twice the same question.' }),
    { ...entry('e3', {}), details: { by: 'outgoing', start: 3 } },
  ]

  it.each(['incoming', 'outgoing', 'manager'] as const)(
    'last, in marks and words, is there for the %s to read',
    (role) => {
      const mail = role === 'incoming' ? { subject: merged, body: merged } : null
      atDesk(<PulseBox mail={mail} />, { handoff: handoff({ decidedAt, events }), role })
      const marks = screen.getAllByRole('definition').map(({ textContent }) => textContent)
      expect(marks).toEqual(['5 of 5', '2 of 5', '4 of 5'])
      expect(screen.getByText('Twice the same question.')).toBeDefined()
      expect(screen.queryByText('All is well.')).toBeNull()
    },
  )

  it('shows the marks that were given, and no others', () => {
    const partly = [entry('e1', { delay: 2, comment: '' })]
    atDesk(<PulseBox mail={null} />, { handoff: handoff({ decidedAt, events: partly }) })
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      '2 of 5',
    ])
  })

  it('is not spoken of to others before there is any', () => {
    atDesk(<PulseBox mail={null} />, { handoff: handoff({ decidedAt }), role: 'outgoing' })
    expect(screen.queryByText('Customer’s view')).toBeNull()
  })
})

describe('their manager', () => {
  const completed = handoff({ decidedAt, status: 'completed', manager: ana, outgoing: ben })

  it('rates it too', async () => {
    const { user, acts } = atDesk(ratings, { handoff: completed, role: 'manager' })
    await user.click(screen.getByRole('radio', { name: /^2/ }))
    await user.click(screen.getByRole('button', { name: 'Send the rating' }))
    expect(acts.rate).toHaveBeenCalledWith({ manager: 2 }, '')
  })

  it('is somebody, and not everybody who looks at it', () => {
    atDesk(ratings, { handoff: { ...completed, manager: mara }, role: null })
    expect(screen.queryByRole('region', { name: 'Ratings' })).toBeNull()
  })

  it('is read by both sides', () => {
    const rated = { ...completed, ratings: { manager: 2, completeness: 4 } }
    atDesk(ratings, { handoff: rated })
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      '4 of 5',
      '2 of 5',
    ])
  })
})

describe('the recipient', () => {
  const decided = new Date(Date.now() - 3 * 86_400_000).toISOString()
  const asked = () => screen.queryByText('How good was this handoff?') !== null

  it.each([
    { status: 'accepted', isAsked: false },
    { status: 'completed', isAsked: true },
  ] as const)('of one $status after three days is asked: $isAsked', ({ status, isAsked }) => {
    atDesk(ratings, { handoff: handoff({ decidedAt: decided, status }), now: Date.now() })
    expect(asked()).toBe(isAsked)
  })

  it('is not asked of a template’s own axes that no field holds: the marks would be lost, and asked for again', () => {
    const own = { key: 'handover_call', label: 'The call was good' }
    const known = { key: 'context', label: 'I knew why they bought' }
    const completed = handoff({ decidedAt: decided, status: 'completed' })
    atDesk(<Ratings axes={[own, known]} />, { handoff: completed })
    expect(screen.getAllByRole('group').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining(known.label),
    ])
    cleanup()
    atDesk(<Ratings axes={[own]} />, { handoff: completed })
    expect(asked()).toBe(false)
  })
})

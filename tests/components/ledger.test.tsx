import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Ledger } from '#components/packet/ledger.tsx'
import type { Commitment } from '#lib/handoff/commitment.ts'
import { handoff } from '../lib/handoff/builders.ts'
import { atDesk } from './at-desk.tsx'

afterEach(cleanup)

const promise: Commitment = {
  id: 'a01000000000001AAA',
  key: 'c1',
  words: 'Answers within four hours',
  toWhom: 'Dana Cole',
  byWhom: 'Ana Alvarez',
  due: '2026-06-01',
  source: 'call',
  stretch: false,
  state: 'open',
  note: '',
  surprise: false,
}

const withPromise = (over: Partial<Commitment> = {}) =>
  handoff({ status: 'accepted', commitments: [{ ...promise, ...over }] })

const button = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })
const why = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Why was it broken/ })
const fill = (box: HTMLElement, value: string) => fireEvent.input(box, { target: { value } })

it.each([
  { over: {}, shown: 'Opento Dana Cole · by Ana Alvarez · due 1 Jun 2026 · call' },
  {
    over: { toWhom: '', due: '', source: '', notInContract: true, stretch: true },
    shown: 'Openby Ana Alvarez · not in the contract · hard to keep',
  },
])('a promise says all that is known of it: $shown', ({ over, shown }) => {
  atDesk(<Ledger />, { handoff: withPromise(over) })
  expect(screen.getByText('Open').parentElement?.textContent).toBe(shown)
})

describe('a promise that was broken', () => {
  it('takes as many characters as Salesforce holds, and says so above that', async () => {
    const { user } = atDesk(<Ledger />, { handoff: withPromise() })
    await user.click(button(/^Broken…/))
    fill(why(), 'x'.repeat(256))
    expect((await screen.findByRole('alert')).textContent).toBe(
      '“Why was it broken?” has 256 characters; 255 fit.',
    )
    expect(button(/^It was broken/).disabled).toBe(true)
    fill(why(), 'x'.repeat(255))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(button(/^It was broken/).disabled).toBe(false)
  })

  it('keeps its words when Salesforce refuses it, until it has them', async () => {
    const { user, become, typed } = atDesk(<Ledger />, { handoff: withPromise() })
    await user.click(button(/^Broken…/))
    await user.type(why(), 'The depot burned')
    await user.click(button(/^It was broken/))
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(button(/^Broken…/))
    expect(why().value).toBe('The depot burned')
    become({ handoff: withPromise({ state: 'broken', note: 'The depot burned' }) })
    expect(typed()).toEqual({})
  })

  it('is dropped with its words, and does not open by itself when something else was said', async () => {
    const { user, typed } = atDesk(<Ledger />, { handoff: withPromise() })
    await user.click(button(/^Broken…/))
    expect(button(/^Cancel/)).toBeDefined()
    await user.type(why(), 'The depot burned')
    await user.click(button(/^Drop it/))
    expect(typed()).toEqual({})
    await user.click(button(/^Renegotiated…/))
    await user.type(screen.getByRole('textbox', { name: /^What was agreed/ }), 'In autumn')
    await user.click(button(/^It was renegotiated/))
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('is open again after a reload with what was typed and not sent', async () => {
    const { user, reload } = atDesk(<Ledger />, { handoff: withPromise() })
    await user.click(button(/^Broken…/))
    await user.type(why(), 'The depot')
    reload()
    expect(await screen.findByRole('textbox', { name: /^Why was it broken/ })).toHaveProperty(
      'value',
      'The depot',
    )
    fill(why(), '')
    expect(why()).toBeDefined()
  })

  it('is not open again after a reload when it is on its way', async () => {
    const { user, reload } = atDesk(<Ledger />, { handoff: withPromise() })
    await user.click(button(/^Broken…/))
    await user.type(why(), 'The depot burned')
    await user.click(button(/^It was broken/))
    reload()
    await Promise.resolve()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('a promise that was renegotiated', () => {
  it.each(['2026-07-01', ''])('keeps its new day over a reload: “%s”', async (day) => {
    const { user, reload } = atDesk(<Ledger />, { handoff: withPromise() })
    await user.click(button(/^Renegotiated…/))
    fireEvent.change(screen.getByLabelText('New day'), { target: { value: day } })
    const after = reload()
    expect(await screen.findByLabelText('New day')).toHaveProperty('value', day)
    await after.user.click(button(/^It was renegotiated/))
    await after.user.click(button(/^Renegotiated…/))
    expect(screen.getByLabelText('New day')).toHaveProperty('value', day)
  })
})

describe('a surprise promise', () => {
  it('keeps its day over a reload, and its box is open again', async () => {
    const { user, reload } = atDesk(<Ledger />, { handoff: withPromise() })
    await user.click(button(/^Surprise promise/))
    fireEvent.change(screen.getByLabelText('Due'), { target: { value: '2026-07-01' } })
    const after = reload()
    expect(await screen.findByLabelText('Due')).toHaveProperty('value', '2026-07-01')
    await after.user.click(button(/^Drop it/))
    expect(screen.queryByLabelText('Due')).toBeNull()
  })

  it('is not sent with a name that does not fit', async () => {
    const { user } = atDesk(<Ledger />, { handoff: withPromise() })
    await user.click(button(/^Surprise promise/))
    fill(screen.getByRole('textbox', { name: /^What does the customer/ }), 'Free training')
    fill(screen.getByRole('textbox', { name: 'To whom' }), 'x'.repeat(400))
    expect((await screen.findByRole('alert')).textContent).toBe(
      '“To whom” has 400 characters; 255 fit.',
    )
    expect(button(/^Add to the promises/).disabled).toBe(true)
  })
})

describe('a promise that was renegotiated', () => {
  const july = { state: 'renegotiated', note: 'In summer', due: '2026-07-01' } as const

  it('can be renegotiated again, and keeps the new words until Salesforce has them', async () => {
    const { user, acts, become, typed } = atDesk(<Ledger />, { handoff: withPromise(july) })
    await user.click(button(/^Renegotiated again…/))
    const words = screen.getByRole('textbox', { name: /^What was agreed instead/ })
    await user.type(words, 'In autumn')
    fireEvent.change(screen.getByLabelText('New day'), { target: { value: '2026-09-01' } })
    await user.click(button(/^It was renegotiated/))
    const change = { commitmentId: promise.id, state: 'renegotiated', note: 'In autumn' }
    expect(acts.change).toHaveBeenCalledWith({ ...change, due: '2026-09-01' })
    expect(typed()).not.toEqual({})
    become({ handoff: withPromise({ ...july, note: 'In autumn', due: '2026-09-01' }) })
    expect(typed()).toEqual({})
  })
})

import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { begins, box, button, idOf, limit, pageOf, workerOfAna } from './batch-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('several deals that are begun', () => {
  it('say which were not, and why; those that are left are gone on with', async () => {
    const isFull = { now: true }
    const outcomes: Readonly<Record<string, unknown>> = {
      Kestrel: 'under-way',
      Ostrava: 'not-yours',
      Präzision: { kind: 'record-gone', detail: '', fields: [] },
    }
    const worker = workerOfAna(
      (name) => outcomes[name] ?? (name === 'Tidewell' && isFull.now ? limit : 'begun'),
    )
    const { user } = await pageOf(worker)
    await user.click(await box('All (5)'))
    await user.click(button('Begin 5 drafts'))
    expect(await screen.findByText(/^1 of 5 begun; 1 not begun, and still chosen/)).toBeDefined()
    expect(screen.getByText(/has used up its API calls/)).toBeDefined()
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(said).toEqual(
      expect.arrayContaining([
        'Kestrel: is being handed over already',
        'Ostrava: has another owner now',
        'Präzision: This opportunity is no longer there',
        'Tidewell: not begun',
      ]),
    )
    isFull.now = false
    await user.click(button('Begin the 1 that are left'))
    expect(await screen.findByText(/^2 of 5 begun\./)).toBeDefined()
    expect(screen.queryByText(/has used up its API calls/)).toBeNull()
  })

  it('stop where nobody answers, and say of which deal that is not known', async () => {
    const worker = workerOfAna((name) => {
      if (name === 'Kestrel') throw new Error('Segue was updated.')
      return 'begun'
    })
    const { asked, user } = await pageOf(worker)
    await user.click(await box('All (5)'))
    await user.click(button('Begin 5 drafts'))
    expect(await screen.findByText(/of 5 begun/)).toBeDefined()
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(said).toContain('Kestrel: Segue was updated.')
    expect(screen.getByText('Something unexpected happened')).toBeDefined()
    expect(begins(asked)).toBeLessThan(5)
  })

  it('are begun once, however often it is pressed', async () => {
    const { asked, user } = await pageOf(workerOfAna())
    await user.click(await box('All (5)'))
    const press = button('Begin 5 drafts')
    press.click()
    press.click()
    await screen.findByText(/^5 of 5 begun/)
    expect(begins(asked)).toBe(5)
  })

  it('stop when the page goes, and are found as they stand when it comes again', async () => {
    const gate = Promise.withResolvers<undefined>()
    const worker = workerOfAna(async () => {
      await gate.promise
      return 'begun'
    })
    const { asked, user } = await pageOf(worker)
    await user.click(await box('All (5)'))
    await user.click(button('Begin 5 drafts'))
    await screen.findByRole('progressbar', { name: 'Deals done' })
    cleanup()
    gate.resolve(undefined)
    await waitFor(() => expect(worker.drafts.size).toBe(3))
    expect(begins(asked)).toBe(3)
    const again = await pageOf(worker)
    expect(await screen.findByText(/2 not begun, and still chosen/)).toBeDefined()
    await again.user.click(button('Begin the 2 that are left'))
    await waitFor(() => expect(worker.drafts.size).toBe(5))
    expect(begins(again.asked)).toBe(2)
  })

  it('count as begun when the page was gone before it heard so', async () => {
    const worker = workerOfAna()
    for (const at of [0, 1]) worker.stored.stored[`typed:00D:005:${idOf(at)}:begun`] = 'waiting'
    worker.drafts.set(idOf(0), {})
    await pageOf(worker)
    expect(await screen.findByText(/^1 of 2 begun; 1 not begun, and still chosen/)).toBeDefined()
  })

  it('are begun with the template that was chosen for them, also by who presses before that is known', async () => {
    const worker = workerOfAna()
    const first = await pageOf(worker)
    await first.user.click(await box(/^Ostrava/))
    cleanup()
    const known = Promise.withResolvers<undefined>()
    const slow = async (message: Parameters<typeof worker.answer>[0]) => {
      if (message.request === 'deals.templates') await known.promise
      return worker.answer(message)
    }
    const { user } = await pageOf({ ...worker, answer: slow })
    const early = screen.findByRole('button', { name: 'Begin the draft' }, { timeout: 200 })
    await expect(early).rejects.toThrow(/^Unable to find role="button"/)
    known.resolve(undefined)
    await user.click(await screen.findByRole('button', { name: 'Begin the draft' }))
    await screen.findByText(/^1 of 1 begun/)
    expect(worker.drafts.get(idOf(2))).toMatchObject({ templateKey: 'territory' })
  })

  it('are stopped by a press; what was begun stays', async () => {
    const gate = Promise.withResolvers<undefined>()
    const worker = workerOfAna(async () => {
      await gate.promise
      return 'begun'
    })
    const { user } = await pageOf(worker)
    await user.click(await box('All (5)'))
    await user.click(button('Begin 5 drafts'))
    await user.click(await screen.findByRole('button', { name: 'Stop' }))
    gate.resolve(undefined)
    expect(await screen.findByText(/^3 of 5 begun; 2 not begun, and still chosen/)).toBeDefined()
    await user.click(button('Choose more deals'))
    expect(await screen.findByRole('button', { name: 'Begin 2 drafts' })).toBeDefined()
  })
})

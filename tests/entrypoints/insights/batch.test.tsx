import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ben, box, button, idOf, pageOf, workerOfAna } from './batch-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('choosing several deals', () => {
  it('goes by the keyboard: the filter, all that fit, and the arrows', async () => {
    const { user } = await pageOf(workerOfAna())
    await box('All (5)')
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText(/^Deal, account/)),
    )
    await user.keyboard('praz')
    await user.tab()
    expect(document.activeElement).toBe(await box('All that fit (1)'))
    await user.keyboard(' ')
    await user.clear(screen.getByLabelText(/^Deal, account/))
    await user.tab()
    await user.tab()
    expect(document.activeElement).toBe(await box(/^Harbor/))
    await user.keyboard('{ArrowDown} ')
    const chosen = screen.getAllByRole<HTMLInputElement>('checkbox').filter((one) => one.checked)
    expect(chosen).toEqual([await box(/^Kestrel/), await box(/^Präzision/)])
    expect(screen.getByText(/^2 deals chosen/)).toBeDefined()
  })

  it('leaves out a deal that has a draft', async () => {
    const worker = workerOfAna()
    worker.drafts.set(idOf(1), {})
    const { user } = await pageOf(worker)
    expect(await box(/^Kestrel/)).toHaveProperty('disabled', true)
    await user.click(await box('All (4)'))
    expect(button('Begin 4 drafts')).toBeDefined()
  })

  it('asks for nothing that can be said in each draft', async () => {
    const { user } = await pageOf(workerOfAna())
    await user.click(await box(/^Ostrava/))
    expect(button('Begin the draft')).toHaveProperty('disabled', false)
    const recipient = screen.getByRole('searchbox', { name: 'Who takes over?' })
    expect(recipient.getAttribute('aria-required')).toBe('false')
    expect(screen.queryByText('needed')).toBeNull()
  })

  it('and what they have in common outlast the page', async () => {
    const worker = workerOfAna()
    const { user } = await pageOf(worker)
    await user.click(await box(/^Ostrava/))
    await user.selectOptions(screen.getByLabelText('Why the deal changes hands'), 'Promotion')
    await user.click(await screen.findByRole('button', { name: /^Ben Kowalski/ }))
    cleanup()
    await pageOf(worker)
    await waitFor(async () => expect(await box(/^Ostrava/)).toHaveProperty('checked', true))
    expect(screen.getByLabelText('Why the deal changes hands')).toHaveProperty('value', 'promotion')
    expect(screen.getByText(/^1 deal chosen/).textContent).toContain('for Ben Kowalski')
  })
})

describe('several deals that are begun', () => {
  it('are each begun with what they have in common, and stand below one another', async () => {
    const worker = workerOfAna()
    const { user } = await pageOf(worker)
    await user.click(await box('All (5)'))
    await user.selectOptions(screen.getByLabelText('Why the deal changes hands'), 'Promotion')
    await user.click(await screen.findByRole('button', { name: /^Ben Kowalski/ }))
    await user.click(button('Begin 5 drafts'))
    const list = await screen.findByRole('region', { name: 'Drafts' })
    expect(within(list).getAllByText('draft, 40% complete')).toHaveLength(5)
    expect(screen.getByText(/^5 of 5 begun\. Review and send each/)).toBeDefined()
    expect(worker.drafts.get(idOf(2))).toMatchObject({
      templateKey: 'territory',
      recipient: ben,
      values: { reason: { type: 'picklist', value: 'promotion' } },
    })
    const keys = [...worker.drafts.values()].map((asked) => Object(asked).draftKey)
    expect(new Set(keys).size).toBe(5)
  })

  it('are opened one after the other', async () => {
    const worker = workerOfAna()
    const { user } = await pageOf(worker)
    await user.click(await box(/^Harbor/))
    await user.click(await box(/^Ostrava/))
    await user.click(button('Begin 2 drafts'))
    await user.click(await screen.findByRole('button', { name: 'Open first: Harbor' }))
    await user.click(button('Open next: Ostrava'))
    expect(button('Open next: Harbor')).toBeDefined()
    expect(worker.opened).toEqual([idOf(0), idOf(2)])
  })

  it('show how far they have come when the page is looked at again', async () => {
    const worker = workerOfAna()
    const { user } = await pageOf(worker)
    await user.click(await box('All (5)'))
    await user.click(button('Begin 5 drafts'))
    await screen.findByText(/^5 of 5 begun/)
    worker.drafts.delete(idOf(0))
    dispatchEvent(new Event('focus'))
    expect(await screen.findByText(/^5 of 5 begun; 1 sent since, or taken away/)).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Harbor/ })).toBeNull()
  })
})

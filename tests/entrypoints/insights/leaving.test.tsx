import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bookOfTove, button, leavingPage, offline, ok, part, tove } from './leaving-page.tsx'

afterEach(() => {
  cleanup()
  location.hash = ''
  vi.unstubAllGlobals()
})

const rowOf = (region: HTMLElement) =>
  within(region)
    .getAllByRole('listitem')
    .filter((item) => item.querySelector('[data-deal]') !== null)

describe('the deals of somebody who leaves', () => {
  it('stand in the order in which they have to be talked about, with the reasons', async () => {
    await leavingPage()
    const [first, ...others] = rowOf(await part('Talk about these first'))
    expect(others).toEqual([])
    const row = within(first ?? document.body)
    expect(row.getByRole('button', { name: /^Quarry Lines/ }).textContent).toContain('€120,000')
    const reasons = within(row.getByRole('list', { name: 'Why' })).getAllByRole('listitem')
    expect(reasons.map(({ textContent }) => textContent)).toEqual([
      '79% of the book',
      'closes in 20 days',
      'only one contact, Nora Lund',
      'nothing logged for 43 days',
    ])
    expect(row.getByText('no handoff yet')).toBeDefined()
    expect(row.getByText(/^Also at this account/).textContent).toBe(
      'Also at this account: Ana Ferreira with Yard',
    )
    expect(rowOf(await part('In writing'))).toHaveLength(2)
    expect(screen.getByText(/^Tove Anker has 3 deals, €151,000 in all/)).toBeDefined()
  })

  it('say whether a handoff runs already', async () => {
    await leavingPage()
    const last = rowOf(await part('In writing')).at(-1)
    expect(last?.textContent).toContain('Waiting')
    expect(last?.textContent).toContain('to Ben Kowalski')
  })

  it('are opened by a press, and walked through by the arrows', async () => {
    const { user, opened } = await leavingPage()
    const first = await button(/^Quarry Lines/)
    first.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}')
    expect(opened).toEqual([bookOfTove.deals[1]?.opportunityId])
    // Beside a deal the arrows are the browser's.
    const script = await button(/^Interview script/)
    script.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(script)
  })

  it('say what is hidden, and what there is more of', async () => {
    const hidden = { ...bookOfTove, hidden: ['amounts', 'contacts'], isCut: true }
    await leavingPage({ 'leaving.book': () => ok(hidden) })
    expect(await screen.findByText('You may not see some of it: amounts, contacts')).toBeDefined()
    expect(screen.getByText('These are 100 deals, and there are more')).toBeDefined()
  })

  it('are those of the last look where there is no network', async () => {
    await leavingPage({ 'leaving.book': ({ fresh }) => (fresh ? offline : ok(bookOfTove)) })
    expect(await button(/^Quarry Lines/)).toBeDefined()
    expect(await screen.findByText(/^Still what was read/)).toBeDefined()
    expect(screen.getByText(/offline|no connection|network/i)).toBeDefined()
  })

  it('may be none', async () => {
    await leavingPage({ 'leaving.book': () => ok({ ...bookOfTove, deals: [] }) })
    expect(await screen.findByText('Tove Anker has nothing to hand over')).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Write to/ })).toBeNull()
  })
})

describe('who leaves', () => {
  it('is chosen from those who report to the manager; who is not active any more is marked', async () => {
    const owners = [tove, { ...tove, userId: '005000000000003AAA', name: 'Ola', isActive: false }]
    const { user } = await leavingPage(
      { 'leaving.people': () => ok({ owners, mayLookAtAll: false }) },
      'leaving',
    )
    const box = await screen.findByRole('combobox', { name: 'Who leaves?' })
    expect(
      within(box)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Choose a person…',
      'Tove Anker, Key Account Manager',
      'Ola (no longer active), Key Account Manager',
    ])
    expect(screen.queryByRole('checkbox')).toBeNull()
    await user.selectOptions(box, tove.userId)
    expect(location.hash).toBe(`#leaving/${tove.userId}`)
    expect(await button(/^Quarry Lines/)).toBeDefined()
  })

  it.each([
    { owners: [], words: /nobody reports to you/ },
    { owners: null, words: /hide who reports to you/ },
  ])('is nobody, and it is said why: $words', async ({ owners, words }) => {
    await leavingPage({ 'leaving.people': () => ok({ owners, mayLookAtAll: true }) }, 'leaving')
    expect(await screen.findByText(words)).toBeDefined()
    expect(screen.queryByText(/^Choose who has given notice/)).toBeNull()
    expect(screen.getByRole('checkbox', { name: /^Everybody who owns open deals/ })).toBeDefined()
  })

  it('is not known where Salesforce cannot be asked', async () => {
    await leavingPage({ 'leaving.people': () => offline }, 'leaving')
    expect(await button('Try again')).toBeDefined()
  })
})

import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bookOfTove, button, leavingPage, offline, ok, tove } from './leaving-page.tsx'

afterEach(() => {
  cleanup()
  location.hash = ''
  vi.unstubAllGlobals()
})

describe('a script for an account', () => {
  it('asks what the record leaves open, minute by minute', async () => {
    const { user } = await leavingPage()
    await user.click(await button('Interview script: Quarry Group'))
    const script = within(await screen.findByRole('article', { name: 'Interview script' }))
    const title = script.getByRole('heading', { name: 'Quarry Group: 20 minutes with Tove Anker' })
    expect(document.activeElement).toBe(title)
    expect(script.getByText('Who stands behind it?')).toBeDefined()
    expect(script.getByText('2–4 min')).toBeDefined()
    const said = within(script.getByRole('list', { name: 'What Salesforce says' }))
    expect(said.getByRole('listitem').textContent).toBe(
      'Quarry Lines: €120,000; Negotiation; closes in 20 days; contacts: Nora Lund; next step: Legal call on Thursday; 79% of the book; nothing logged for 43 days.',
    )
  })

  it('is copied as text and as Markdown, and printed', async () => {
    const { user } = await leavingPage()
    const print = vi.fn()
    vi.stubGlobal('print', print)
    await user.click(await button('Interview script: Quarry Group'))
    await user.click(await button('Copy as text'))
    expect(await navigator.clipboard.readText()).toContain('2–4 MIN · WHO IS WHO')
    await user.click(await button('Copy as Markdown'))
    expect(await navigator.clipboard.readText()).toContain('- [ ] Who stands behind it?')
    await user.click(await button('Print'))
    expect(print).toHaveBeenCalledOnce()
    await user.click(await button('Back to the deals'))
    expect(await button(/^Orchard Mills/)).toBeDefined()
  })

  it('says what keeps it from being made', async () => {
    const { user } = await leavingPage({ 'leaving.blanks': () => offline })
    await user.click(await button('Interview script: Quarry Group'))
    expect(await button('Try again')).toBeDefined()
  })

  it('of an account that has moved to another tier says so, and leads back', async () => {
    await leavingPage({}, `leaving/${tove.userId}/talk/001000000000009AAA`)
    expect(await screen.findByText(/no longer among those/)).toBeDefined()
  })
})

describe('the owner', () => {
  it('is asked by a message that names the deals with their addresses, and nothing is sent', async () => {
    const { user, asked } = await leavingPage()
    await user.click(await button(/^Write to Tove Anker/))
    const sheet = within(screen.getByRole('dialog', { hidden: true }))
    const text = sheet.getByText(/^Hello Tove Anker/).textContent
    expect(text).toContain(
      `https://acme.lightning.force.com/lightning/r/Opportunity/${bookOfTove.deals[0]?.opportunityId}/view`,
    )
    // What is under way already is not asked for, nor what can wait.
    expect(text).not.toMatch(/Harbor|Orchard/)
    const link = sheet.getByRole('link', { name: /^Open in your mail program/, hidden: true })
    expect(link.getAttribute('href')).toMatch(/^mailto:tove@acme\.example\?subject=A%20deal/)
    expect(asked.filter((one) => !/^(leaving|record)\./.test(one))).toEqual([])
  })

  it('who has left cannot be asked: the manager begins', async () => {
    const left = { ...bookOfTove, owner: { ...tove, isActive: false } }
    await leavingPage({ 'leaving.book': () => ok(left) })
    expect(await button(/^Begin drafts yourself/)).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Write to/ })).toBeNull()
  })
})

describe('drafts of the manager’s own', () => {
  it('are begun with what comes first chosen, and why', async () => {
    const { user, begun } = await leavingPage()
    await user.click(await button(/^Begin drafts yourself/))
    const quarry = await screen.findByRole('checkbox', { name: /^Quarry Lines/ })
    expect(quarry).toHaveProperty('checked', true)
    expect(screen.getByRole('checkbox', { name: /^Orchard/ })).toHaveProperty('checked', false)
    // A handoff of it runs already.
    expect(screen.queryByRole('checkbox', { name: /^Harbor/ })).toBeNull()
    expect(screen.getByText(/goes out in your name/)).toBeDefined()
    await user.click(await button('Begin the draft'))
    await waitFor(() => expect(begun).toHaveLength(1))
    expect(begun[0]).toMatchObject({
      opportunityId: bookOfTove.deals[0]?.opportunityId,
      ownerId: tove.userId,
      values: { reason: { type: 'picklist', value: 'resignation' } },
    })
  })

  it('keep what was chosen before', async () => {
    const { user } = await leavingPage()
    await user.click(await button(/^Begin drafts yourself/))
    await user.click(await screen.findByRole('checkbox', { name: /^Quarry Lines/ }))
    await user.click(await screen.findByRole('checkbox', { name: /^Orchard/ }))
    await user.click(await button('Back to the deals'))
    await user.click(await button(/^Begin drafts yourself/))
    const chosen = await screen.findAllByRole('checkbox', { checked: true })
    expect(chosen).toHaveLength(1)
    expect(chosen[0]?.closest('label')?.textContent).toContain('Orchard')
  })

  it('are not offered to whom Salesforce lets make none', async () => {
    await leavingPage({ 'leaving.book': () => ok({ ...bookOfTove, mayBegin: false }) })
    expect(await screen.findByText('Your permissions let you begin no handoff')).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Begin drafts/ })).toBeNull()
    expect(await button(/^Write to Tove Anker/)).toBeDefined()
  })
})

import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { InTab } from '#components/trouble/in-tab.ts'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { troubles } from '#components/trouble/troubles.ts'
import { troubleKinds } from '#lib/messaging/trouble.ts'
import type { Trouble } from '#lib/salesforce/trouble.ts'

const salesforce = ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*']
const request = vi.fn(async (_: unknown) => true)

beforeEach(() => {
  const runtime = { getManifest: () => ({ host_permissions: salesforce }) }
  vi.stubGlobal('chrome', { runtime, permissions: { request } })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** What a button of a state comes to, where that is not what it is called. */
const comesTo: Readonly<Record<string, string>> = {
  settings: '/options.html#sign-in',
  allow: 'try-again',
}

it('what is not for handoffs alone is not to be had from our permission set, and it is said from where', () => {
  const trouble: Trouble = { kind: 'no-permission', detail: 'New meeting: no.', fields: [] }
  render(<TroubleState trouble={trouble} onAction={() => {}} />)
  expect(screen.getByText(/“Edit Events” come from your profile/)).toBeDefined()
})

describe('every kind of trouble', () => {
  it.each(troubleKinds)('%s has a title, a sentence and one action', async (kind) => {
    const actions: string[] = []
    render(
      <TroubleState
        trouble={{ kind, detail: '', fields: [] }}
        onAction={(action) => actions.push(action)}
      />,
    )
    const { title, sentence, action, button } = troubles[kind]
    expect(screen.getByText(title)).toBeDefined()
    expect(screen.getByText(sentence)).toBeDefined()
    const links = screen.queryAllByRole('link', { name: button })
    for (const press of screen.queryAllByRole('button', { name: button }))
      await userEvent.click(press)
    const addresses = links.map((link) => link.getAttribute('href'))
    expect([...actions, ...addresses]).toEqual([comesTo[action] ?? action])
  })

  it.each(troubleKinds)('%s never says both that words are saved and that they are not', (kind) => {
    const trouble = { kind, detail: '', fields: [] }
    render(<TroubleState trouble={trouble} kept onAction={() => {}} />)
    const isSaid = screen.queryByText(/is saved on this computer/) !== null
    expect(isSaid).toBe(!/not saved|copy/i.test(troubles[kind].sentence))
  })

  it.each(troubleKinds)('%s offers no button to close a tab of its own', async (kind) => {
    const actions: string[] = []
    const trouble = { kind, detail: '', fields: [] }
    render(
      <InTab value>
        <TroubleState trouble={trouble} onAction={(action) => actions.push(action)} />
      </InTab>,
    )
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
    if (troubles[kind].action !== 'close') return
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(actions).toEqual(['try-again'])
  })

  it('says in a tab of its own that Salesforce was not seen yet', () => {
    render(
      <InTab value>
        <TroubleState
          trouble={{ kind: 'not-salesforce', detail: '', fields: [] }}
          onAction={() => {}}
        />
      </InTab>,
    )
    expect(screen.getByText('Segue has not seen your Salesforce yet')).toBeDefined()
    expect(screen.getByText('Open it in a tab, then try again.')).toBeDefined()
  })

  it('asks Chrome to let Segue onto Salesforce, and goes on once it does', async () => {
    const actions: string[] = []
    render(
      <TroubleState
        trouble={{ kind: 'site-blocked', detail: '', fields: [] }}
        onAction={(action) => actions.push(action)}
      />,
    )
    const allow = screen.getByRole('button', { name: 'Allow on Salesforce' })
    request.mockResolvedValueOnce(false)
    await userEvent.click(allow)
    expect(request).toHaveBeenLastCalledWith({ origins: salesforce })
    expect(actions).toEqual([])
    await userEvent.click(allow)
    expect(actions).toEqual(['try-again'])
  })

  it('shows Salesforce’s own words and the fields as text', () => {
    const detail = '<img src=x onerror=alert(1)> Region is required'
    render(
      <TroubleState
        trouble={{ kind: 'rejected', detail, fields: ['Opportunity.Region__c'] }}
        kept
        onAction={() => {}}
      />,
    )
    expect(screen.getByText(detail)).toBeDefined()
    expect(screen.getByText(/Opportunity › Region/)).toBeDefined()
    expect(screen.getByText(/saved on this computer/)).toBeDefined()
    expect(document.querySelector('img')).toBeNull()
  })

  it('offers a sign-in address only when it is a safe one', () => {
    const trouble = { kind: 'signed-out' as const, detail: '', fields: [] }
    const { rerender } = render(
      <TroubleState
        trouble={{ ...trouble, url: 'https://acme.my.salesforce.com/' }}
        onAction={() => {}}
      />,
    )
    expect(screen.getByRole('link').getAttribute('rel')).toContain('noopener')
    rerender(
      <TroubleState trouble={{ ...trouble, url: 'javascript:alert(1)' }} onAction={() => {}} />,
    )
    expect(screen.queryByRole('link')).toBeNull()
  })
})

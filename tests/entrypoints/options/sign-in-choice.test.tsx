import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inOptions } from './in-options.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const ok = (value: unknown) => ({ outcome: 'ok', value })

/** The choice in an org with an app of its own, for somebody who has signed in with it or not. */
async function choice(signedIn: boolean) {
  const stands = { way: 'oauth', isSignedIn: signedIn }
  const answer = ({ request }: { readonly request: string }) => {
    if (request === 'sign-in.begin') stands.isSignedIn = true
    if (request === 'sign-in.end') stands.isSignedIn = false
    if (request === 'sign-in.choose') stands.way = 'session'
    return request === 'sign-in.read' ? ok({ ...settings, ...stands }) : ok({})
  }
  const drawn = await inOptions(answer, async () => {
    const { SignInChoice } = await import('../../../entrypoints/options/sign-in-choice.tsx')
    return SignInChoice
  })
  await screen.findByRole('button', { name: 'Sign out' })
  return drawn
}

const settings = {
  host: 'acme.my.salesforce.com',
  clientId: '3MVG9segue',
  decided: { way: false, clientId: false },
  redirectUri: 'https://segue.chromiumapp.org/',
}

const out = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Sign out' })
const ended = /^Segue’s own sign-in has ended/

describe('signing out of the company’s app', () => {
  it('says that only Segue’s own sign-in has ended', async () => {
    const { user } = await choice(true)
    await user.click(out())
    expect((await screen.findByRole('status')).textContent).toMatch(ended)
    expect(screen.getByText('Your browser may still be signed in to Salesforce.')).toBeDefined()
    expect(screen.queryByText(/here and in Salesforce/)).toBeNull()
    await vi.waitFor(() => expect(out().disabled).toBe(true))
  })

  it('is not offered to somebody who never signed in', async () => {
    const { user } = await choice(false)
    expect(out().disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: /^Sign in with/ }))
    await vi.waitFor(() => expect(out().disabled).toBe(false))
  })

  it('is no longer spoken of once another way is chosen', async () => {
    const { user } = await choice(true)
    await user.click(out())
    await screen.findByText(ended)
    await user.click(screen.getByRole('radio', { name: /^with the session/ }))
    expect(screen.queryByText(ended)).toBeNull()
  })

  it('is no longer spoken of while somebody signs in again', async () => {
    const { user } = await choice(true)
    await user.click(out())
    await screen.findByText(ended)
    await user.click(screen.getByRole('button', { name: /^Sign in with/ }))
    expect(await screen.findByText(/^You are signed in/)).toBeDefined()
    expect(screen.queryByText(ended)).toBeNull()
  })
})

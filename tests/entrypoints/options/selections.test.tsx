import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { inOptions } from './in-options.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const turnOn = 'Add what I select on any page'
const button = (name: string) => screen.findByRole('button', { name })

/** The settings in a browser that gives the menu when asked, refuses, or has given it for good. */
async function selections(permission: 'optional' | 'refused' | 'blocked' | 'given') {
  const done: string[] = []
  const stands = { isGiven: permission === 'given' }
  const heard = new Set<() => void>()
  const event = {
    addListener: (listener: () => void) => void heard.add(listener),
    removeListener: (listener: () => void) => void heard.delete(listener),
  }
  const permissions = {
    onAdded: event,
    onRemoved: event,
    contains: async () => stands.isGiven,
    request: async () => {
      if (permission === 'blocked') throw new Error('Permissions are blocked by enterprise policy.')
      stands.isGiven = permission === 'optional'
      done.push('asked for')
      heard.forEach((listener) => listener())
      return stands.isGiven
    },
    remove: async () => {
      stands.isGiven = false
      done.push('given back')
      heard.forEach((listener) => listener())
      return true
    },
  }
  const contextMenus = { removeAll: async () => void done.push('entries taken away') }
  const optional = permission === 'given' ? [] : ['contextMenus']
  const runtime = { getManifest: () => ({ optional_permissions: optional }), sendMessage: vi.fn() }
  const drawn = await inOptions(
    () => ({}),
    async () => (await import('../../../entrypoints/options/selections.tsx')).Selections,
    { permissions, contextMenus, runtime },
  )
  return { ...drawn, done }
}

it('the menu of selections is asked for by a press, says that it is on, and is given back without entries', async () => {
  const { user, done } = await selections('optional')
  await user.click(await button(turnOn))
  expect(await screen.findByText('It is on')).toBeDefined()
  const off = await button('Turn it off')
  // Whoever goes on with the keyboard is where they were.
  expect(document.activeElement).toBe(off)
  await user.click(off)
  await button(turnOn)
  expect(screen.queryByText('It is on')).toBeNull()
  expect(done).toEqual(['asked for', 'entries taken away', 'given back'])
})

it.each(['refused', 'blocked'] as const)(
  'where the permission is %s, the settings say so and what to do instead',
  async (permission) => {
    const { user } = await selections(permission)
    await user.click(await button(turnOn))
    expect(await screen.findByText('Your browser did not allow that')).toBeDefined()
    expect(screen.getByText(/pasted in the panel/)).toBeDefined()
    expect(await button(turnOn)).toBeDefined()
  },
)

it('where the browser gave it at installation, nothing is offered that cannot be done', async () => {
  await selections('given')
  expect(await screen.findByText('It is on')).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})

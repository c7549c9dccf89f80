// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest'
import { chromePorts } from '../../../entrypoints/background/chrome-ports.ts'

afterEach(() => vi.unstubAllGlobals())

it('what the company decides anew is read, and every open page is told', async () => {
  const listeners: (() => void)[] = []
  const told: unknown[] = []
  let decided: object = { bypass: 'with-manager' }
  const managed = {
    get: async () => decided,
    onChanged: { addListener: (listener: () => void) => listeners.push(listener) },
  }
  const sendMessage = async (fact: unknown) => void told.push(fact)
  vi.stubGlobal('chrome', { storage: { managed }, runtime: { sendMessage } })
  const ports = chromePorts()
  expect(await ports.managed()).toEqual({ bypass: 'with-manager' })
  expect(told).toEqual([])
  decided = { bypass: 'never' }
  for (const listener of listeners) listener()
  expect(await ports.managed()).toEqual({ bypass: 'never' })
  expect(told).toEqual([{ fact: 'identity-changed' }, { fact: 'templates-changed' }])
})

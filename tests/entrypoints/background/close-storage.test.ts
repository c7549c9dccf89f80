import { expect, it, vi } from 'vitest'
import { closeStorage } from '../../../entrypoints/background/close-storage.ts'

const get = async () => ({})

it('keeps the storage from content scripts, and does without in a browser that has no such levels', async () => {
  const setAccessLevel = vi.fn(async () => undefined)
  const accessLevel = 'TRUSTED_CONTEXTS'
  await closeStorage({ get }, { get, setAccessLevel })
  expect(setAccessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel })
})

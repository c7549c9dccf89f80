import { describe, expect, it } from 'vitest'
import { createConfirmations } from '#lib/messaging/confirmation.ts'
import { needsConfirmation } from '#lib/messaging/for-good.ts'
import { requests } from '#lib/messaging/all-requests.ts'

const MINUTE = 60_000
const noon = Date.parse('2026-11-25T12:00:00Z')

/** A browser's memory, and how to start another worker in it. */
function browser() {
  const values = new Map<string, unknown>()
  const memory = {
    get: async (key: string) => structuredClone(values.get(key)),
    set: async (key: string, value: unknown) => void values.set(key, structuredClone(value)),
  }
  return { values, worker: (now = noon) => createConfirmations(memory, () => now) }
}

const press = (at = noon) => ({ id: crypto.randomUUID(), at })

describe('a confirmation', () => {
  it('is heard once, also when both copies arrive at the same time', async () => {
    const isConfirmed = browser().worker()
    const once = press()
    expect(await Promise.all([isConfirmed(once), isConfirmed(once)])).toEqual([true, false])
    expect(await isConfirmed(once)).toBe(false)
    expect(await isConfirmed(press())).toBe(true)
  })

  it('is not heard again by the next worker', async () => {
    const { worker } = browser()
    const once = press()
    expect(await worker()(once)).toBe(true)
    expect(await worker()(once)).toBe(false)
  })

  it.each([
    { age: 0, heard: true },
    { age: MINUTE, heard: true },
    { age: MINUTE + 1, heard: false },
    { age: -2 * MINUTE, heard: false },
  ])('that is $age ms old is heard: $heard', async ({ age, heard }) => {
    expect(await browser().worker()(press(noon - age))).toBe(heard)
  })

  it('that is missing is none', async () => {
    expect(await browser().worker()(undefined)).toBe(false)
  })

  it('leaves no trace after its minute', async () => {
    const { values, worker } = browser()
    for (let minute = 0; minute < 50; minute += 1) {
      const now = noon + minute * 2 * MINUTE
      await worker(now)(press(now))
    }
    expect(JSON.stringify([...values.values()]).length).toBeLessThan(200)
  })
})

describe('what is confirmed', () => {
  it('is every move of a handoff', () => {
    const moves = Object.keys(requests).filter((name) => name.startsWith('handoff.'))
    expect(moves.filter((name) => !needsConfirmation(name))).toEqual([])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waitAfter } from '#lib/sync/backoff.ts'

const MINUTE = 60_000

describe('the wait before the next attempt', () => {
  it.each([
    { attempts: 1, most: 1_000 },
    { attempts: 2, most: 2_000 },
    { attempts: 5, most: 16_000 },
    { attempts: 10, most: 512_000 },
    { attempts: 11, most: 15 * MINUTE },
    { attempts: 200, most: 15 * MINUTE },
  ])('is anything up to $most ms after $attempts attempts', ({ attempts, most }) => {
    expect(waitAfter(attempts, 0, null)).toBe(0)
    expect(waitAfter(attempts, 0.5, null)).toBe(most / 2)
    expect(waitAfter(attempts, 1, null)).toBe(most)
  })

  it('is never shorter than Salesforce asked for, and never above fifteen minutes (F33)', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.nat({ max: 100 * MINUTE })),
        (attempts, chance, retryAfter) => {
          const wait = waitAfter(attempts, chance, retryAfter)
          expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfter ?? 0, 15 * MINUTE))
          expect(wait).toBeLessThanOrEqual(15 * MINUTE)
        },
      ),
    )
  })
})

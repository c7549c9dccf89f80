import { describe, expect, it } from 'vitest'
import { proposedTimes } from '#components/transition/proposed-times.ts'

const wish = { from: '2026-11-23T00:00:00Z', minutes: 30, days: 1 }
const colleague = (timeZone: string) => ({
  owners: [{ userId: '005Hs00000009f3IAA', timeZone }],
  engagements: [],
})

describe('times for a meeting', () => {
  it('suit a colleague whose time zone browsers list under an older name', () => {
    const times = proposedTimes(colleague('Asia/Kolkata'), { ...wish, timeZone: 'Europe/London' })
    // Nine in London is half past two in Kolkata, where work ends at five.
    expect(times[0]).toBe('2026-11-23T09:00:00.000Z')
    expect(times.every((at) => at <= '2026-11-23T11:00:00.000Z')).toBe(true)
  })

  it('take a zone that nobody knows for the user’s own', () => {
    const own = { ...wish, timeZone: 'Europe/London' }
    expect(proposedTimes(colleague('Mars/Olympus'), own)).toEqual(
      proposedTimes(colleague('Europe/London'), own),
    )
  })
})

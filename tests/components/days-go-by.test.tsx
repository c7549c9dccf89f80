import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useAssessment } from '#components/hooks/use-assessment.ts'
import { deal, draft, given, question, section, template } from '../lib/handoff/builders.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const next = question({ key: 'next.date', answer: { type: 'date' }, brief: 'next-step' })
const asked = template([section([next])])
const answered = draft({ 'next.date': given({ type: 'date', date: '2026-03-10' }) })
const HOUR = 60 * 60 * 1000

describe('a draft that stands open over night', () => {
  it.each([
    { timeZone: 'Europe/Berlin', opened: '2026-03-10T22:30:00.000Z' },
    { timeZone: 'America/New_York', opened: '2026-03-11T03:30:00.000Z' },
    { timeZone: 'Asia/Kolkata', opened: '2026-03-10T17:35:00.000Z' },
  ])('is judged by the day that it is in $timeZone', ({ timeZone, opened }) => {
    vi.setSystemTime(opened)
    const context = { deal: deal(), lengths: {}, identity: { timeZone }, formulas: null }
    const { result } = renderHook(() => useAssessment(asked, answered, context))
    const isPast = () => result.current.findings.some(({ rule }) => rule === 'date-past')
    expect(isPast()).toBe(false)
    act(() => void vi.advanceTimersByTime(HOUR))
    expect(isPast()).toBe(true)
  })
})

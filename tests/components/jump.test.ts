import { describe, expect, it } from 'vitest'
import { stopFrom } from '#components/handoff/jump.ts'
import type { Finding } from '#lib/handoff/finding.ts'

const order = ['a', 'b', 'c', 'd']
const missing = (question: string): Finding => ({
  severity: 'blocks-submit',
  rule: 'required',
  sentence: `${question} is missing.`,
  question,
  section: 's',
})

describe('going on to what is missing', () => {
  it.each([
    { left: ['b', 'd'], from: 'a', step: 1 as const, to: 'b' },
    { left: ['b', 'd'], from: 'c', step: 1 as const, to: 'd' },
    { left: ['b', 'd'], from: 'd', step: 1 as const, to: 'b' },
    { left: ['b', 'd'], from: 'b', step: -1 as const, to: 'd' },
    { left: ['b', 'd'], from: 'c', step: -1 as const, to: 'b' },
    { left: ['a', 'c'], from: null, step: 1 as const, to: 'a' },
    { left: ['b'], from: 'b', step: 1 as const, to: undefined },
    { left: [], from: 'b', step: 1 as const, to: undefined },
  ])('from $from, with $left left, leads by $step to $to', ({ left, from, step, to }) => {
    const stops = { findings: left.map(missing), order }
    expect(stopFrom(stops, from, step)?.question).toBe(to)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { table } from '../../bench/browser/bar.ts'
import { difference, median, quantile, ratio, seeded } from '../../bench/browser/statistics.ts'
import { chargedTo, eventsOf, unnamed } from '../../bench/browser/trace.ts'

const slice = ([ts, dur]: readonly [number, number], url: string, name = 'FunctionCall') => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts,
  dur,
  args: { data: { url } },
})

describe('a quantile', () => {
  it.each([
    [[1, 2, 3], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[5], 0.95, 5],
    [[3, 1, 2], 1, 3],
  ])('of %j at %d is %d', (numbers, share, expected) => {
    expect(quantile(numbers, share)).toBe(expected)
  })

  it('lies between the smallest and the largest number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (numbers, share) => {
          const value = quantile(numbers, share)
          expect(value).toBeGreaterThanOrEqual(Math.min(...numbers))
          expect(value).toBeLessThanOrEqual(Math.max(...numbers))
        },
      ),
    )
  })
})

describe('an estimate', () => {
  const pairs = [10, 11, 12, 13, 14].map((baseline) => ({ baseline, ours: baseline * 2 }))

  it('gives the ratio of the medians and an interval around it', () => {
    const { value, low, high } = ratio(pairs, seeded(1))
    expect(value).toBe(2)
    expect(low).toBeLessThanOrEqual(2)
    expect(high).toBeGreaterThanOrEqual(2)
  })

  it('gives the median of the paired differences', () => {
    expect(difference(pairs, seeded(1)).value).toBe(median([10, 11, 12, 13, 14]))
  })

  it('is the same for the same seed', () => {
    expect(ratio(pairs, seeded(7))).toEqual(ratio(pairs, seeded(7)))
  })
})

describe('a trace', () => {
  const trace = eventsOf([
    slice([0, 4000], 'chrome-extension://a/x.js', 'EvaluateScript'),
    slice([1000, 2000], 'chrome-extension://a/x.js'),
    slice([5000, 1000], 'chrome-extension://a/x.js'),
    slice([6000, 9000], 'https://acme.lightning.force.com/app.js'),
    { name: 'metadata', ph: 'M', pid: 1 },
  ])

  it('charges a script with its outermost slices only', () => {
    expect(chargedTo(trace, 'chrome-extension://a')).toEqual({ milliseconds: 5, longest: 4 })
  })

  it('adds up calls that no script is named for', () => {
    const calls = [
      slice([500, 100], '', 'v8.callFunction'), // inside the evaluation
      slice([20_000, 300], '', 'v8.callFunction'),
      slice([20_100, 50], '', 'v8.callFunction'), // inside the call before
    ]
    expect(unnamed([...trace, ...calls])).toEqual({ milliseconds: 0.3, longest: 0.3 })
  })

  it('charges nothing to a script that did not run', () => {
    expect(chargedTo(trace, 'chrome-extension://b')).toEqual({ milliseconds: 0, longest: 0 })
  })
})

describe('the table of bars', () => {
  it('says of each target whether it is met', () => {
    const measured = { value: 2, low: 1.5, high: 2.5 }
    const bar = { id: 'P6', what: 'shortcut to focus', unit: '×', measured, gate: true }
    const [, met, missed] = table([
      { ...bar, target: 2.5 },
      { ...bar, target: 1.5 },
    ]).split('\n')
    expect(met).toMatch(/^P6 .* met$/)
    expect(missed).toMatch(/NOT MET$/)
  })
})

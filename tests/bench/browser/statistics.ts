/** The value below which the given share (0 to 1) of the numbers lies, interpolated. NaN for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

/** The middle of the numbers. NaN for none. */
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

/** One interleaved pair: what we measured beside its baseline, moments apart. */
export interface Pair {
  readonly ours: number
  readonly baseline: number
}

/** A figure with the interval that 95 of 100 resamplings fall into. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

const resamplings = 1000

/** The ratio of medians with its bootstrap interval; `random` gives numbers from 0 up to 1. */
export function ratio(pairs: readonly Pair[], random: () => number): Estimate {
  return bootstrap(pairs, random, (sample) => medianRatio(sample))
}

/** The median of the paired differences with its bootstrap interval. */
export function difference(pairs: readonly Pair[], random: () => number): Estimate {
  return bootstrap(pairs, random, (sample) =>
    median(sample.map(({ ours, baseline }) => ours - baseline)),
  )
}

function medianRatio(pairs: readonly Pair[]): number {
  return median(pairs.map(({ ours }) => ours)) / median(pairs.map(({ baseline }) => baseline))
}

function bootstrap(
  pairs: readonly Pair[],
  random: () => number,
  statistic: (sample: readonly Pair[]) => number,
): Estimate {
  const values = Array.from({ length: resamplings }, () => statistic(resample(pairs, random)))
  return { value: statistic(pairs), low: quantile(values, 0.025), high: quantile(values, 0.975) }
}

function resample(pairs: readonly Pair[], random: () => number): readonly Pair[] {
  return pairs.flatMap(() => pairs[Math.floor(random() * pairs.length)] ?? [])
}

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A quantile of the numbers with its bootstrap interval. */
export function estimate(
  numbers: readonly number[],
  share: number,
  random: () => number,
): Estimate {
  const samples = Array.from({ length: resamplings }, () =>
    quantile(
      numbers.map(() => numbers[Math.floor(random() * numbers.length)] ?? 0),
      share,
    ),
  )
  return {
    value: quantile(numbers, share),
    low: quantile(samples, 0.025),
    high: quantile(samples, 0.975),
  }
}

/** A count, which has no spread. */
export const exactly = (value: number): Estimate => ({ value, low: value, high: value })

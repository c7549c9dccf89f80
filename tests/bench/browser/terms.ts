import type { BenchOrg } from './bench-org.ts'
import type { Contenders } from './contenders.ts'

/** What every measurement is made with. */
export interface Terms {
  readonly site: BenchOrg
  readonly contenders: Contenders
  /** How many interleaved rounds count; two more come before them to warm up. */
  readonly rounds: number
  /** Gives numbers from 0 up to 1, the same in every run. */
  readonly random: () => number
}

const WARM_UPS = 2

/** A reading of each, with another order in every other round: whatever comes second is slower for it. */
export async function inEitherOrder<One, Other>(
  round: number,
  one: () => Promise<One>,
  other: () => Promise<Other>,
): Promise<readonly [One, Other]> {
  if (round % 2 === 0) {
    const reading = await one()
    return [reading, await other()]
  }
  const reading = await other()
  return [await one(), reading]
}

/** Calls the measurement once a round, leaving out what the first two rounds give. */
export async function inRounds<Reading>(
  rounds: number,
  measure: (round: number) => Promise<Reading>,
): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  for (let round = 0; round < rounds + WARM_UPS; round += 1) readings.push(await measure(round))
  return readings.slice(WARM_UPS)
}

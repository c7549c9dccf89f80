import type { Effect, FaultRule } from './rule.ts'
import { seededRandom } from './seeded-random.ts'

/** What a fault rule is asked about. */
interface Asked {
  readonly method: string
  /** Path and query. */
  readonly path: string
}

/** A rule and how often it has struck. */
interface StandingFault {
  readonly rule: FaultRule
  readonly taken: number
}

/** The faults an org is told to have. */
export interface Faults {
  readonly add: (rule: FaultRule) => void
  readonly clear: () => void
  readonly list: () => readonly StandingFault[]
  /** The effects that strike this request, in the order they were asked for. */
  readonly strike: (asked: Asked) => readonly Effect[]
  /** The errors that strike one part of a composite. */
  readonly strikePart: (asked: Asked) => readonly Effect[]
  /** Whether a save of this record finds the row locked. */
  readonly strikeLock: (objectName: string, id: string) => boolean
}

interface Standing {
  readonly rule: FaultRule
  readonly random: () => number
  seen: number
  taken: number
}

/** An org without faults; chance comes from outside. */
export function createFaults(random: () => number): Faults {
  const standing: Standing[] = []
  const striking = (fits: (rule: FaultRule) => boolean): readonly Effect[] =>
    standing.filter((one) => fits(one.rule) && strikes(one)).map(({ rule }) => rule.effect)
  return {
    add: (rule) => {
      const chance = rule.seed === undefined ? random : seededRandom(rule.seed)
      standing.push({ rule, random: chance, seen: 0, taken: 0 })
    },
    clear: () => void standing.splice(0),
    list: () => standing.map(({ rule, taken }) => ({ rule, taken })),
    strike: (asked) => striking((rule) => rule.effect.kind !== 'lock' && matches(rule, asked)),
    strikePart: (asked) => striking((rule) => isPartError(rule) && matches(rule, asked)),
    strikeLock: (objectName, id) =>
      striking(({ effect }) => effect.kind === 'lock' && locks(effect, objectName, id)).length > 0,
  }
}

/** Counts the request, and tells whether the rule strikes this time. */
function strikes(one: Standing): boolean {
  const { times, after, probability } = one.rule
  one.seen += 1
  if (one.seen <= after || (times > 0 && one.taken >= times)) return false
  if (probability < 1 && one.random() >= probability) return false
  one.taken += 1
  return true
}

function matches({ method, path }: FaultRule, asked: Asked): boolean {
  return (method ?? asked.method) === asked.method && new RegExp(path).test(asked.path)
}

/** An error without a path means the request as a whole. */
const isPartError = ({ effect, path }: FaultRule): boolean =>
  effect.kind === 'error' && path !== '' && !effect.afterwards

function locks(effect: Effect & { kind: 'lock' }, objectName: string, id: string): boolean {
  const isObject = effect.object === undefined || effect.object === objectName
  const isRecord = effect.record === undefined || effect.record.slice(0, 15) === id.slice(0, 15)
  return isObject && isRecord
}

import { dayIn } from './day.ts'
import type { Amount, Blank } from './formula-functions.ts'

const DAY = 24 * 60 * 60 * 1000

const isoDay = /^\d{4}-\d\d-\d\d(?=T|$)/

const dayAt = (time: number) => isoDay.exec(new Date(time).toJSON() ?? '')?.[0] ?? null

const daysFrom = (day: Blank<string>, days: Amount, way: 1 | -1) =>
  dayAt(Date.parse(day ?? '') + way * Math.trunc(Number(days ?? Number.NaN)) * DAY)

const isNumber = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i

/** As exact as a number can be: 1.1 to the second is 1.21. Blank where there is no such number. */
function raised(base: Amount, power: Amount): number | null {
  const number = Number(base ?? Number.NaN) ** Number(power ?? Number.NaN)
  if (!Number.isFinite(number)) return null
  return Number.isSafeInteger(number) ? number : Number(number.toPrecision(15))
}

/**
 * What stands for functions of sformula, for whoever is in that time zone; in small letters, because its own go before
 * all that it is given. It asks this computer for the day of an instant; it takes every day for 24 hours of this
 * computer's clock, and comes out a day short where clocks are put back meanwhile; it cannot tell whether a blank is a
 * number, nor that it has no length; it raises to whole powers only; and what is unknown of a part it takes for unknown of the whole, so that NOT of
 * that never holds.
 */
export const overrides = (timeZone?: string): Readonly<Record<string, unknown>> => ({
  datevalue: (at: Blank<string>) =>
    at && isoDay.test(at) && dayAt(Date.parse(at)) ? dayIn(timeZone, at) : null,
  and: (...parts: readonly unknown[]) => parts.every((part) => part === true),
  or: (...parts: readonly unknown[]) => parts.includes(true),
  isnumber: (text: Blank<string>) => isNumber.test(text ?? ''),
  len: (text: Blank<string>) => text?.length ?? 0,
  exp: (power: Amount) => raised(Math.E, power),
  $$power_number$$: raised,
  $$add_date$$: (day: Blank<string>, days: Amount) => daysFrom(day, days, 1),
  $$subtract_date$$: (day: Blank<string>, days: Amount) => daysFrom(day, days, -1),
})

const names = overrides()

/** Lets a compiled formula call the overrides. */
export function callOverrides(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  if ('callee' in node && isNamed(node.callee)) {
    const name = node.callee.name.toLowerCase()
    if (name in names) node.callee.name = name
  }
  Object.values(node).forEach(callOverrides)
}

const isNamed = (node: unknown): node is { name: string } =>
  typeof node === 'object' && node !== null && 'name' in node && typeof node.name === 'string'

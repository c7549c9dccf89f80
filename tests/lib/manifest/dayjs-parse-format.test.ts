import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import digitsOnly from '#lib/manifest/stand-ins/dayjs-parse-format.ts'

const require = createRequire(join(process.cwd(), 'node_modules/sformula/'))

type Read = (text: string | null, format?: string, isStrict?: boolean) => Moment

interface Moment {
  readonly valueOf: () => number
  readonly format: () => string
  readonly isValid: () => boolean
}

/** A dayjs of its own: a plugin changes the whole library. */
function freshDayjs(plugin: unknown): Read & { readonly utc: Read } {
  const paths = ['dayjs', 'dayjs/plugin/utc']
  for (const path of paths) delete require.cache[require.resolve(path)]
  const [dayjs, utc] = paths.map((path) => require(path))
  return dayjs.extend(plugin).extend(utc)
}

const whole = freshDayjs(require(join('dayjs', 'plugin', 'customParseFormat')))
const ours = freshDayjs(digitsOnly)

const folder = 'node_modules/sformula/module'
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))

const days = ['YYYY-MM-DD', 'YYYY-MM-DD HH:mm:ss', 'HH:mm:ss.SSS[Z]', 'HH:mm:ss.SSS']
const instants = ['', '.S', '.SSS'].flatMap((fraction) =>
  ['', 'Z', 'ZZ', '[Z]'].map((zone) => `YYYY-MM-DD[T]HH:mm:ss${fraction}${zone}`),
)
const formats = [...days, ...instants]

beforeAll(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-29T00:30:00Z'), toFake: ['Date'] })
})
afterAll(() => {
  vi.useRealTimers()
})

const number = (most: number, width: number) =>
  fc.integer({ min: 0, max: most }).map((some) => String(some).padStart(width, '0'))

/** A day and time, right or nearly, and sometimes with something in it that does not belong there. */
const texts = fc
  .tuple(
    number(9999, 4),
    fc.constantFrom('-', '-', '-', '/', ''),
    number(14, 2),
    number(33, 2),
    fc.constantFrom('T', ' ', ''),
    number(26, 2),
    number(61, 2),
    number(61, 2),
    fc.constantFrom('', '.5', '.050', '.123', '.1234'),
    fc.constantFrom('', 'Z', '+00:00', '-0330', '+05:45', '+14', ' '),
    fc.constantFrom('all', 'day', 'time'),
    fc.tuple(fc.nat(), fc.constantFrom('', '', '', '1', 'x', '  ', '-')),
  )
  .map(([year, dash, month, day, t, hour, minute, second, fraction, zone, part, [at, odd]]) => {
    const date = [year, month, day].join(dash)
    const time = `${hour}:${minute}:${second}${fraction}${zone}`
    const text = { all: `${date}${t}${time}`, day: date, time }[part]
    const place = at % (text.length + 1)
    return text.slice(0, place) + odd + text.slice(place)
  })

it.each(['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'])(
  'texts are read as dayjs itself reads them, in %s',
  (zone) => {
    vi.stubEnv('TZ', zone)
    fc.assert(
      fc.property(texts, fc.constantFrom(...formats), fc.boolean(), (text, format, strict) => {
        expect(ours(text, format, strict).valueOf()).toBe(whole(text, format, strict).valueOf())
        const [own, real] = [ours.utc(text, format, strict), whole.utc(text, format, strict)]
        expect(own.valueOf()).toBe(real.valueOf())
        expect(own.format()).toBe(real.format())
      }),
      { numRuns: 3000 },
    )
    vi.unstubAllEnvs()
  },
)

it('what has no format is read as before', () => {
  expect(ours('2026-03-29T01:30:00Z').valueOf()).toBe(Date.parse('2026-03-29T01:30:00Z'))
  expect(ours(null).isValid()).toBe(false)
})

it('the formula engine reads by no other format', () => {
  const named = sources.flatMap((code) =>
    [...code.matchAll(/export var \w*_FORMAT = "(.*)"/g)].map(([, format]) => format),
  )
  expect(named).toContain('YYYY-MM-DD')
  const written = 'YYYY-MM-DD[T]HH:mm:ss.SSSZZ'
  expect(named.filter((one) => !formats.includes(one ?? '') && one !== written)).toEqual([])
  const calls = sources.flatMap((code) => code.match(/dayjs(?:\.utc)?\(\w+, .*\)/g) ?? [])
  expect(calls.length).toBeGreaterThan(4)
  for (const call of calls) expect(call).toMatch(/, (?:\w+_FORMAT, true|z?fmt)\)/)
})

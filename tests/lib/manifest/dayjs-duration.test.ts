import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import daysOnly from '#lib/manifest/stand-ins/dayjs-duration.ts'

it.each([0, 1, -1, 2.5, 36_525])('%s days have as many milliseconds as they should', (days) => {
  const dayjs: Parameters<typeof daysOnly>[2] = {}
  daysOnly(undefined, undefined, dayjs)
  expect(dayjs.duration?.(days).asMilliseconds()).toBe(days * 24 * 60 * 60 * 1000)
})

it('the formula engine asks for nothing else of a duration', () => {
  const folder = 'node_modules/sformula/module/builtin'
  const asked = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/dayjs\.duration\(.*/g) ?? [])
  expect(asked.length).toBeGreaterThan(0)
  for (const call of asked) expect(call).toMatch(/, "day"\)\.asMilliseconds\(\);$/)
})

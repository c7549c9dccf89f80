import { expect, it } from 'vitest'
import { inTime } from '../../../entrypoints/background/in-time.ts'

it('what comes in time is taken', async () => {
  expect(await inTime(Promise.resolve('their policy'), 'none', 1000)).toBe('their policy')
})

it('what never comes holds nothing up', async () => {
  expect(await inTime(new Promise<string>(() => undefined), 'none', 1)).toBe('none')
})

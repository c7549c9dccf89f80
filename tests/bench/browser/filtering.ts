import type { Page } from '@playwright/test'
import type { Bar } from './bar.ts'
import { PENDING } from './bench-org.ts'
import { estimate, exactly } from './statistics.ts'
import type { Terms } from './terms.ts'
import { chargedTo } from './trace.ts'
import { traced } from './tracing.ts'

const TYPED = ['h', 'a', 'd', 'd', 'a', 'd', 'Space', 's', 'a', 'h', 'a', 'r', 'a']
const TURNS = 30

/** P12: a long list is narrowed key by key, and scrolled, in a popup that shows it. */
export async function measureFiltering(
  { random }: Terms,
  { page, origin }: { readonly page: Page; readonly origin: string },
): Promise<readonly Bar[]> {
  const box = page.getByRole('searchbox')
  await box.focus()
  const keys: number[] = []
  for (const key of [...TYPED, ...TYPED.map(() => 'Backspace')]) {
    const events = await traced(page, async () => {
      await page.keyboard.press(key)
      await painted(page)
    })
    keys.push(chargedTo(events, origin).milliseconds)
  }
  await page.mouse.move(200, 400)
  const scrolled = await traced(page, async () => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await page.mouse.wheel(0, 700)
      await painted(page)
    }
  })
  return [
    {
      id: 'P12',
      what: `script for a key that narrows ${PENDING}, 95th of 100`,
      target: 16,
      unit: 'ms',
      measured: estimate(keys, 0.95, random),
      gate: false,
    },
    {
      id: 'P12',
      what: `longest task of ours while ${PENDING} are scrolled`,
      target: 16,
      unit: 'ms',
      measured: exactly(chargedTo(scrolled, origin).longest),
      gate: false,
    },
  ]
}

/** Until what was changed is on the screen, and what that set in motion has been done. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => resolve()))
      }),
  )
}

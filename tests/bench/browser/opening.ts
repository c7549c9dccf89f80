import { type BrowserContext, expect, type Page } from '@playwright/test'
import { brightwater } from '../../e2e/cast.ts'
import { panelFrame } from '../../e2e/stage.ts'
import { untilIdle } from '../../e2e/until-idle.ts'
import type { Bar } from './bar.ts'
import { recordPage } from './bench-org.ts'
import type { Contender } from './contenders.ts'
import { draftOfOurs } from './our-draft.ts'
import { estimate, ratio } from './statistics.ts'
import { inEitherOrder, inRounds, type Terms } from './terms.ts'
import { stopWorkers } from './waking.ts'

/** P6: from the press on the launcher, with no worker running, to a painted draft with the focus in it. */
export async function measureOpening(terms: Terms): Promise<readonly Bar[]> {
  const { contenders, rounds, random, site } = terms
  await draftOfOurs(terms)
  const { ours, empty } = contenders
  await watchFocus(ours.context)
  const address = recordPage(site, brightwater.id)
  const pairs = await inRounds(rounds, async (round) => {
    const [baseline, time] = await inEitherOrder(
      round,
      () => firstPaint(empty),
      () => openPanelOf(ours.page, address),
    )
    return { baseline, ours: time, rested: await openPanelOf(ours.page, address, { rests: true }) }
  })
  const times = pairs.map((pair) => pair.ours)
  const bar = (what: string, rest: Omit<Bar, 'id' | 'what'>): Bar => ({
    id: 'P6',
    what: `launcher to painted draft with focus${what}`,
    ...rest,
  })
  return [
    bar(', over an empty extension page', {
      target: 2.5,
      unit: '×',
      measured: ratio(pairs, random),
      gate: true,
    }),
    bar(', median', {
      target: 200,
      unit: 'ms',
      measured: estimate(times, 0.5, random),
      gate: false,
    }),
    bar(', 95th of 100', {
      target: 350,
      unit: 'ms',
      measured: estimate(times, 0.95, random),
      gate: false,
    }),
    bar(', after the pointer rested on the launcher, median', {
      target: 200,
      unit: 'ms',
      measured: estimate(
        pairs.map((pair) => pair.rested),
        0.5,
        random,
      ),
      gate: false,
    }),
  ]
}

/** First contentful paint of the empty extension's page, in milliseconds from the navigation. */
export async function firstPaint({ context, origin }: Contender): Promise<number> {
  const page = await context.newPage()
  await page.goto(`${origin}/popup.html`)
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0]
          if (paint) resolve(paint.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
  await page.close()
  return time
}

/** Notes in every frame when a field first has the focus and the frame after that is painted. */
export async function watchFocus(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    addEventListener(
      'pointerdown',
      () => {
        document.documentElement.dataset['pressedAt'] = String(Date.now())
      },
      { capture: true },
    )
    addEventListener(
      'focusin',
      ({ target }) => {
        if (!(target instanceof HTMLElement) || !target.matches('input, textarea, select, button'))
          return
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => {
            document.documentElement.dataset['focusedAt'] ??= String(Date.now())
          })
          port1.start()
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

/**
 * Milliseconds from the press on the launcher, with no worker running, to the painted draft with the focus in it.
 * The pointer comes to the launcher and presses at once, or it rests there, as a hand does.
 */
export async function openPanelOf(
  page: Page,
  address: string,
  { rests = false } = {},
): Promise<number> {
  await page.goto(address, { waitUntil: 'load' })
  await untilIdle(page)
  await stopWorkers(page)
  const size = page.viewportSize() ?? { width: 1360, height: 860 }
  const launcher = [size.width - 20, size.height / 2] as const
  if (rests) await restOn(page, launcher)
  await page.mouse.click(...launcher)
  await expect(async () => expect(panelFrame(page)).toBeDefined()).toPass()
  const panel = panelFrame(page) ?? page.mainFrame()
  const focusedAt = await panel.waitForFunction(
    () => document.documentElement.dataset['focusedAt'] ?? null,
  )
  const pressedAt = await page.evaluate(() => document.documentElement.dataset['pressedAt'])
  return Number(await focusedAt.jsonValue()) - Number(pressedAt)
}

async function restOn(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  await page.mouse.move(x - 400, y)
  await page.mouse.move(x, y)
  await expect.poll(() => panelFrame(page)).toBeDefined()
  await panelFrame(page)?.waitForLoadState('load')
}

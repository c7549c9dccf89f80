import type { Frame, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Bar } from './bar.ts'
import { draftOfOurs, NOTE } from './our-draft.ts'
import { heapOf } from './heap.ts'
import { estimate, exactly, quantile, ratio } from './statistics.ts'
import { inRounds, type Terms } from './terms.ts'
import { chargedTo } from './trace.ts'
import { traced } from './tracing.ts'
import { longTemplate, RULES } from './long-template.ts'
import { speaking } from './waking.ts'

const KEYS = 10

/** P8 and P16: a note of 100 kB under 200 rules, typed in our panel and in a bare textarea by turns. */
export async function measureTyping(terms: Terms): Promise<readonly Bar[]> {
  const { contenders, rounds, random } = terms
  const setting = await speaking(contenders.ours)
  await setting.evaluate(
    (text) => chrome.runtime.sendMessage({ request: 'template.import', params: { text } }),
    longTemplate(),
  )
  await setting.close()
  const panel = await draftOfOurs(terms)
  const ours = await noteIn(contenders.ours.page, panel)
  const bare = await contenders.empty.context.newPage()
  await bare.goto(`${contenders.empty.origin}/typing.html`)
  const raw = await noteIn(bare, bare.mainFrame())
  const pairs = await inRounds(rounds, async () => ({ baseline: await raw(), ours: await ours() }))
  const script = await scriptOfKeys(terms, ours)
  const blocked = await whileBlocked(contenders.ours.page, ours)
  await bare.close()
  const bar = (what: string, rest: Omit<Bar, 'id' | 'what'>): Bar => ({ id: 'P8', what, ...rest })
  return [
    bar(`a key in 100 kB under ${RULES} rules to its paint, over a bare textarea`, {
      target: 1.15,
      unit: '×',
      measured: ratio(pairs, random),
      gate: true,
    }),
    bar('our script for a key, 95th of 100', {
      target: 4,
      unit: 'ms',
      measured: estimate(script, 0.95, random),
      gate: false,
    }),
    bar('a key to its paint while the page of Salesforce is blocked', {
      target: 200,
      unit: 'ms',
      measured: exactly(blocked),
      gate: false,
    }),
    {
      id: 'P16',
      what: `heap of the panel with a draft of 100 kB under ${RULES} rules`,
      target: 25,
      unit: 'MB',
      measured: exactly(await heapOf(panel)),
      gate: true,
    },
  ]
}

/** Puts the note into the first box and gives back what types into it: milliseconds from key to paint, the median of some. */
async function noteIn(page: Page, frame: Frame): Promise<() => Promise<number>> {
  const box = frame.locator('textarea').first()
  await expect(box).toBeVisible()
  await box.fill(NOTE)
  await box.evaluate((node) => {
    const times: number[] = []
    Object.assign(globalThis, { segueBenchTimes: times })
    node.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => times.push(performance.now() - timeStamp))
        port1.start()
        port2.postMessage(null)
      })
    })
  })
  return async () => {
    await page.bringToFront()
    await box.focus()
    for (let key = 0; key < KEYS; key += 1) await page.keyboard.press('a', { delay: 30 })
    const times = await frame.evaluate(() => {
      const known: unknown = Reflect.get(globalThis, 'segueBenchTimes')
      return Array.isArray(known) ? known.splice(0).map(Number) : []
    })
    return quantile(times, 0.5)
  }
}

async function scriptOfKeys({ contenders }: Terms, type: () => Promise<number>) {
  const { page, origin } = contenders.ours
  const figures: number[] = []
  for (let at = 0; at < 10; at += 1) {
    const events = await traced(page, async () => void (await type()))
    figures.push(chargedTo(events, origin).milliseconds / KEYS)
  }
  return figures
}

/** Types while the host page's main thread does nothing but spin for four seconds. */
async function whileBlocked(page: Page, type: () => Promise<number>): Promise<number> {
  await page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 4000
      while (performance.now() < end);
    })
  })
  return type()
}

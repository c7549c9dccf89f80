import type { Page } from '@playwright/test'
import type { Contender } from './contenders.ts'

/** What is to be seen on a page: so many elements that match. */
interface Sight {
  readonly selector: string
  readonly atLeast: number
}

/**
 * Opens a popup as a page; returns it, and when the frame with what is to be seen was on the screen, in milliseconds.
 * Chromium tells that of the first frame with contents; where something else was in it, the time is that of a message
 * which was sent when the frame was drawn, some 20 ms too early.
 */
export async function openPainted(
  { context, origin }: Pick<Contender, 'context' | 'origin'>,
  sight: Sight,
): Promise<{ readonly page: Page; readonly time: number }> {
  const page = await context.newPage()
  await page.addInitScript(watchFor, sight)
  await page.goto(`${origin}/popup.html`)
  const drawn = await page.waitForFunction(() => document.documentElement.dataset['drawnAt'])
  const first = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  return { page, time: Math.max(Number(await drawn.jsonValue()), Number(await first.jsonValue())) }
}

/** Runs in the page, before anything of it: a message that is sent in a frame arrives when the frame is drawn. */
function watchFor({ selector, atLeast }: Sight): void {
  const watch = () => {
    if (document.querySelectorAll(selector).length < atLeast) {
      requestAnimationFrame(watch)
      return
    }
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      document.documentElement.dataset['drawnAt'] ??= String(performance.now())
    })
    port1.start()
    port2.postMessage(null)
  }
  requestAnimationFrame(watch)
}

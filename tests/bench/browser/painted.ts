import type { Page } from '@playwright/test'
import type { Contender } from './contenders.ts'

/** What is to be seen on a page: so many elements that match. */
interface Sight {
  readonly selector: string
  readonly atLeast: number
}

/** Opens a popup as a page; returns it, and when the frame with what is to be seen was painted, in milliseconds. */
export async function openPainted(
  { context, origin }: Pick<Contender, 'context' | 'origin'>,
  sight: Sight,
): Promise<{ readonly page: Page; readonly time: number }> {
  const page = await context.newPage()
  await page.addInitScript(watchFor, sight)
  await page.goto(`${origin}/popup.html`)
  const time = await page.waitForFunction(
    () => document.documentElement.dataset['paintedAt'] ?? null,
  )
  return { page, time: Number(await time.jsonValue()) }
}

/** Runs in the page, before anything of it: a message that is sent in a frame arrives when the frame is painted. */
function watchFor({ selector, atLeast }: Sight): void {
  const watch = () => {
    if (document.querySelectorAll(selector).length < atLeast) {
      requestAnimationFrame(watch)
      return
    }
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      document.documentElement.dataset['paintedAt'] ??= String(performance.now())
    })
    port1.start()
    port2.postMessage(null)
  }
  requestAnimationFrame(watch)
}

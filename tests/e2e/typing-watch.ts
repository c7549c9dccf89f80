import type { Locator, Page } from '@playwright/test'

/** What stood in a box at a moment, and whether the panel called it saved in the same frame. */
export interface Reported {
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly isSaved: boolean
}

/**
 * Runs in the panel: reports each key as it arrives, and each frame in which something else is to be seen. What the
 * browser was killed over is not reported, so that nothing counts as called saved that nobody could have read.
 */
export function watchTyping(question: string): void {
  const report: unknown = Reflect.get(globalThis, 'segueReport')
  const box = document.querySelector<HTMLTextAreaElement>(`[data-question="${question}"] textarea`)
  if (!box || typeof report !== 'function') throw new Error(`No ${question}, or nobody listens.`)
  const tell = (isSaved: boolean) => report({ text: box.value, at: Date.now(), isSaved })
  box.addEventListener('input', () => tell(false))
  let told = ''
  const look = () => {
    const isSaved = document.querySelector('footer')?.textContent.includes('Saved on this') === true
    const shown = `${isSaved} ${box.value}`
    if (isSaved && shown !== told) tell(true)
    told = shown
    requestAnimationFrame(look)
  }
  look()
}

/** Presses one key after the other until the browser is gone; returns when each was pressed. */
export async function typeUntilKilled(page: Page, text: string, pressed: number[]): Promise<void> {
  try {
    for (const letter of text) {
      pressed.push(Date.now())
      await page.keyboard.type(letter, { delay: 15 })
    }
  } catch {
    // The browser was killed over this key.
  }
}

interface Killed {
  /** What was there after the next start. */
  readonly kept: string
  /** Milliseconds since 1970, as all times. */
  readonly killedAt: number
  readonly pressed: readonly number[]
  readonly reports: readonly Reported[]
}

/** How long before the kill the first character was typed that is lost, in milliseconds; 0 when none is. */
export function ageOfLoss({ kept, killedAt, pressed, reports }: Killed): number {
  const arrived = reports.find(({ text }) => text.length > kept.length)
  const firstLost = arrived?.at ?? pressed[kept.length]
  return firstLost === undefined ? 0 : Math.max(0, killedAt - firstLost)
}

/** Runs in a panel: when its box shows these words, in milliseconds since 1970. */
const whenShown = (box: Element, text: string) =>
  new Promise<number>((resolve) => {
    const look = () => {
      if (box instanceof HTMLTextAreaElement && box.value === text) resolve(Date.now())
      else requestAnimationFrame(look)
    }
    look()
  })

/** Runs in a panel: when something is next typed into its box, in milliseconds since 1970. */
const typedIn = (box: Element) => ({
  at: new Promise<number>((resolve) => {
    box.addEventListener('input', () => resolve(Date.now()), { once: true })
  }),
})

/** Types into a box of one panel; milliseconds from then until the box of another shows it. */
export async function timeAcross(typing: Locator, showing: Locator, text: string): Promise<number> {
  const typed = await typing.evaluateHandle(typedIn)
  const shown = showing.evaluate(whenShown, text)
  await typing.fill(text)
  return (await shown) - (await typed.evaluate(({ at }) => at))
}

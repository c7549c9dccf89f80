import { expect, type Frame, type Page } from '@playwright/test'
import type { Bar } from './bar.ts'
import { draftOfOurs, NOTE } from './our-draft.ts'
import { estimate } from './statistics.ts'
import { inRounds, type Terms } from './terms.ts'

const saved = 'Saved on this computer'

/** P9: from a key in a note of 100 kB until the panel says that it is on the disk. */
export async function measureSaving(terms: Terms): Promise<readonly Bar[]> {
  const { page } = terms.contenders.ours
  const panel = await draftOfOurs(terms)
  const box = panel.locator('textarea').first()
  await box.fill(NOTE)
  await expect(panel.getByText(saved, { exact: true })).toBeVisible()
  await box.focus()
  const times = await inRounds(terms.rounds, () => timeOfKey(page, panel))
  return [
    {
      id: 'P9',
      what: 'a key in a note of 100 kB until it is on the disk and said to be, 95th of 100',
      target: 50,
      unit: 'ms',
      measured: estimate(times, 0.95, terms.random),
      gate: false,
    },
  ]
}

/** Presses a key once everything before it is saved; milliseconds from the key to the word. */
async function timeOfKey(page: Page, panel: Frame): Promise<number> {
  await page.bringToFront()
  await panel.evaluate(watchNextKey, saved)
  await page.keyboard.press('a')
  const time = await panel.waitForFunction(() => document.documentElement.dataset['savedAfter'])
  return Number(await time.jsonValue())
}

/** Runs in the panel: notes how long it takes from the next key to the word. */
function watchNextKey(word: string): void {
  delete document.documentElement.dataset['savedAfter']
  const isSaved = () =>
    [...document.querySelectorAll('output')].some(({ textContent }) => textContent.includes(word))
  const begin = ({ timeStamp }: KeyboardEvent) => {
    let isOnItsWay = false
    const observer = new MutationObserver(() => {
      isOnItsWay ||= !isSaved()
      if (!isOnItsWay || !isSaved()) return
      observer.disconnect()
      document.documentElement.dataset['savedAfter'] = String(performance.now() - timeStamp)
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  }
  document.addEventListener('keydown', begin, { capture: true, once: true })
}

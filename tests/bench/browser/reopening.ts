import { pressCommand } from '#demo/launch/browser.ts'
import type { Bar } from './bar.ts'
import { draftOfOurs } from './our-draft.ts'
import { heapOf } from './heap.ts'
import { exactly } from './statistics.ts'
import type { Terms } from './terms.ts'

const OPENINGS = 100

/** P16: what a panel that is closed and opened again and again leaves behind, in the page and in itself. */
export async function measureReopening(terms: Terms): Promise<readonly Bar[]> {
  const panel = await draftOfOurs(terms)
  const { page } = terms.contenders.ours
  const shown = panel.getByRole('main')
  const reopen = async (times: number) => {
    for (let at = 0; at < times; at += 1) {
      // By its button: faster than any hand, a key may still go to the page that has just got the focus back.
      await panel.getByRole('button', { name: /^Close \(Esc/ }).click()
      await shown.waitFor({ state: 'hidden' })
      await pressCommand(page)
      await shown.waitFor()
    }
  }
  const held = async () => (await heapOf(page)) + (await heapOf(panel))
  await reopen(5)
  const before = await held()
  await reopen(OPENINGS)
  const after = await held()
  return [
    {
      id: 'P16',
      what: `left behind by ${OPENINGS} openings of the panel`,
      target: 1,
      unit: 'MB',
      measured: exactly(Math.max(0, after - before)),
      gate: true,
    },
  ]
}

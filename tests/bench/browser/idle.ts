import { extensionWorker } from '#demo/launch/browser.ts'
import type { Bar } from './bar.ts'
import { draftOfOurs } from './our-draft.ts'
import { exactly } from './statistics.ts'
import type { Terms } from './terms.ts'

/** P15: how often the worker is woken in an hour in which nobody does anything. */
export async function measureIdle(terms: Terms): Promise<readonly Bar[]> {
  await draftOfOurs(terms)
  const worker = await extensionWorker(terms.contenders.ours.context)
  const wakes = await worker.evaluate(async () => {
    const alarms = await chrome.alarms.getAll()
    return alarms.reduce((sum, { periodInMinutes }) => sum + 60 / (periodInMinutes ?? 60), 0)
  })
  return [
    {
      id: 'P15',
      what: 'wakes of the worker in an idle hour',
      target: 12,
      unit: 'wakes',
      measured: exactly(wakes),
      gate: true,
    },
  ]
}

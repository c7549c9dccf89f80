import { brightwater } from '../../e2e/cast.ts'
import type { Bar } from './bar.ts'
import { speaking } from './waking.ts'
import { draftOfOurs } from './our-draft.ts'
import { estimate } from './statistics.ts'
import { inRounds, type Terms } from './terms.ts'

/** P9: from an answer of 100 kB that leaves the panel to its place on the disk. */
export async function measureSaving(terms: Terms): Promise<readonly Bar[]> {
  await draftOfOurs(terms)
  const page = await speaking(terms.contenders.ours)
  const times = await inRounds(terms.rounds, (round) =>
    page.evaluate(
      async ([opportunityId, count]) => {
        const read = { request: 'draft.read', params: { opportunityId } }
        const { answer: draft } = await chrome.runtime.sendMessage(read)
        const text = `${count} ${'The month-end close takes nine days. '.repeat(2800)}`
        const { userId } = draft
        const answer = {
          kind: 'given',
          value: { type: 'text', text },
          provenance: { from: 'typed' },
          evidence: [],
          by: { userId, name: 'Ana' },
          at: new Date().toISOString(),
        }
        const params = { draftKey: draft.key, question: 'bench.note', answer }
        const start = performance.now()
        await chrome.runtime.sendMessage({ request: 'draft.answer', params })
        return performance.now() - start
      },
      [brightwater.id, round] as const,
    ),
  )
  await page.close()
  return [
    {
      id: 'P9',
      what: 'an answer of 100 kB from the panel to the disk, 95th of 100',
      target: 50,
      unit: 'ms',
      measured: estimate(times, 0.95, terms.random),
      gate: false,
    },
  ]
}

import { extensionWorker } from '#demo/launch/browser.ts'
import { ana, brightwater } from '../../e2e/cast.ts'
import type { Bar } from './bar.ts'
import { recordPage } from './bench-org.ts'
import { firstPaint, openPanelOf, watchFocus } from './opening.ts'
import { draftOfOurs } from './our-draft.ts'
import { difference } from './statistics.ts'
import { inEitherOrder, inRounds, type Terms } from './terms.ts'

const DRAFTS = 5000

/**
 * P18: the panel opened by a worker that has to find one draft among five thousand, in a browser of its own: the other
 * one holds what was typed for other targets, and a copy of that would be five thousand texts of 100 kB.
 */
export async function measureManyDrafts(terms: Terms): Promise<readonly Bar[]> {
  const { somebody, close } = await terms.contenders.enterAs(ana.name)
  try {
    return await amongMany({ ...terms, contenders: { ...terms.contenders, ours: somebody } })
  } finally {
    await close()
  }
}

async function amongMany(terms: Terms): Promise<readonly Bar[]> {
  const { contenders, rounds, random, site } = terms
  const { ours, empty } = contenders
  await draftOfOurs(terms)
  await addDrafts(terms)
  await watchFocus(ours.context)
  const address = recordPage(site, brightwater.id)
  const pairs = await inRounds(rounds, async (round) => {
    const [baseline, time] = await inEitherOrder(
      round,
      () => firstPaint(empty),
      () => openPanelOf(ours.page, address),
    )
    return { baseline, ours: time }
  })
  return [
    {
      id: 'P18',
      what: `launcher to painted draft among ${DRAFTS}, over an empty extension page`,
      target: 150,
      unit: 'ms',
      measured: difference(pairs, random),
      gate: false,
    },
  ]
}

/** Copies the draft that is there, for opportunities that nobody looks at. */
async function addDrafts({ contenders }: Terms): Promise<void> {
  const worker = await extensionWorker(contenders.ours.context)
  await worker.evaluate(
    ([count]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('segue')
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
        opening.addEventListener('success', () => {
          const drafts = opening.result.transaction('drafts', 'readwrite')
          const store = drafts.objectStore('drafts')
          const all = store.getAll()
          all.addEventListener('success', () => {
            const [draft] = all.result
            for (let at = 0; at < count; at += 1) {
              const opportunityId = `006${String(at).padStart(12, '0')}AAA`
              store.put({ ...draft, opportunityId, key: `many-${at}` })
            }
          })
          drafts.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
          drafts.addEventListener('error', () => reject(drafts.error ?? new Error('not written')))
        })
      }),
    [DRAFTS] as const,
  )
}

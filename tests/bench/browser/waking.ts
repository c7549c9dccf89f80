import type { Page } from '@playwright/test'
import { brightwater } from '../../e2e/cast.ts'
import type { Bar } from './bar.ts'
import type { Contender } from './contenders.ts'
import { draftOfOurs } from './our-draft.ts'
import { estimate, ratio } from './statistics.ts'
import { inEitherOrder, inRounds, type Terms } from './terms.ts'

/** P7: from a worker that is not running to its answer with a draft, beside a worker that does nothing. */
export async function measureWaking(terms: Terms): Promise<readonly Bar[]> {
  const { contenders, rounds, random } = terms
  await draftOfOurs(terms)
  const ours = await speaking(contenders.ours)
  const empty = await speaking(contenders.empty)
  const message = { request: 'draft.read', params: { opportunityId: brightwater.id } }
  const pairs = await inRounds(rounds, async (round) => {
    const [baseline, time] = await inEitherOrder(
      round,
      () => wake(empty, {}),
      () => wake(ours, message),
    )
    return { baseline, ours: time }
  })
  await ours.close()
  await empty.close()
  return [
    {
      id: 'P7',
      what: 'worker woken to its answer with a draft, over an empty worker',
      target: 3,
      unit: '×',
      measured: ratio(pairs, random),
      gate: true,
    },
    {
      id: 'P7',
      what: 'worker woken to its answer with a draft',
      target: 60,
      unit: 'ms',
      measured: estimate(
        pairs.map(({ ours: time }) => time),
        0.5,
        random,
      ),
      gate: false,
    },
  ]
}

/** A page of the extension's origin that does nothing by itself. */
export async function speaking({ context, origin }: Contender): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/manifest.json`)
  return page
}

async function wake(page: Page, message: unknown): Promise<number> {
  await stopWorkers(page)
  return page.evaluate(async (sent) => {
    const start = performance.now()
    await chrome.runtime.sendMessage(sent)
    return performance.now() - start
  }, message)
}

/** Stops the extension's worker as Chrome does after half a minute, and waits until it is stopped. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve()
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await stopped
  await session.detach()
}

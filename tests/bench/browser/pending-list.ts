import { expect, type Page } from '@playwright/test'
import { ben, brightwater } from '../../e2e/cast.ts'
import { untilIdle } from '../../e2e/until-idle.ts'
import type { Bar } from './bar.ts'
import { PENDING, recordPage } from './bench-org.ts'
import type { Contender } from './contenders.ts'
import { measureFiltering } from './filtering.ts'
import { openPainted } from './painted.ts'
import { heapOf } from './heap.ts'
import { estimate, exactly, ratio } from './statistics.ts'
import { inEitherOrder, inRounds, type Terms } from './terms.ts'

const listed = '[role="listitem"], li'

/** P11 and P16: the popup of somebody for whom a thousand handoffs wait, from this computer, beside an empty popup. */
export async function measurePendingList(terms: Terms): Promise<readonly Bar[]> {
  const { contenders, rounds, random, site } = terms
  const { somebody: recipient, close } = await contenders.enterAs(ben.name)
  const { context, origin } = recipient
  // The org is known once a record of it was open; the empty popup opens over the same page.
  await recipient.page.goto(recordPage(site, brightwater.id))
  await contenders.empty.page.goto(recordPage(site, brightwater.id))
  const first = await context.newPage()
  await first.goto(`${origin}/popup.html`)
  await expect(first.locator(listed).nth(4)).toBeVisible({ timeout: 30_000 })
  await first.close()
  const open = async () => {
    const { page, time } = await openPainted(recipient, { selector: listed, atLeast: 5 })
    const rows = await page.locator(listed).count()
    const figures = { time, rows, heap: await heapOf(page) }
    await quiet(page)
    await page.close()
    return figures
  }
  const pairs = await inRounds(rounds, async (round) => {
    const [baseline, figures] = await inEitherOrder(round, () => openEmpty(contenders.empty), open)
    return { baseline, figures }
  })
  const filtering = await measureFiltering(terms, { page: await listOf(recipient), origin })
  await close()
  const bar = (id: string, what: string, rest: Omit<Bar, 'id' | 'what'>): Bar => ({
    id,
    what: `popup with ${PENDING} waiting: ${what}`,
    ...rest,
  })
  return [
    bar('P11', 'list painted, over an empty popup', {
      target: 2,
      unit: '×',
      measured: ratio(
        pairs.map(({ baseline, figures }) => ({ baseline, ours: figures.time })),
        random,
      ),
      gate: true,
    }),
    bar('P11', 'list painted, 95th of 100', {
      target: 250,
      unit: 'ms',
      measured: estimate(
        pairs.map(({ figures }) => figures.time),
        0.95,
        random,
      ),
      gate: false,
    }),
    bar('P11', 'rows in the document', {
      target: 60,
      unit: 'rows',
      measured: exactly(Math.max(...pairs.map(({ figures }) => figures.rows))),
      gate: true,
    }),
    bar('P16', 'heap', {
      target: 25,
      unit: 'MB',
      measured: exactly(Math.max(...pairs.map(({ figures }) => figures.heap))),
      gate: true,
    }),
    ...filtering,
  ]
}

async function openEmpty(empty: Contender): Promise<number> {
  const { page, time } = await openPainted(empty, { selector: 'p', atLeast: 1 })
  await untilIdle(page)
  await page.close()
  return time
}

/** What Salesforce answers is not to come in the middle of what is measured next. */
async function quiet(page: Page): Promise<void> {
  await expect(page.getByText('Asking Salesforce…')).toBeHidden({ timeout: 60_000 })
  await untilIdle(page)
}

/** The list in a page of its own, once it is whole. */
async function listOf({ context, origin }: Contender): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/popup.html`)
  await expect(page.getByText(`Kind: all`)).toBeAttached()
  await expect(page.locator(listed).nth(4)).toBeVisible()
  await quiet(page)
  return page
}

import { brightwater } from '../../e2e/cast.ts'
import type { Bar } from './bar.ts'
import { recordPage } from './bench-org.ts'
import type { Contender } from './contenders.ts'
import { heapOf } from './heap.ts'
import { exactly } from './statistics.ts'
import type { Terms } from './terms.ts'
import { chargedTo, unnamed } from './trace.ts'
import { traced } from './tracing.ts'

const NAVIGATIONS = 1000

/** P4: what a day of clicking about in one tab costs and leaves behind. */
export async function measureNavigations(terms: Terms): Promise<readonly Bar[]> {
  const { none, ours } = terms.contenders
  const address = recordPage(terms.site, brightwater.id)
  const without = await navigate(none, address)
  const withOurs = await navigate(ours, address)
  return [
    {
      id: 'P4',
      what: 'script for one navigation within the page',
      target: 0.3,
      unit: 'ms',
      measured: exactly(Math.max(0, withOurs.script - without.script) / NAVIGATIONS),
      gate: false,
    },
    {
      id: 'P4',
      what: `left behind by ${NAVIGATIONS} navigations, more than without`,
      target: 1,
      unit: 'MB',
      measured: exactly(Math.max(0, withOurs.grown - without.grown)),
      gate: true,
    },
  ]
}

interface Cost {
  readonly script: number
  readonly grown: number
}

/** Goes back and forth between two opportunities' addresses without loading the page again. */
async function navigate({ page, origin }: Contender, address: string): Promise<Cost> {
  await page.goto(address, { waitUntil: 'load' })
  await wander(page, 50)
  const before = await heapOf(page)
  const events = await traced(page, () => wander(page, NAVIGATIONS))
  const grown = (await heapOf(page)) - before
  const named = origin === '' ? 0 : chargedTo(events, origin).milliseconds
  return { script: named + unnamed(events).milliseconds, grown }
}

function wander(page: Contender['page'], times: number): Promise<void> {
  return page.evaluate(async (count) => {
    const here = location.pathname
    const there = here.replace(/\/r\/Opportunity\/\w+/, '/o/Opportunity/list')
    for (let at = 0; at < count; at += 1) {
      history.pushState({}, '', at % 2 === 0 ? there : here)
      await new Promise<void>((resolve) => {
        setTimeout(resolve)
      })
    }
    history.pushState({}, '', here)
  }, times)
}

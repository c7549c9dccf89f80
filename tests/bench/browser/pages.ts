import type { Page } from '@playwright/test'
import { ana, brightwater } from '../../e2e/cast.ts'
import type { Bar } from './bar.ts'
import { recordPage } from './bench-org.ts'
import type { Contender } from './contenders.ts'
import { difference, exactly, median } from './statistics.ts'
import { inRounds, type Terms } from './terms.ts'
import { chargedTo, unnamed } from './trace.ts'
import { traced } from './tracing.ts'

interface Load {
  /** Main-thread milliseconds of the extension's script, and of calls that may be the page's or the extension's. */
  readonly script: number
  readonly longest: number
  readonly nodes: number
  readonly shift: number
}

/** Loads a page from nothing and says what the contender's extension cost on it. */
async function load({ page, origin }: Contender, address: string): Promise<Load> {
  await page.goto('about:blank')
  const events = await traced(page, async () => {
    await page.goto(address, { waitUntil: 'load' })
    await idle(page)
  })
  const { nodes, shift } = await page.evaluate(seen)
  const calls = unnamed(events)
  if (origin === '') return { script: calls.milliseconds, longest: 0, nodes, shift }
  const named = chargedTo(events, origin)
  return { script: named.milliseconds + calls.milliseconds, longest: named.longest, nodes, shift }
}

/** Until the page has nothing urgent to do any more. */
async function idle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => requestIdleCallback(() => resolve()))
      }),
  )
}

function seen() {
  const shifts = new PerformanceObserver(() => undefined)
  shifts.observe({ type: 'layout-shift', buffered: true })
  const values = shifts.takeRecords().map((entry) => ('value' in entry ? Number(entry.value) : 0))
  const shift = values.reduce((sum, value) => sum + value, 0)
  return { nodes: document.querySelectorAll('*').length, shift }
}

interface Place {
  readonly id: string
  readonly what: string
  readonly address: string
  /** Milliseconds of script that are allowed, and nodes. */
  readonly script: number
  readonly nodes: number
}

/** P1 to P3: what a page load costs the user who does not open anything. */
export async function measurePages(terms: Terms): Promise<readonly Bar[]> {
  const { org, port } = terms.site
  const lightning = `https://${org.hosts.lightning}/lightning`
  const [account] = org.as(ana.id).query('SELECT Id FROM Account LIMIT 1')
  const places: readonly Place[] = [
    {
      id: 'P1',
      what: 'a page that is not Salesforce',
      address: `https://127.0.0.1:${port}/services/data`,
      script: 0,
      nodes: 0,
    },
    {
      id: 'P2',
      what: 'an account page',
      address: `${lightning}/r/Account/${String(account?.['Id'])}/view?heavy=1`,
      script: 3,
      nodes: 0,
    },
    {
      id: 'P3',
      what: 'an opportunity page',
      address: `${lightning}/r/Opportunity/${brightwater.id}/view?heavy=1`,
      script: 5,
      nodes: 1,
    },
  ]
  const bars: Bar[] = []
  for (const place of places) bars.push(...(await measurePage(terms, place)))
  return bars
}

async function measurePage(terms: Terms, place: Place): Promise<readonly Bar[]> {
  const { contenders, rounds, random } = terms
  const runs = await inRounds(rounds, async () => {
    const none = await load(contenders.none, place.address)
    const ours = await load(contenders.ours, place.address)
    const others: Load[] = []
    for (const other of contenders.others) others.push(await load(other, place.address))
    return { none, ours, others }
  })
  const ofOurs = (part: keyof Load) => runs.map(({ ours }) => ours[part])
  const over = (part: keyof Load) =>
    difference(
      runs.map(({ none, ours }) => ({ ours: ours[part], baseline: none[part] })),
      random,
    )
  const bar = (what: string, rest: Omit<Bar, 'id' | 'what'>): Bar => ({
    id: place.id,
    what: `${place.what}: ${what}`,
    ...rest,
  })
  return [
    bar('our script', {
      target: place.script,
      unit: 'ms',
      measured: over('script'),
      gate: false,
    }),
    bar('longest task of ours', {
      target: 50,
      unit: 'ms',
      measured: exactly(Math.max(...ofOurs('longest'))),
      gate: true,
    }),
    bar('nodes more than without', {
      target: place.nodes,
      unit: 'nodes',
      measured: over('nodes'),
      gate: true,
    }),
    bar('layout shift more than without', {
      target: 0.001,
      unit: 'CLS',
      measured: over('shift'),
      gate: true,
    }),
    ...contenders.others.flatMap((other, at) => {
      const theirs = median(runs.map(({ others, none }) => (others[at]?.script ?? 0) - none.script))
      // One that runs nothing on this page is nothing to measure ours against.
      if (theirs <= 0) return []
      const own = median(runs.map(({ ours, none }) => ours.script - none.script))
      const measured = exactly(own / theirs)
      const what = `script beside ${other.name}`
      return [bar(what, { target: 0.35, unit: '×', measured, gate: false })]
    }),
  ]
}

/** P5: whether a slow computer, four times slower than this one, notices us as a long task. */
export async function measureSlowPage(terms: Terms): Promise<readonly Bar[]> {
  const { ours } = terms.contenders
  const address = `${recordPage(terms.site, brightwater.id)}?heavy=1`
  const session = await ours.context.newCDPSession(ours.page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const runs = await inRounds(5, () => load(ours, address))
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.detach()
  return [
    {
      id: 'P5',
      what: 'an opportunity page at a quarter of the speed: longest task of ours',
      target: 50,
      unit: 'ms',
      measured: exactly(Math.max(...runs.map(({ longest }) => longest))),
      gate: true,
    },
  ]
}

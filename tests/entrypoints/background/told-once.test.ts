// @vitest-environment node
import { expect, it } from 'vitest'
import { tidyUp } from '../../../entrypoints/background/sending.ts'
import { tellNews } from '../../../entrypoints/background/telling.ts'
import { item } from '../../lib/handoff/inbox-items.ts'
import { ben, benWithHandoff } from './people-at-work.ts'

const DAY = 86_400_000

const dueAt = '2027-06-01T09:00:00.000Z'
const waiting = (id: number) => item({ id: `a0${id}`, incoming: ben, dueAt })

/** Ben, and what a look finds. */
async function looking() {
  const { office, notices, world, browser } = await benWithHandoff()
  const identity = await office.gateway.identity(world.org)
  const readAt = new Date(world.clock.now).toISOString()
  const look = (items: readonly ReturnType<typeof item>[]) =>
    tellNews(office, { identity, items: [...items], readAt })
  return { office, notices, world, browser, identity, look }
}

it('what was told is told once, also where more waits than is remembered of what is over', async () => {
  const { notices, look } = await looking()
  const many = Array.from({ length: 1200 }, (_, at) => waiting(at))
  await look(many)
  const more = [...many, waiting(1200)]
  await look(more)
  await look(more)
  expect(notices.map(({ title }) => title)).toEqual([
    '1200 handoffs have news',
    'Anna Ahlström hands over Northwind 2027',
  ])
})

it.each([{ days: 31 }, { days: 1, keepCopiesDays: 0 }])(
  'what was told is told once, also where copies are forgotten meanwhile: %o',
  async ({ days, ...policy }) => {
    const { notices, look, world, office, browser } = await looking()
    Object.assign(browser.managed, policy)
    await look([waiting(1)])
    await tidyUp(office)
    world.clock.now += days * DAY
    await tidyUp(office)
    await look([waiting(1)])
    expect(notices).toHaveLength(1)
  },
)

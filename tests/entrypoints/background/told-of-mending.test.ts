// @vitest-environment node
import { expect, it } from 'vitest'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const MINUTE = 60_000

/** Ana reminds Ben, who asks, is answered, and declines; she sends it again. */
async function mended(look: () => Promise<void>, desk: Awaited<ReturnType<typeof benWithHandoff>>) {
  const { ask, ana, world, handoffId, settled } = desk
  const as = async (userId: string, act: () => Promise<unknown>) => {
    world.clock.now += MINUTE
    world.browser.signIn(userId)
    await act()
    await Promise.all([settled(), ana.settled()])
    world.browser.signIn(ben.userId)
    await look()
  }
  const read = async (by: Pick<typeof ana, 'ask'>) =>
    valueOf(await by.ask('context.read', { opportunityId, fresh: true }))?.handoffs[0]
  await as(acmeUsers.ana, async () => {
    await read(ana)
    valueOf(await ana.ask('handoff.remind', { handoffId, words: 'Please' }))
  })
  await as(ben.userId, async () => {
    await read({ ask })
    const asked = [{ question: 'why.now', section: null, body: 'Why?' }]
    valueOf(await ask('handoff.ask', { handoffId, asked }))
  })
  await as(acmeUsers.ana, async () => {
    const comments = (await read(ana))?.comments ?? []
    const replies = comments.map(({ id: commentId }) => ({ commentId, body: 'Because' }))
    valueOf(await ana.ask('handoff.reply', { handoffId, replies, answers: {} }))
  })
  await as(ben.userId, async () => {
    await read({ ask })
    const declining = { reasons: ['OTHER'], comment: 'No', questions: [] }
    valueOf(await ask('handoff.decline', { handoffId, ...declining }))
  })
  await as(acmeUsers.ana, async () => {
    await read(ana)
    const { key: draftKey } = valueOf(await ana.ask('draft.start', { opportunityId }))
    const change = { recipient: ben, bypass: { reason: 'Still tomorrow', manager: mara } }
    const { revision } = valueOf(await ana.ask('draft.change', { draftKey, change }))
    valueOf(await ana.ask('handoff.submit', { draftKey, revision }))
  })
}

const lookOf =
  (
    { office }: Pick<ReturnType<typeof workerInProcess>, 'office'>,
    world: { clock: { now: number } },
  ) =>
  async () => {
    world.clock.now += 5 * MINUTE
    await noteUse(office)
    await poll(office)
  }

it('whoever was reminded and answered before hears at last that it was mended, on every computer', async () => {
  const desk = await benWithHandoff()
  const { world, notices, office, rows } = desk
  await office.whereabouts.note(world.org)
  await mended(lookOf(desk, world), desk)
  const titles = (of: typeof notices) => of.map(({ title }) => title.replace(/ Brightwater.*/, '…'))
  expect(titles(notices)).toEqual([
    'Ana Ferreira reminds you of…',
    'Ana Ferreira has answered about…',
    'Ana Ferreira has mended…',
  ])
  // The task that has reminded him was done with his decision.
  const reminding = rows("SELECT IsClosed FROM Task WHERE Subject LIKE '%reminds you%'")
  expect(reminding).toMatchObject([{ IsClosed: true }])
  const other = workerInProcess(world)
  await other.office.whereabouts.note(world.org)
  await lookOf(other, world)()
  expect(titles(other.notices)).toEqual(['Ana Ferreira has mended…'])
})

// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const declining = { reasons: ['OTHER'], comment: 'Which date?', questions: [] }
const words = 'This was sent again or moved since you read it. Nothing was done: read it anew.'

/** Ben in front of the first submission, and what sends another one after Mara has declined in his place. */
async function benBehind() {
  const desk = await benWithHandoff()
  const { ask, ana, world, handoffId, rows } = desk
  const read = async () =>
    valueOf(await ask('context.read', { opportunityId, fresh: true }))?.handoffs[0]?.submittedAt
  const sendAgain = async () => {
    world.clock.now += 60_000
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    valueOf(await boss.ask('handoff.decline', { handoffId, ...declining }))
    await boss.settled()
    world.clock.now += 60_000
    world.browser.signIn(acmeUsers.ana)
    valueOf(await ana.ask('context.read', { opportunityId, fresh: true }))
    const { key: draftKey } = valueOf(await ana.ask('draft.start', { opportunityId }))
    const change = { recipient: ben, bypass: { reason: 'Still tomorrow', manager: mara } }
    const { revision } = valueOf(await ana.ask('draft.change', { draftKey, change }))
    valueOf(await ana.ask('handoff.submit', { draftKey, revision }))
    await ana.settled()
    world.browser.signIn(ben.userId)
    world.clock.now += 60_000
  }
  const status = () => rows('SELECT Status__c FROM Handoff__c')[0]?.['Status__c']
  return { ...desk, read, sent: await read(), sendAgain, status }
}

describe('what was sent again unseen', () => {
  it.each(['accept', 'decline'] as const)('is not decided on: %s', async (decision) => {
    const { ask, handoffId, sent, sendAgain, status, settled } = await benBehind()
    await sendAgain()
    valueOf(
      decision === 'accept'
        ? await ask('handoff.accept', { ...acceptance(handoffId, 'Fine'), sent })
        : await ask('handoff.decline', { handoffId, ...declining, sent }),
    )
    await settled()
    expect((await ask('outbox.read', { opportunityId })).at(-1)).toMatchObject({
      state: 'conflict',
      trouble: { detail: words },
    })
    expect(status()).toBe('Submitted')
  })

  it('is not accepted by an acceptance that waited for the network, and is once it was read', async () => {
    const { ask, handoffId, sent, sendAgain, status, settled, world, office, read } =
      await benBehind()
    world.network.isUp = false
    valueOf(await ask('handoff.accept', { ...acceptance(handoffId, 'Fine'), sent }))
    await settled()
    world.network.isUp = true
    await sendAgain()
    world.clock.now += 600_000
    await push(office.outbox)
    expect((await ask('outbox.read', { opportunityId })).at(-1)).toMatchObject({
      state: 'conflict',
      trouble: { detail: words },
    })
    expect(status()).toBe('Submitted')
    const again = await read()
    valueOf(await ask('handoff.accept', { ...acceptance(handoffId, 'Fine'), sent: again }))
    await settled()
    expect(status()).toBe('Accepted')
  })

  it('is not asked about by a question that waited for the network', async () => {
    const { ask, handoffId, sendAgain, status, settled, world, office } = await benBehind()
    world.network.isUp = false
    const asked = [{ question: 'why.now', section: null, body: 'Why?' }]
    valueOf(await ask('handoff.ask', { handoffId, asked }))
    await settled()
    world.network.isUp = true
    await sendAgain()
    world.clock.now += 600_000
    await push(office.outbox)
    expect((await ask('outbox.read', { opportunityId })).at(-1)).toMatchObject({
      state: 'conflict',
      trouble: { detail: words },
    })
    expect(status()).toBe('Submitted')
  })

  it('is not accepted where this computer knows it already and the user does not', async () => {
    const { ask, handoffId, sent, sendAgain, status, read } = await benBehind()
    await sendAgain()
    await read()
    const accepting = await ask('handoff.accept', { ...acceptance(handoffId, 'Fine'), sent })
    expect(accepting).toMatchObject({ trouble: { kind: 'not-now', detail: words } })
    expect(status()).toBe('Submitted')
  })
})

// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { hearOverlay } from '../../../entrypoints/background/overlay-news.ts'
import {
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

/** In negotiation, and Ana's. */
const halden = '006Hs000000098gIAA'
/** Jonas's, in an early stage. */
const ferrous = '006Hs0000000KwtIAE'

function withAna() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const ana = workerInProcess(world)
  /** Ana looks at a deal's page: what the launcher says at last, and what that has cost. */
  const visit = async (opportunityId: string) => {
    const url = `https://acme.lightning.force.com/lightning/r/Opportunity/${opportunityId}/view`
    ana.told.length = 0
    callsOf(world)
    await hearOverlay(ana.office, { overlay: 'address-changed' }, { id: 7, url })
    const labels = ana.told.flatMap(({ message }) =>
      message.toOverlay === 'show-launcher' ? [message.label] : [],
    )
    const calls = callsOf(world).filter((call) => /composite|query/.test(call))
    return { label: labels.at(-1), calls: calls.length }
  }
  return { ...ana, world, visit }
}

describe('the quiet meter', () => {
  it('says how far the handoff of a deal on its way would be, read once a day', async () => {
    const { visit, world, ask } = withAna()
    const first = await visit(halden)
    expect(first).toEqual({ label: expect.stringMatching(/^Handoff \d+ %$/), calls: 2 })
    world.clock.now += 3_600_000
    expect(await visit(halden)).toEqual({ label: first.label, calls: 0 })
    const started = valueOf(await ask('draft.start', { opportunityId: halden }))
    // What is prepared is what comes when the deal is won, and it is as far as was said.
    expect(started.template.key).toBe('ae-csm')
    expect(await visit(halden)).toEqual({ label: first.label, calls: 0 })
  })

  it.each([
    { what: 'a deal of somebody else', id: ferrous },
    { what: 'a deal that is won', id: brightwater },
  ])('says nothing of $what, and asks once whose deals there are', async ({ id }) => {
    const { visit } = withAna()
    expect(await visit(id)).toEqual({ label: 'Handoff', calls: 1 })
    expect(await visit(id)).toEqual({ label: 'Handoff', calls: 0 })
  })

  it('is silent when Salesforce does not answer', async () => {
    const { visit, world } = withAna()
    world.network.isUp = false
    expect(await visit(halden)).toMatchObject({ label: 'Handoff' })
  })
})

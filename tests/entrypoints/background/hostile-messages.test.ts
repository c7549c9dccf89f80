// @vitest-environment node
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requests } from '#lib/messaging/all-requests.ts'
import { routeTo } from '#lib/messaging/router.ts'
import { answering } from '../../../entrypoints/background/answering.ts'
import { acmeUsers, callsOf, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { workerInProcess } from './worker-in-process.ts'

const origin = 'chrome-extension://segue'
const page = 'https://acme.lightning.force.com/lightning/page/home'

/** A worker of a signed-in user. */
function signedIn() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const worker = workerInProcess(world)
  return { world, ...worker, route: routeTo(answering(worker.office), origin, async () => true) }
}

const request = fc.record({
  request: fc.oneof(fc.constantFrom(...Object.keys(requests)), fc.string()),
  params: fc.oneof(
    fc.anything(),
    fc.dictionary(
      fc.constantFrom('opportunityId', 'draftKey', 'handoffId', 'operationKey', 'recordId', 'text'),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom("' OR 1=1", '../x', '__proto__')),
    ),
  ),
})

describe('ten thousand hostile messages', () => {
  it('of a content script reach nothing', async () => {
    const { route, world, office } = signedIn()
    const sender = { origin: 'https://acme.lightning.force.com', tab: { id: 7, url: page } }
    fc.assert(
      fc.property(request, (message) => {
        expect(route(message, sender)).toBeNull()
      }),
      { numRuns: 10_000 },
    )
    expect(callsOf(world)).toEqual([])
    expect(await office.ports.database.drafts.count()).toBe(0)
  })

  it('of our own page are answered or refused, and leave nothing behind', async () => {
    const { route, office, opened } = signedIn()
    const sender = { origin, tab: { id: 7, url: page } }
    await fc.assert(
      fc.asyncProperty(request, async (message) => {
        const reply = (await route(message, sender)) ?? { nobody: true }
        expect(Object.keys(reply)).toHaveLength(1)
      }),
      { numRuns: 1_000 },
    )
    const { drafts, outbox, trash } = office.ports.database
    expect(await Promise.all([drafts.count(), outbox.count(), trash.count()])).toEqual([0, 0, 0])
    expect(opened).toEqual([])
    expect(await route({ request: 'page.read', params: {} }, sender)).toEqual({
      answer: { opportunityId: null, host: 'acme.lightning.force.com', here: null },
    })
  }, 60_000)
})

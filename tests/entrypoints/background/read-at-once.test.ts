// @vitest-environment node
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { freshContext } from '../../../entrypoints/background/contexts.ts'
import type { Office } from '../../../entrypoints/background/office.ts'
import {
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { workerInProcess } from './worker-in-process.ts'

/** The office, in which the first look at who is signed in is told, and each later one waits. */
function lookingUp(office: Office, waiting: () => Promise<unknown>) {
  const looked = Promise.withResolvers<void>()
  let looks = 0
  const identity: Office['gateway']['identity'] = async (org) => {
    looks += 1
    if (looks > 1) await waiting()
    const user = await office.gateway.identity(org)
    looked.resolve()
    return user
  }
  return { office: { ...office, gateway: { ...office.gateway, identity } }, looked: looked.promise }
}

it('costs one call of the API, though the answer comes while who asks next is being looked up', async () => {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const { office } = workerInProcess(world)
  await office.gateway.identity(world.org)
  callsOf(world)
  const answer = Promise.withResolvers<void>()
  world.faults.push(async (request, pass) => {
    await answer.promise
    return pass(request)
  })
  const first = freshContext(office, world.org, brightwater)
  const slow = lookingUp(office, async () => {
    answer.resolve()
    await first
  })
  const next = freshContext(slow.office, world.org, brightwater)
  await slow.looked
  await setImmediate()
  answer.resolve()
  expect((await next).deal).toEqual((await first).deal)
  expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
})

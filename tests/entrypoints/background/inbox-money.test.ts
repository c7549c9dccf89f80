// @vitest-environment node
import { expect, it } from 'vitest'
import { freshInbox } from '../../../entrypoints/background/inboxes.ts'
import { knownMoney } from '../../../entrypoints/background/money.ts'
import { benWithHandoff } from './people-at-work.ts'
import { severalCurrencies } from './several-currencies.ts'
import { valueOf } from './worker-in-process.ts'

it('amounts of an inbox are told in the currency of their deal, though a look was on its way before it was known that each has its own', async () => {
  const { ask, office, world } = await benWithHandoff(severalCurrencies())
  const user = await office.gateway.identity(world.org)
  const [sent, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  world.faults.push(async (request, pass) => {
    sent.resolve()
    await answer.promise
    return pass(request)
  })
  const look = freshInbox(office, world.org)
  await sent.promise
  const seen = ask('inbox.read', { fresh: true })
  const own = [{ amount: expect.any(Number), currency: 'JPY' }]
  await expect.poll(() => knownMoney(office, user)).toMatchObject({ several: true })
  answer.resolve()
  expect(valueOf(await seen).items).toMatchObject(own)
  expect((await look).inbox.items).toMatchObject(own)
  expect(valueOf(await ask('inbox.read', { fresh: false })).items).toMatchObject(own)
})

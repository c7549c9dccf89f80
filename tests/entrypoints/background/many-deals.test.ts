// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

/** Ana with as many deals more, all of them more urgent than one of an account of its own. */
async function anaWithMany() {
  const seed = acmeSeed()
  const deals = seed.records?.['Opportunity'] ?? []
  const accounts = seed.records?.['Account'] ?? []
  const sample = deals.find(({ Id }) => Id === brightwater) ?? {}
  const account = { ...accounts[0], Id: '001Hs0000099999IAA', Name: 'Zenith & Söhne' }
  const more = Array.from({ length: 130 }, (_, at) => ({
    ...sample,
    Id: `006Hs00000${90_000 + at}IAA`,
    Name: `Deal ${at + 1}`,
    ...(at < 128 ? {} : { AccountId: account.Id, CloseDate: '2029-12-31', IsWon: false }),
    ...(at < 128 ? {} : { StageName: 'Negotiation/Review', IsClosed: false }),
  }))
  const records = {
    ...seed.records,
    Opportunity: [...deals, ...more],
    Account: [...accounts, account],
  }
  const world = orgInProcess({ ...seed, records })
  world.browser.signIn(acmeUsers.ana)
  return { world, ...workerInProcess(world) }
}

const namesOf = (deals: readonly { readonly name: string }[]) => deals.map(({ name }) => name)

describe('of more deals than are listed', () => {
  it('the others are found by their account, whatever else the words name', async () => {
    const { ask } = await anaWithMany()
    const { deals } = valueOf(await ask('deals.read', { fresh: true }))
    expect(deals).toHaveLength(100)
    expect(namesOf(deals)).not.toContain('Deal 130')
    const found = valueOf(await ask('deals.find', { text: 'söhne zenith' }))
    expect(namesOf(found).toSorted()).toEqual(['Deal 129', 'Deal 130'])
    expect(namesOf(valueOf(await ask('deals.find', { text: 'zenith 130' })))).toContain('Deal 130')
    expect(valueOf(await ask('deals.find', { text: "%'" }))).toHaveLength(2)
  })

  it('what was found stays beside them for an hour, with its draft', async () => {
    const { ask, world } = await anaWithMany()
    const [one] = valueOf(await ask('deals.find', { text: 'Deal 129' }))
    valueOf(await ask('draft.start', { opportunityId: one?.opportunityId ?? '' }))
    const [again] = valueOf(await ask('deals.find', { text: null }))
    expect(again).toMatchObject({ name: 'Deal 129', hasDraft: true })
    world.clock.now += 2 * 60 * 60 * 1000
    expect(valueOf(await ask('deals.find', { text: null }))).toEqual([])
  })
})

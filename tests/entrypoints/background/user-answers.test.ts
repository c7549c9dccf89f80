// @vitest-environment node
import { describe, expect, it } from 'vitest'
import {
  acmeSeed,
  acmeUsers,
  brightwater as opportunityId,
  callsOf,
  orgInProcess,
  respond,
} from '../../lib/salesforce/org-in-process.ts'
import { ben, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

async function panel(seed = acmeSeed()) {
  const world = orgInProcess(seed)
  world.browser.signIn(acmeUsers.ana)
  const { ask } = workerInProcess(world)
  await ask('context.read', { opportunityId, fresh: true })
  callsOf(world)
  const found = async (asked: { text?: string; seeking?: 'ae-csm' | 'sdr-ae' | 'manager' }) =>
    valueOf(await ask('users.search', { opportunityId, text: '', ...asked }))
  return { world, found }
}

function withoutTeams() {
  const seed = acmeSeed()
  const { OpportunityTeamMember: _, ...records } = seed.records ?? {}
  const switches = { ...Object(seed.org['switches']), teamSelling: false, accountTeams: false }
  return { ...seed, org: { ...seed.org, switches }, records }
}

describe('who could take over', () => {
  it('is suggested with the reasons, by the team, the title and never the sender, in one call', async () => {
    const { world, found } = await panel()
    const suggested = await found({ seeking: 'ae-csm' })
    expect(suggested[0]).toMatchObject({
      name: 'Ben Kowalski',
      why: 'Opportunity team: Account Manager · Title fits',
    })
    expect(suggested.map(({ name }) => name)).not.toContain('Ana Ferreira')
    expect(callsOf(world)).toHaveLength(1)
  })

  it('is looked for by a text that was cut within a character', async () => {
    const { found } = await panel()
    expect(await found({ text: 'x\uD83D' })).toEqual([])
  })

  it('is named with what the account’s team says', async () => {
    const { world, found } = await panel()
    const ana = world.demo.as(acmeUsers.ana)
    const [deal] = ana.query(`SELECT AccountId FROM Opportunity WHERE Id = '${opportunityId}'`)
    ana.create('AccountTeamMember', {
      AccountId: deal?.['AccountId'],
      UserId: ben.userId,
      TeamMemberRole: 'Account Manager',
    })
    const [first] = await found({ seeking: 'ae-csm' })
    expect(first?.why).toMatch(/^Account team: Account Manager · Opportunity team/)
  })

  it('is named with what they took over before, and what they have in hand', async () => {
    const { ana } = await benWithHandoff()
    ana.world.browser.signIn(acmeUsers.ana)
    const { ask } = workerInProcess(ana.world)
    await ask('context.read', { opportunityId, fresh: true })
    const [first] = valueOf(
      await ask('users.search', { opportunityId, text: '', seeking: 'ae-csm' }),
    )
    expect(first?.why).toContain('Took over before (HO-')
    expect(first?.why).toMatch(/1 handoff in hand$/)
  })

  it('is found by name with the reason too', async () => {
    const { found } = await panel()
    expect(await found({ text: 'kowal' })).toMatchObject([
      { name: 'Ben Kowalski', why: 'Opportunity team: Account Manager' },
    ])
  })

  it('is suggested in an org without teams as well', async () => {
    const { found } = await panel(withoutTeams())
    expect(await found({ seeking: 'ae-csm' })).toMatchObject([
      { name: 'Ben Kowalski', why: 'Title fits' },
    ])
  })
})

describe('which manager stands behind it', () => {
  it('is first of all one’s own', async () => {
    const { found } = await panel()
    expect(await found({ seeking: 'manager' })).toMatchObject([
      { name: 'Mara Delacroix', why: 'Your manager' },
    ])
  })
})

describe('whether the recipient can open the deal', () => {
  const jonas = '005Hs00000007VvIAI'

  async function asked(userId: string, opportunities: 'Read' | 'Private') {
    const seed = acmeSeed()
    const sharing = { ...Object(seed.org['sharing']), Opportunity: opportunities }
    const { ask, world } = await asking({ ...seed, org: { ...seed.org, sharing } })
    return { world, access: () => ask('users.access', { recordId: opportunityId, userId }) }
  }

  async function asking(seed: ReturnType<typeof acmeSeed>) {
    const world = orgInProcess(seed)
    world.browser.signIn(acmeUsers.ana)
    const { ask } = workerInProcess(world)
    await ask('context.read', { opportunityId, fresh: true })
    callsOf(world)
    return { ask, world }
  }

  it.each([
    { who: 'everybody in an open org', userId: jonas, sharing: 'Read', mayRead: true },
    { who: 'somebody of its team', userId: ben.userId, sharing: 'Private', mayRead: true },
    { who: 'a stranger in a private org', userId: jonas, sharing: 'Private', mayRead: false },
    { who: 'nobody known', userId: '005Hs0000000ZZZIAA', sharing: 'Private', mayRead: false },
  ] as const)('is told of $who in one call', async ({ userId, sharing, mayRead }) => {
    const { world, access } = await asked(userId, sharing)
    expect(valueOf(await access())).toEqual({ mayRead })
    expect(callsOf(world)).toHaveLength(1)
  })

  it('stays open where Salesforce does not tell', async () => {
    const { world, access } = await asked(jonas, 'Private')
    world.faults.push(respond(400, [{ errorCode: 'INVALID_TYPE', message: 'not supported' }]))
    expect(valueOf(await access())).toEqual({ mayRead: null })
  })
})

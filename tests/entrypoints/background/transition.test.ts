// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Phase } from '#lib/handoff/transition.ts'
import { launcherLabel } from '../../../entrypoints/background/launcher-label.ts'
import { guarding } from '../../lib/salesforce/hidden-fields.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater as opportunityId,
} from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, benInTransition, benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const admin = '005Hs0000000AjcIAE'

describe('accepting', () => {
  it('plans the phases and makes a task of each milestone, in the same call', async () => {
    const { handoff, tasks, rows } = await benInTransition()
    const { transition, transitionEnd, tasks: known } = await handoff()
    expect(
      transition.phases.map(({ phase, communicationOwner }) => [phase, communicationOwner]),
    ).toEqual([
      ['shadow', 'outgoing'],
      ['joint', 'outgoing'],
      ['lead', 'incoming'],
      ['exit', 'incoming'],
    ])
    expect(transitionEnd).toBe(transition.phases.at(-1)?.until)
    const open = transition.milestones.filter(({ status }) => status === 'open')
    expect(new Set(known?.map(({ milestone }) => milestone))).toEqual(
      new Set(open.map(({ key }) => key)),
    )
    expect(open.map(({ key }) => key)).toContain('kickoff')
    expect(open.map(({ key }) => key)).not.toContain('submit')
    const kickoff = tasks().find(({ Description }) => /Milestone kickoff/.test(String(Description)))
    expect(kickoff).toMatchObject({ OwnerId: ben.userId, IsClosed: false })
    expect(rows('SELECT Effective_Date__c, Communication_Owner__r.Name FROM Handoff__c')).toEqual([
      expect.objectContaining({
        Effective_Date__c: transitionEnd,
        Communication_Owner__r: expect.objectContaining({ Name: 'Ana Ferreira' }),
      }),
    ])
  })

  it('twice makes no task twice', async () => {
    const { ask, handoffId, settled, tasks } = await benInTransition()
    const before = tasks().length
    await ask('handoff.accept', acceptance(handoffId))
    await settled()
    expect(tasks()).toHaveLength(before)
  })

  it('gives whoever takes over the tasks of a sender who has left', async () => {
    const { ask, handoffId, settled, world } = await benWithHandoff()
    world.demo.as(admin).update('User', acmeUsers.ana, { IsActive: false })
    await ask('context.read', { opportunityId, fresh: true })
    valueOf(await ask('handoff.accept', acceptance(handoffId)))
    await settled()
    const asBen = world.demo.as(ben.userId)
    expect(asBen.query('SELECT Status__c FROM Handoff__c')).toMatchObject([
      { Status__c: 'Accepted' },
    ])
    const made = asBen.query('SELECT OwnerId, Description FROM Task')
    const owners = made.filter(({ Description }) => String(Description).includes('– Segue'))
    expect(owners.length).toBeGreaterThan(7)
    expect(new Set(owners.map(({ OwnerId }) => OwnerId))).toEqual(new Set([ben.userId]))
  })

  it.each(['read', 'nothing'] as const)(
    'goes through without the tasks where %s is granted of tasks, and they can be made later',
    async (grants) => {
      const { ask, handoffId, settled, world } = await benWithHandoff(
        guarding(acmeSeed(), 'Task', grants),
      )
      world.demo.state.grants.guardedObjects.add('task')
      await ask('context.read', { opportunityId, fresh: true })
      valueOf(await ask('handoff.accept', acceptance(handoffId)))
      await settled()
      const asBen = world.demo.as(ben.userId)
      expect(asBen.query('SELECT Status__c FROM Handoff__c')).toMatchObject([
        { Status__c: 'Accepted' },
      ])
      const made = world.demo.as(admin).query('SELECT Description FROM Task')
      expect(made.filter(({ Description }) => String(Description).includes('– Segue'))).toEqual([])
      const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
      const transition = context?.handoffs.find(({ id }) => id === handoffId)?.transition
      expect(transition?.milestones.some(({ tasked }) => tasked)).toBe(false)
      expect(transition?.phases).toHaveLength(4)
    },
  )

  it('lets the launcher say who leads until when', async () => {
    const { office, world, handoff } = await benInTransition()
    const { transition } = await handoff()
    const url = `https://${world.org.lightningHost}/lightning/r/Opportunity/${opportunityId}/view`
    expect((await launcherLabel(office, { id: 7, url })).label).toMatch(
      /^Until \d+ \w+: Ana leads, Ben joins$/,
    )
    world.clock.now = Date.parse(`${transition.phases.at(-1)?.until}T12:00:00Z`)
    expect((await launcherLabel(office, { id: 7, url })).label).toMatch(
      /^Since \d+ \w+: Ben leads$/,
    )
  })
})

describe('the days of the phases', () => {
  const phases: readonly Phase[] = [
    { phase: 'joint', communicationOwner: 'outgoing', from: '2026-11-23', until: '2026-12-01' },
    { phase: 'lead', communicationOwner: 'incoming', from: '2026-12-01', until: '2026-12-20' },
  ]

  it('are set by either side and seen in Salesforce', async () => {
    const { ask, handoffId, settled, handoff, rows } = await benInTransition()
    valueOf(await ask('transition.phases', { handoffId, phases: [...phases] }))
    await settled()
    expect((await handoff()).transition).toMatchObject({ phases, ownPhases: true })
    expect(rows('SELECT Transition_End__c, Status__c FROM Handoff__c')).toMatchObject([
      { Transition_End__c: '2026-12-20', Status__c: 'Accepted' },
    ])
  })

  it.each([
    { name: 'with a gap', day: '2026-12-03', words: /nobody speaks to the customer/ },
    { name: 'that overlap', day: '2026-11-28', words: /both sides would speak/ },
  ])('$name are refused', async ({ day, words }) => {
    const { ask, handoffId } = await benInTransition()
    const [joint, lead] = phases
    const crooked = joint && lead ? [joint, { ...lead, from: day }] : []
    expect(await ask('transition.phases', { handoffId, phases: crooked })).toMatchObject({
      outcome: 'trouble',
      trouble: { detail: expect.stringMatching(words) },
    })
  })

  it('are not written over those that somebody else has set meanwhile', async () => {
    const { ask, handoffId, settled, world, office, rows } = await benInTransition()
    world.network.isUp = true
    const other = [
      { ...phases[0], until: '2026-12-05' },
      { ...phases[1], from: '2026-12-05' },
    ]
    world.faults.push(
      async (request, pass) => pass(request),
      async (request, pass) => {
        world.clock.now += 5000
        world.demo.as(ben.userId).update('Handoff__c', handoffId, {
          Phases__c: JSON.stringify({ v: 1, phases: other, milestones: [] }),
        })
        return pass(request)
      },
    )
    await ask('transition.phases', { handoffId, phases: [...phases] })
    await settled()
    const entries = await office.outbox.store.all()
    expect(JSON.stringify(entries)).toContain('Somebody else has')
    expect(String(rows('SELECT Phases__c FROM Handoff__c')[0]?.['Phases__c'])).toContain('12-05')
  })
})

describe('a milestone', () => {
  it('that is done closes its task and begins the transition', async () => {
    const { ask, handoffId, settled, handoff, tasks, rows } = await benInTransition()
    const change = { key: 'sync', status: 'done' as const, note: 'Talked for 20 minutes' }
    valueOf(await ask('transition.milestone', { handoffId, change }))
    await settled()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'In_Transition' }])
    const sync = tasks().find(({ Description }) => /Milestone sync/.test(String(Description)))
    expect(sync).toMatchObject({ IsClosed: true, Status: 'Completed' })
    const { transition } = await handoff()
    expect(transition.milestones.find(({ key }) => key === 'sync')).toMatchObject({
      status: 'done',
      note: 'Talked for 20 minutes',
    })
  })

  it('that moves takes along what hangs on it, but nothing that was moved by hand', async () => {
    const { ask, handoffId, settled, handoff, tasks, world } = await benInTransition()
    const taskOf = (key: string) =>
      tasks().find(({ Description }) => String(Description).includes(`Milestone ${key} `))
    const day = '2026-12-16'
    const change = { key: 'kickoff', status: 'open' as const, note: '', day }
    valueOf(await ask('transition.milestone', { handoffId, change }))
    await settled()
    const { transition } = await handoff()
    expect(transition.phases.find(({ phase }) => phase === 'lead')?.from).toBe(day)
    expect(taskOf('kickoff')).toMatchObject({ ActivityDate: day })
    expect(taskOf('second-joint-call')).toMatchObject({ ActivityDate: '2026-12-28' })
    const id = String(taskOf('second-joint-call')?.['Id'])
    world.demo.as(ben.userId).update('Task', id, { ActivityDate: '2027-01-08' })
    const again = { ...change, day: '2026-12-18' }
    valueOf(await ask('transition.milestone', { handoffId, change: again }))
    await settled()
    expect(taskOf('second-joint-call')).toMatchObject({ ActivityDate: '2027-01-08' })
    expect(tasks()).toHaveLength((await handoff()).tasks?.length ?? 0)
  })

  it('moves without the tasks of a colleague, who brings them up to date with the next step', async () => {
    const { ask, handoffId, settled, handoff, tasks, world, ana } = await benInTransition()
    const leaving = () =>
      tasks().find(({ Description }) => String(Description).includes(`Milestone leave-cc `))
    const before = leaving()?.['ActivityDate']
    const change = { key: 'kickoff', status: 'open' as const, note: '', day: '2026-12-16' }
    valueOf(await ask('transition.milestone', { handoffId, change }))
    await settled()
    const planned = (await handoff()).transition.milestones.find(({ key }) => key === 'leave-cc')
    expect(planned).toMatchObject({ day: '2026-12-30', touched: false })
    expect(leaving()).toMatchObject({ ActivityDate: before, OwnerId: acmeUsers.ana })

    world.browser.signIn(acmeUsers.ana)
    const sent = { key: 'intro-mail', status: 'done' as const, note: '' }
    valueOf(await ana.ask('transition.milestone', { handoffId, change: sent }))
    await ana.settled()
    expect(leaving()).toMatchObject({ ActivityDate: '2026-12-30' })
  })

  it('that is not needed says why', async () => {
    const { ask, handoffId } = await benInTransition()
    const change = { key: 'sync', status: 'skipped' as const, note: ' ' }
    expect(await ask('transition.milestone', { handoffId, change })).toMatchObject({
      outcome: 'trouble',
      trouble: { detail: 'Say why it is not needed.' },
    })
  })
})

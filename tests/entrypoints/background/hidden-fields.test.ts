// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { diagnose } from '#lib/salesforce/doctor.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import { question, section, template, typed } from '../../lib/handoff/builders.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { anaSubmitting } from '../../lib/salesforce/submitting.ts'
import { hiding, notGranting, readOnly } from '../../lib/salesforce/hidden-fields.ts'
import { profiled } from '../../lib/salesforce/profiled.ts'
import { acceptance, anaWithDraft, ben, benInTransition, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

it('an answer to a field that is hidden from the user is handed over, and the field left alone', async () => {
  const seed = hiding(acmeSeed(), 'Opportunity', 'NextStep')
  const ana = await anaWithDraft({ ...seed, validationRules: [] })
  const { draftKey } = ana
  const nothing = { from: 'salesforce' as const, label: '', asRead: null, readAt: ana.ports.now() }
  const { revision } = valueOf(
    await ana.ask('draft.answer', {
      draftKey,
      question: 'next.step',
      answer: {
        kind: 'given',
        value: { type: 'text', text: 'Call Pieter' },
        // As the panel stores it: nothing was read where the answer would be written to.
        provenance: { from: 'typed', over: { ...nothing, field: 'Opportunity.NextStep' } },
        evidence: [],
        by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
        at: ana.ports.now(),
      },
    }),
  )
  valueOf(await ana.ask('handoff.submit', { draftKey, revision }))
  await ana.settled()
  expect(ana.rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
})

it('an answer to a field of the account that may only be read is handed over, and the field left alone', async () => {
  const world = orgInProcess(readOnly(acmeSeed(), 'Account', 'Industry'))
  world.browser.signIn(acmeUsers.ana)
  const { ask, settled } = workerInProcess(world)
  const asked = question({ key: 'industry', writeTo: 'Account.Industry' })
  const text = JSON.stringify(template([section([asked])], { key: 'acme' }))
  await ask('template.import', { text })
  const start = { opportunityId: brightwater, templateKey: 'acme' }
  const { key: draftKey } = valueOf(await ask('draft.start', start))
  valueOf(await ask('draft.answer', { draftKey, question: 'industry', answer: typed('Shipping') }))
  const change = { draftKey, change: { recipient: ben } }
  const { revision } = valueOf(await ask('draft.change', change))
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  const [sent] = await ask('outbox.read', { opportunityId: brightwater })
  expect(sent).toMatchObject({ state: 'sent', trouble: null })
})

describe('a handoff in an org that keeps from its people', () => {
  it.each([
    ['read', 'Opportunity.Handoff_Status__c'],
    ['read', 'Opportunity.Handoff_Readiness__c'],
    ['read', 'Handoff__c.Summary__c'],
    ['edit', 'Handoff__c.Summary__c'],
    ['read', 'Handoff__c.Completeness__c'],
    ['read', 'Handoff__c.Communication_Owner__c'],
    ['edit', 'Handoff__c.Decision_Comment__c'],
  ] as const)('the right to %s %s is sent and accepted without it', async (right, field) => {
    const ana = await anaWithDraft(notGranting(acmeSeed(), field, right))
    valueOf(await ana.submit())
    await ana.settled()
    const [row] = ana.rows('SELECT Id FROM Handoff__c')
    ana.world.browser.signIn(ben.userId)
    const { ask, settled } = workerInProcess(ana.world)
    valueOf(await ask('handoff.accept', acceptance(String(row?.['Id']))))
    await settled()
    expect(ana.rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Accepted' }])
  })

  it('its copy of the status is sent without that, and with what is written to the deal', async () => {
    const seed = notGranting(acmeSeed(), 'Opportunity.Handoff_Status__c', 'edit')
    const ana = await anaSubmitting({ ...seed, validationRules: [] })
    await ana.write()
    const deal = `SELECT NextStep, Handoff_Status__c FROM Opportunity WHERE Id = '${brightwater}'`
    expect(ana.rows(deal)).toMatchObject([{ NextStep: 'New', Handoff_Status__c: null }])
  })

  it.each(['read', 'edit'] as const)(
    'the right to %s what somebody has typed is not sent, and the field is named',
    async (right) => {
      const field = 'Handoff__c.Bypass_Reason__c'
      const ana = await anaWithDraft(notGranting(acmeSeed(), field, right))
      valueOf(await ana.submit())
      await ana.settled()
      expect(ana.rows('SELECT Id FROM Handoff__c')).toEqual([])
      expect(await ana.ask('outbox.read', { opportunityId: brightwater })).toMatchObject([
        { state: 'needs-attention', trouble: { kind: 'no-permission', fields: [field] } },
      ])
    },
  )
})

it('a handoff is shown on its deal after one of its fields was taken from the user', async () => {
  const { ask, world } = await benWithHandoff()
  const shown = async () =>
    valueOf(await ask('context.read', { opportunityId: brightwater, fresh: true }))?.handoffs
  expect(await shown()).toHaveLength(1)
  const { permissionSets } = world.demo.state.grants
  for (const [key, set] of permissionSets) {
    const fields = [...set.fields].filter(([name]) => name !== 'handoff__c.rating_start__c')
    permissionSets.set(key, { ...set, fields: new Map(fields) })
  }
  world.clock.now += 60_000
  expect(await shown()).toHaveLength(1)
})

it('a deal whose handoffs cannot be read is refused: it is not one without any', async () => {
  const { ask, world } = await benWithHandoff()
  const read = () => ask('context.read', { opportunityId: brightwater, fresh: true })
  world.faults.push(async (request, pass) => {
    const answer = await (await pass(request)).text()
    const refused = {
      errorCode: 'QUERY_TIMEOUT',
      message: 'Your query was running for too long.',
    }
    return Response.json(
      JSON.parse(answer, (_, part: unknown) =>
        typeof part === 'object' &&
        part !== null &&
        'referenceId' in part &&
        part.referenceId === 'handoffs'
          ? { ...part, httpStatusCode: 400, body: [refused] }
          : part,
      ),
    )
  })
  expect(await read()).toMatchObject({ trouble: { detail: expect.stringContaining('too long') } })
  expect(valueOf(await read())?.handoffs).toHaveLength(1)
})

it.each(['Amount', 'AccountId'])(
  'who may not see the %s of deals sees their handoffs, in the inbox and on the deal',
  async (field) => {
    const { ask } = await benWithHandoff(hiding(acmeSeed(), 'Opportunity', field))
    valueOf(await ask('inbox.refresh', { isSeen: true }))
    expect(valueOf(await ask('inbox.read', { fresh: false })).items).toHaveLength(1)
    const context = await ask('context.read', { opportunityId: brightwater, fresh: true })
    expect(valueOf(context)?.handoffs).toHaveLength(1)
  },
)

it.each(['Author__c', 'Question_Key__c', 'Resolved_At__c', 'Kind__c'])(
  'an inbox is read by who may not see the %s of comments, and asks for it no more',
  async (field) => {
    const seed = notGranting(acmeSeed(), `Handoff_Comment__c.${field}`)
    const { ask, world } = await benWithHandoff(seed)
    callsOf(world)
    valueOf(await ask('inbox.refresh', { isSeen: true }))
    expect(valueOf(await ask('inbox.read', { fresh: false })).items).toHaveLength(1)
    callsOf(world)
    valueOf(await ask('inbox.refresh', { isSeen: true }))
    expect(callsOf(world)).toHaveLength(1)
  },
)

describe('people at the customer, where it is hidden whose they are,', () => {
  const search = async (text: string) => {
    const { ask } = await anaWithDraft(profiled(acmeSeed(), { fields: ['Contact.AccountId'] }))
    return valueOf(await ask('users.contacts', { opportunityId: brightwater, text }))
  }

  it('are found by their names', async () => {
    expect(await search('Rutger')).toMatchObject([{ name: 'Rutger de Haan', accountName: '' }])
  })

  it('are not proposed', async () => {
    expect(await search('')).toEqual([])
  })
})

describe('the settings', () => {
  const checked = async (seed: ReturnType<typeof acmeSeed>) => {
    const { names, ...facts } = valueOf(await (await anaWithDraft(seed)).ask('doctor.read', {}))
    return diagnose(facts, namesIn(names)).find(({ key }) => key === 'fields')
  }

  it('name the fields of the package that the user may see and not fill', async () => {
    const seed = notGranting(acmeSeed(), 'Handoff__c.Teach_Back__c', 'edit')
    expect(await checked(notGranting(seed, 'Handoff_Event__c.Details__c', 'edit'))).toMatchObject({
      state: 'bad',
      finding: 'You may see and not fill: Handoff__c.Teach_Back__c, Handoff_Event__c.Details__c',
    })
  })

  it('say of what may be hidden that Segue works without', async () => {
    const seed = notGranting(acmeSeed(), 'Handoff__c.Summary__c')
    expect(await checked(notGranting(seed, 'Handoff__c.Completeness__c', 'edit'))).toMatchObject({
      state: 'note',
      mend: expect.stringContaining('works without'),
    })
  })
})

it('a recipient from whom the comments of tasks are hidden reads, accepts and closes steps', async () => {
  const fields = ['Task.Description']
  const { handoff, ask, handoffId, settled } = await benInTransition(
    profiled(acmeSeed(), { fields, whom: ben.userId }),
  )
  const { transition } = await handoff()
  const key = transition.milestones.find(({ status }) => status === 'open')?.key ?? ''
  const change = { key, status: 'done' as const, note: '' }
  valueOf(await ask('transition.milestone', { handoffId, change }))
  await settled()
  const after = (await handoff()).transition.milestones.find((one) => one.key === key)
  expect(after?.status).toBe('done')
})

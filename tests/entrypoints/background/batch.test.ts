// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeSeed, acmeUsers, brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { acmeWith } from '../../lib/salesforce/transferring.ts'
import {
  anaIn,
  begin,
  beginAll,
  day,
  draftOf,
  halden,
  kestrel,
  ostrava,
  outcomeOf,
  reason,
  rhine,
} from './batch-of-ana.ts'
import { anaWithDraft, ben } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const ofBen = '006Hs0000000PF9IAM'
const composite = 'POST /services/data/v67.0/composite'

describe('deals that are begun together', () => {
  it('cost a call each, and have what Salesforce knows of each as well as what was said for all', async () => {
    const ana = await anaIn()
    // What the deals look like in this org is read with the first of them.
    await begin(ana, halden)
    callsOf(ana.world)
    const { answers, stop } = await beginAll(ana, [ostrava, rhine, brightwater])
    expect(stop).toBeNull()
    expect([...answers.values()].map(outcomeOf)).toEqual(['begun', 'begun', 'begun'])
    expect(callsOf(ana.world)).toEqual([composite, composite, composite])
    const [first, second] = [await draftOf(ana, ostrava), await draftOf(ana, rhine)]
    expect(first).toMatchObject({ template: { key: 'territory' }, recipient: ben, chosen: true })
    expect(first?.key).not.toBe(second?.key)
    expect(first?.answers['deal.core']).not.toEqual(second?.answers['deal.core'])
    const mine = { kind: 'given', provenance: { from: 'typed' }, by: { userId: acmeUsers.ana } }
    for (const draft of [first, second])
      expect(draft?.answers).toMatchObject({
        reason: { ...mine, value: reason },
        'reason.effective': { ...mine, value: day },
        'deal.core': { provenance: { from: 'salesforce' } },
      })
  })

  it('are written with what the rules choose for each where no template is named', async () => {
    const ana = await anaIn()
    const asked = { templateKey: undefined, values: {} }
    const single = valueOf(await ana.ask('draft.start', { opportunityId: kestrel }))
    await ana.ask('draft.discard', { draftKey: single.key })
    valueOf(await begin(ana, kestrel, asked))
    const draft = await draftOf(ana, kestrel)
    const { template, variant, answers, baseline } = single
    expect(draft).toMatchObject({ template, variant, answers, baseline })
    expect(draft?.chosen).toBeUndefined()
  })

  it('take no answer that their template does not offer', async () => {
    const ana = await anaIn()
    const values = { reason: { type: 'picklist', value: 'whim' } as const, advice: day, other: day }
    valueOf(await begin(ana, halden, { values }))
    const draft = await draftOf(ana, halden)
    expect(Object.keys(draft?.answers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:reason|advice|other)$/)]),
    )
  })

  it('are written with no template that the company does not offer', async () => {
    const ana = await anaIn()
    ana.browser.managed['lockedTemplates'] = ['ae-csm']
    expect((await ana.ask('deals.templates', {})).map(({ key }) => key)).toEqual(['ae-csm'])
    expect(outcomeOf(await begin(ana, halden))).toBe('not-now')
    expect(await draftOf(ana, halden)).toBeNull()
  })

  it('are told what may be said for all of them, by the template', async () => {
    const ana = await anaIn()
    const offered = await ana.ask('deals.templates', {})
    const common = offered.map(({ key, common: asked }) => [key, asked.map((one) => one.key)])
    expect(Object.fromEntries(common)).toEqual({
      'sdr-ae': [],
      'ae-csm': [],
      territory: ['reason', 'reason.effective', 'reason.mayTell'],
      'csm-csm': ['plan.effective'],
    })
  })
})

describe('a deal among several', () => {
  it('that has a draft keeps it as it is', async () => {
    const ana = await anaIn()
    const before = valueOf(await ana.ask('draft.start', { opportunityId: halden }))
    callsOf(ana.world)
    expect(outcomeOf(await begin(ana, halden))).toBe('kept')
    expect(await draftOf(ana, halden)).toEqual(before)
    expect(callsOf(ana.world)).toEqual([])
  })

  it('that waits to be sent, or was sent, is left alone', async () => {
    const { world, submit, settled, ...ana } = await anaWithDraft()
    world.network.isUp = false
    const { operationKey } = valueOf(await submit())
    expect(outcomeOf(await begin(ana, brightwater))).toBe('under-way')
    world.network.isUp = true
    await ana.ask('outbox.retry', { operationKey })
    await settled()
    expect(outcomeOf(await begin(ana, brightwater))).toBe('under-way')
    expect(await draftOf(ana, brightwater)).toBeNull()
  })

  it('that is gone, or somebody else’s, stops none of the others', async () => {
    const ana = await anaIn()
    ana.world.demo.as('005Hs0000000AjcIAE').remove('Opportunity', halden)
    const { answers, stop } = await beginAll(ana, [halden, ofBen, ostrava, rhine])
    expect(stop).toBeNull()
    expect(outcomeOf(answers.get(halden))).toBe('record-gone')
    expect(outcomeOf(answers.get(ofBen))).toBe('not-yours')
    expect([ostrava, rhine].map((id) => outcomeOf(answers.get(id)))).toEqual(['begun', 'begun'])
    expect(await draftOf(ana, ofBen)).toBeNull()
  })

  it('of which the owner has changed since it was listed is not begun', async () => {
    const ana = await anaIn()
    ana.world.demo.as(acmeUsers.ana).update('Opportunity', halden, { OwnerId: acmeUsers.mara })
    expect(outcomeOf(await begin(ana, halden))).toBe('not-yours')
    expect(await draftOf(ana, halden)).toBeNull()
  })

  it('that the user may no longer see stops none of the others', async () => {
    const ana = await anaIn(acmeWith({}, 'Private'))
    const { answers, stop } = await beginAll(ana, [ofBen, ostrava])
    expect(stop).toBeNull()
    expect(outcomeOf(answers.get(ofBen))).toBe('record-gone')
    expect(outcomeOf(answers.get(ostrava))).toBe('begun')
  })

  it('that may not be handed over by this user is not begun, and none of the others is tried', async () => {
    const { metadata = {}, ...seed } = acmeSeed()
    const without = Object.entries(metadata).map(([path, file]) => [
      path,
      path.includes('permissionset')
        ? file.replaceAll('<allowCreate>true', '<allowCreate>false')
        : file,
    ])
    const ana = await anaIn({ ...seed, metadata: Object.fromEntries(without) })
    const { answers, stop } = await beginAll(ana, [halden, ostrava, rhine, kestrel, brightwater])
    expect(stop?.kind).toBe('no-permission')
    expect(answers.size).toBe(0)
    expect(callsOf(ana.world).filter((call) => call === composite).length).toBeLessThan(5)
    expect(await draftOf(ana, halden)).toBeNull()
  })
})

// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templateSchema } from '#lib/handoff/template.ts'
import { crossings } from '#lib/messaging/all-requests.ts'
import { handoffsCsv } from '#lib/metrics/report.ts'
import { wholeId } from '#lib/salesforce/record-id.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import {
  acceptance,
  anaWithDraft,
  benWithHandoff,
} from '../entrypoints/background/people-at-work.ts'
import { record } from '../lib/metrics/records.ts'

const hostileIds = [
  "006Hs0000000847IA'",
  "' OR Name != '",
  '../../sobjects/User',
  '%2e%2e%2fUser',
  '006Hs0000000847IAA?x=1',
  '006Hs0000000847IAA/../User',
  '006Hs0000000847IAB',
  '006Hs0000000847IA\n',
]

describe('a record id', () => {
  it.each(hostileIds)('that is %j is none', (id) => {
    expect(wholeId(id)).toBeNull()
  })

  it('that is hostile changes no address that is called', async () => {
    const { ask, world } = await anaWithDraft()
    for (const id of hostileIds) {
      await ask('context.read', { opportunityId: id, fresh: true }).catch(() => undefined)
      await ask('handoff.accept', { handoffId: id, note: '' }).catch(() => undefined)
      await ask('handoff.withdraw', { handoffId: id }).catch(() => undefined)
      await ask('record.open', { recordId: id, panel: false }).catch(() => undefined)
    }
    const paths = world.demo.calls.all().map(({ path }) => path.split('?')[0])
    const expected = /^\/services\/(?:data(?:\/v\d+\.0\/(?:composite|query))?\/?|oauth2\/userinfo)$/
    expect(paths.filter((path) => !expected.test(path ?? ''))).toEqual([])
  })
})

describe('a key of Object.prototype', () => {
  const hostile = ['__proto__', 'constructor', 'prototype']

  it.each(hostile)('%s in a template is refused or means nothing, and pollutes nothing', (key) => {
    const text = JSON.stringify(aeCsm).replace('{', `{"${key}":{"polluted":true},`)
    const read = templateSchema.safeParse(JSON.parse(text))
    expect(read.success ? Object.hasOwn(read.data, key) : false).toBe(false)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect('polluted' in {}).toBe(false)
  })

  it.each(hostile)('%s in the parameters of any request pollutes nothing', (key) => {
    for (const { params } of Object.values(crossings)) {
      try {
        params.parse(JSON.parse(`{"${key}":{"polluted":true}}`))
      } catch {
        // Refused, which is as good.
      }
    }
    expect('polluted' in {}).toBe(false)
  })
})

describe('a press', () => {
  it('that is replayed moves nothing a second time', async () => {
    const { route, rows, handoffId, settled } = await benWithHandoff()
    const confirmation = { id: crypto.randomUUID(), at: Date.parse('2026-11-23T12:00:00.000Z') }
    const message = { request: 'handoff.accept', params: acceptance(handoffId), confirmation }
    const url = 'https://acme.lightning.force.com/lightning/page/home'
    const sender = { origin: 'chrome-extension://segue', tab: { id: 7, url } }
    expect(await route(message, sender)).toHaveProperty('answer')
    await settled()
    expect(await route(message, sender)).toMatchObject({ failure: /heard already/ })
    const accepted = "SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Accepted'"
    expect(rows(accepted)).toHaveLength(1)
  })
})

describe('a cell', () => {
  const beginners = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']
  const cells = fc.string({
    unit: fc.constantFrom(...beginners, '"', ',', ';', 'a', '0'),
  })

  it('never begins a formula, and reads back as it was', () => {
    fc.assert(
      fc.property(cells, (name) => {
        const [, line = ''] = handoffsCsv([record({ name })], 'en-GB').split(
          /\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/,
        )
        const cell = /"((?:[^"]|"")*)"/.exec(line.slice(line.indexOf('"')))?.[1] ?? ''
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
    )
  })
})

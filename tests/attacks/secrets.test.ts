// @vitest-environment node
import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requests } from '#lib/messaging/all-requests.ts'
import { SalesforceError, troubleOf } from '#lib/salesforce/salesforce-error.ts'
import { anaWithDraft } from '../entrypoints/background/people-at-work.ts'

describe('no answer', () => {
  it('of the worker holds a session, whatever is asked', async () => {
    const { ask, world, ports } = await anaWithDraft()
    const sid = world.browser.jar.get('acme.my.salesforce.com') ?? ''
    const secret = sid.split('!')[1] ?? ''
    expect(secret.length).toBeGreaterThan(20)
    const said: string[] = []
    for (const name of Object.keys(requests)) {
      const known = Object.keys(requests).find(
        (each): each is keyof typeof requests => each === name,
      )
      if (!known) continue
      const params = { opportunityId: '006Hs0000000847IAA', fresh: true, text: 'a' }
      // Whether it is understood does not matter here: what comes back does.
      const answer: unknown = await Reflect.apply(ask, null, [known, params]).catch(String)
      said.push(JSON.stringify(answer))
    }
    const kept = JSON.stringify(await ports.memory.get('last-org'))
    expect([...said, kept].filter((text) => text?.includes(secret))).toEqual([])
  })
})

describe('what an error says', () => {
  const characters = fc.constantFrom(...'abcXYZ0189._'.split(''))
  const secret = fc.string({ unit: characters, minLength: 24, maxLength: 112 })
  const around = fc.string({ unit: fc.constantFrom(...' :"\'=<>\n,ä'.split('')), maxLength: 9 })
  const orgId = fc.constantFrom('00DHs000002aKqM', '00DHs000002aKqMMAU')

  it('holds no session and no token, whatever Salesforce repeats in it', () => {
    const tokens = fc.oneof(
      fc.tuple(orgId, fc.constantFrom('!', '%21'), secret),
      fc.tuple(fc.constant('5Aep861'), fc.constant(''), secret),
    )
    fc.assert(
      fc.property(around, tokens, around, (before, [kind, mark, hidden], after) => {
        const message = `${before}Bearer ${kind}${mark}${hidden}${after} is not valid`
        const { detail } = troubleOf(new SalesforceError('unknown', message))
        expect(detail).toBe(`${before}Bearer (session)${after} is not valid`)
      }),
    )
  })

  it('is word for word what Salesforce said otherwise', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab00D!5Aep. ä'.split('')), maxLength: 14 })
    fc.assert(
      fc.property(words, (message) => {
        const { detail } = troubleOf(new SalesforceError('rejected', message))
        expect(detail).toBe(message)
      }),
    )
  })

  it('is written to no console', () => {
    const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}')
    const written = files.filter((file) =>
      /\bconsole\b|reportError/.test(readFileSync(file, 'utf8')),
    )
    expect(written).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { isOrgAllowed, policyKeys, readPolicy } from '#lib/policy/policy.ts'

const acme = { apiHost: 'acme.my.salesforce.com', orgPrefix: '00DHs000002aKqM' }

describe('a policy', () => {
  it('that is empty leaves everything to the user', () => {
    expect(readPolicy({})).toEqual({
      policy: {
        signIn: 'user',
        oauthClients: [],
        objectNames: [],
        templates: [],
        narrowestTier: 'recipient',
        bypass: 'with-manager',
        keepTrashDays: 30,
        keepSentDays: 7,
        keepCopiesDays: 30,
        ai: true,
      },
      set: [],
      unreadable: [],
    })
  })

  it.each([
    { key: 'allowedOrgs', value: 'acme', holds: [] },
    { key: 'signIn', value: 'cookie', holds: 'oauth' },
    { key: 'narrowestTier', value: 'me', holds: 'everyone' },
    { key: 'objectNames', value: [{ host: 'acme', namespace: 'a__b' }], holds: [] },
    { key: 'bypass', value: true, holds: 'never' },
    { key: 'keepTrashDays', value: -1, holds: 0 },
    { key: 'keepCopiesDays', value: 'long', holds: 0 },
    { key: 'ai', value: 'no', holds: false },
    { key: 'lockedTemplates', value: { a: 1 }, holds: [] },
  ])(
    'whose $key is unreadable is as strict as it can be, in that alone',
    ({ key, value, holds }) => {
      const { policy, unreadable, set } = readPolicy({ [key]: value })
      expect(policy).toHaveProperty(key, holds)
      expect([set, unreadable]).toEqual([[key], [key]])
      expect(Object.entries(policy).filter(([name]) => name !== key)).toEqual(
        Object.entries(readPolicy({}).policy).filter(([name]) => name !== key),
      )
    },
  )

  it('is read whatever it holds', () => {
    const managed = fc.dictionary(
      fc.constantFrom(...policyKeys, '__proto__', 'other'),
      fc.anything(),
    )
    fc.assert(
      fc.property(managed, (values) => {
        expect(readPolicy(values).policy.signIn).toMatch(/^(session|oauth|user)$/)
      }),
    )
  })

  it('has the same parts in the schema that Chrome checks', () => {
    const schema = z
      .object({ properties: z.record(z.string(), z.object({ description: z.string().min(20) })) })
      .parse(JSON.parse(readFileSync('public/managed-schema.json', 'utf8')))
    expect(Object.keys(schema.properties).toSorted()).toEqual(policyKeys.toSorted())
  })

  // What Chrome's check refuses never arrives, and would leave the part to the user.
  it('is checked by Chrome for the kinds of its values alone, so that a wrong one arrives and is held strictly', () => {
    const schema = readFileSync('public/managed-schema.json', 'utf8')
    expect(schema).not.toMatch(/"(?:enum|integer|minimum|maximum|pattern)"/)
  })

  it.each(policyKeys)('has its %s explained to the admin', (key) => {
    expect(readFileSync('docs/admin.md', 'utf8')).toContain(`\`${key}\``)
  })
})

describe('an org', () => {
  it.each([
    { allowedOrgs: undefined, allowed: true },
    { allowedOrgs: [], allowed: false },
    { allowedOrgs: ['acme.my.salesforce.com'], allowed: true },
    { allowedOrgs: ['ACME.my.salesforce.com'], allowed: true },
    { allowedOrgs: ['my.salesforce.com'], allowed: false },
    { allowedOrgs: ['evilacme.my.salesforce.com'], allowed: false },
    { allowedOrgs: ['00DHs000002aKqM'], allowed: true },
    { allowedOrgs: ['00DHs000002aKqMMAU'], allowed: true },
    { allowedOrgs: ['00DHs000009zZzZ'], allowed: false },
  ])('is allowed by $allowedOrgs: $allowed', ({ allowedOrgs, allowed }) => {
    const { policy } = readPolicy(allowedOrgs ? { allowedOrgs } : {})
    expect(isOrgAllowed(policy, acme)).toBe(allowed)
  })

  it('that is known by its host alone waits for its session when ids are listed', () => {
    const { policy } = readPolicy({ allowedOrgs: ['00DHs000009zZzZ'] })
    expect(isOrgAllowed(policy, { apiHost: acme.apiHost })).toBe(true)
    expect(isOrgAllowed(policy, acme)).toBe(false)
  })
})

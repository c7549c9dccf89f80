import { describe, expect, it } from 'vitest'
import { orgOfPage, readSession } from '#lib/salesforce/session.ts'

const org = { lightningHost: 'acme.lightning.force.com', apiHost: 'acme.my.salesforce.com' }
const acme = '00DHs000002aKqM'
const other = '00DHs000009zZzZ'

/** A browser that holds these `sid` cookies by host. */
const jar = (sids: Readonly<Record<string, string>>) => ({
  get: async ({ url, name }: { url: string; name: string }) => {
    const value = name === 'sid' ? sids[new URL(url).hostname] : undefined
    return value === undefined ? null : { value }
  },
})

describe('the session of an org', () => {
  it('is the cookie of exactly its API host', async () => {
    const cookies = jar({
      'acme.my.salesforce.com': `${acme}!right`,
      'acme.lightning.force.com': `${acme}!useless`,
      'other.my.salesforce.com': `${other}!wrong`,
    })
    expect(await readSession(org, cookies)).toEqual({
      org,
      token: `${acme}!right`,
      orgPrefix: acme,
    })
  })

  it('is missing when only the page has one', async () => {
    const cookies = jar({ 'acme.lightning.force.com': `${acme}!useless` })
    await expect(readSession(org, cookies)).rejects.toMatchObject({
      kind: 'signed-out',
      url: 'https://acme.my.salesforce.com/',
    })
  })

  it.each(['', 'nonsense', '!x', `${acme}!`])(
    'is missing when the cookie holds %j',
    async (sid) => {
      const cookies = jar({ 'acme.my.salesforce.com': sid })
      await expect(readSession(org, cookies)).rejects.toMatchObject({ kind: 'signed-out' })
    },
  )

  it('is refused when the page belongs to another org', async () => {
    const cookies = jar({
      'acme.my.salesforce.com': `${acme}!x`,
      'acme.lightning.force.com': `${other}!y`,
    })
    await expect(readSession(org, cookies)).rejects.toMatchObject({ kind: 'wrong-org' })
  })

  it('is out of reach behind a security proxy', () => {
    expect(() => orgOfPage('acme.lightning.force.com.mcas.ms')).toThrow(
      expect.objectContaining({ kind: 'needs-oauth' }),
    )
  })
})

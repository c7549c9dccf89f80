import { describe, expect, it } from 'vitest'
import { behindHost, orgAtApiHost } from '#lib/salesforce/org-host.ts'

describe('the org behind a page', () => {
  it.each([
    ['acme.lightning.force.com', 'acme.my.salesforce.com'],
    ['acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox.my.salesforce.com'],
    ['acme-dev-ed.develop.lightning.force.com', 'acme-dev-ed.develop.my.salesforce.com'],
    ['app-9.scratch.lightning.force.com', 'app-9.scratch.my.salesforce.com'],
    ['acme.lightning.pc-rnd.force.com', 'acme.my.pc-rnd.salesforce.com'],
    ['base.lightning.force.mil', 'base.my.salesforce.mil'],
  ])('of %s answers at %s', (lightningHost, apiHost) => {
    expect(behindHost(lightningHost)).toEqual({ at: 'org', org: { lightningHost, apiHost } })
    expect(orgAtApiHost(apiHost)).toEqual({ lightningHost, apiHost })
  })

  it('is hidden by a security proxy', () => {
    expect(behindHost('acme.lightning.force.com.mcas.ms')).toEqual({ at: 'proxy' })
  })

  it.each([
    'evilforce.com',
    'acme.lightning.force.com.evil.tld',
    'lightning.force.com',
    'acme.my.salesforce.com',
    'acme.lightning.force.com:8443',
    'acme.lightning.force.com.',
  ])('is none at %s', (host) => {
    expect(behindHost(host)).toBeNull()
  })
})

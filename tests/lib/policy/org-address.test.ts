import { describe, expect, it } from 'vitest'
import { pathInOrg } from '#lib/policy/org-address.ts'

const host = 'acme.my.salesforce.com'

describe('the address of a template', () => {
  it.each([
    ['/resource/Segue', '/resource/Segue'],
    ['/resource/1764115200000/acme__Segue', '/resource/1764115200000/acme__Segue'],
    ['/resource/Segue?x=1', '/resource/Segue'],
    ['/services/data/v67.0/sobjects/ContentVersion/068000000000001/VersionData', null],
    ['/services/apexrest/segue?kind=renewal', null],
  ])('%s is asked of its org', (path, asked) => {
    expect(pathInOrg(`https://${host}${path}`, host)).toBe(asked ?? path)
  })

  it.each([
    'http://acme.my.salesforce.com/resource/Segue',
    'https://acme.my.salesforce.com:8443/resource/Segue',
    'https://user@acme.my.salesforce.com/resource/Segue',
    'https://acme.my.salesforce.com.evil.tld/resource/Segue',
    'https://acme.my.salesforce.com/resource/../secur/frontdoor.jsp',
    'https://acme.my.salesforce.com/resource/Segue/inner.json',
    'https://acme.my.salesforce.com/services/oauth2/revoke',
    'javascript:alert(1)',
    'no address',
  ])('%s is asked of nobody', (url) => {
    expect(pathInOrg(url, host)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { apiHostIn, inboxPageOf } from '#lib/messaging/own-page.ts'

const host = 'acme.my.salesforce.com'

describe('the org that the address of a page of ours names', () => {
  it.each(['chrome-extension://segue', 'moz-extension://segue'])('is read at %s', (origin) => {
    expect(apiHostIn(`${origin}${inboxPageOf(host)}`)).toBe(host)
    expect(apiHostIn(`${origin}/insights.html`)).toBeNull()
  })

  it('is not believed of any other page', () => {
    expect(apiHostIn(`https://evil.example${inboxPageOf(host)}`)).toBeNull()
  })
})

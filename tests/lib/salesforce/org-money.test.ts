import { describe, expect, it } from 'vitest'
import { currencyIn } from '#lib/salesforce/currency-in.ts'
import { acmeSeed, acmeUsers, callsOf, gatewayTo, orgInProcess } from './org-in-process.ts'

describe('the currency of an amount as Salesforce writes it', () => {
  it.each([
    { shown: '$15,000.00', locale: 'en-US', currency: 'USD' },
    { shown: '$15,000.00', locale: 'en-CA', currency: 'CAD' },
    { shown: '€15,000.00', locale: 'en-GB', currency: 'EUR' },
    { shown: '15.000,00 €', locale: 'de-DE', currency: 'EUR' },
    { shown: '15 000,00 kr', locale: 'sv-SE', currency: 'SEK' },
    { shown: '¥15,000', locale: 'ja-JP', currency: '' },
    { shown: '￥15,000', locale: 'ja-JP', currency: 'JPY' },
    { shown: 'USD 15,000.00', locale: 'en-GB', currency: 'USD' },
    { shown: 'XQZ 15,000.00', locale: 'en-GB', currency: '' },
    { shown: '15,000.00', locale: 'en-US', currency: '' },
    { shown: '£1,200.50', locale: 'en-GB', currency: 'GBP' },
    { shown: '\u200F184,000.00 €', locale: 'ar', currency: 'EUR' },
    { shown: '\u200F١٨٤٬٠٠٠٫٠٠ €', locale: 'ar-EG', currency: 'EUR' },
    { shown: '\u200F184,000.00 \u200F₪', locale: 'he-IL', currency: 'ILS' },
    { shown: '\u200E€۱۸۴٬۰۰۰٫۰۰', locale: 'fa-IR', currency: 'EUR' },
    { shown: 'ر.س.\u200F 184,000.00', locale: 'ar-SA', currency: 'SAR' },
  ])('$shown in $locale is “$currency”', ({ shown, locale, currency }) => {
    expect(currencyIn(shown, locale)).toBe(currency)
  })
})

describe('an org with one currency', () => {
  it.each(['EUR', 'USD', 'SEK'])('tells that it is %s', async (currency) => {
    const seed = acmeSeed()
    const world = orgInProcess({ ...seed, org: { ...seed.org, currency } })
    world.browser.signIn(acmeUsers.ana)
    const { gateway } = gatewayTo(world)
    await gateway.identity(world.org)
    callsOf(world)
    expect(await gateway.money(world.org)).toEqual({ currency })
    expect(callsOf(world).length).toBeLessThanOrEqual(2)
  })
})

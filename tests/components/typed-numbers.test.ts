import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money, number, numberFrom } from '#components/ui/formats.ts'
import { moneyFrom } from '#components/ui/money-from.ts'

const british = { locale: 'en-GB', timeZone: 'UTC' }

describe('a number that somebody types', () => {
  const everyScript = [
    'en-GB',
    'de-DE',
    'de-CH',
    'sv-SE',
    'he-IL',
    'ar-SA',
    'fa-IR',
    'mr-IN',
    'bn-BD',
  ]

  it('reads back every number it writes, in the digits of any script', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...everyScript), (value, locale) => {
        const formats = { ...british, locale }
        expect(numberFrom(number(value / 4, formats), formats)).toBe(value / 4)
      }),
    )
  })

  it.each([
    { text: "1'234.5", locale: 'de-CH' },
    { text: '1’234.5', locale: 'de-CH' },
    { text: '1234.5', locale: 'ar-SA' },
    { text: '１２３４．５', locale: 'ja-JP' },
  ])('reads “$text” in $locale', ({ text, locale }) => {
    expect(numberFrom(text, { ...british, locale })).toBe(1234.5)
  })

  it.each([
    { text: '1,234.5', locale: 'en-GB', value: 1234.5 },
    { text: '1,234,567', locale: 'en-GB', value: 1_234_567 },
    { text: '12 345,6', locale: 'fr-FR', value: 12_345.6 },
    { text: '99.90', locale: 'fr-FR', value: 99.9 },
    { text: '1.234,56', locale: 'de-DE', value: 1234.56 },
    { text: '1.234', locale: 'de-DE', value: 1234 },
    { text: '12,34,567.8', locale: 'en-IN', value: 1_234_567.8 },
    { text: '1,234,567', locale: 'en-IN', value: 1_234_567 },
    { text: '-1.234', locale: 'de-DE', value: -1234 },
    { text: '1.234', locale: 'es-ES', value: 1234 },
    { text: '12,', locale: 'de-DE', value: 12 },
    { text: '1.234,56', locale: 'de-AT', value: 1234.56 },
    { text: '-1.234.567', locale: 'de-AT', value: -1_234_567 },
    { text: '1,234.56', locale: 'en-CH', value: 1234.56 },
    { text: '1.234.567,8', locale: 'pl-PL', value: 1_234_567.8 },
  ])('reads “$text” in $locale as $value', ({ text, locale, value }) => {
    expect(numberFrom(text, { ...british, locale })).toBe(value)
  })

  it.each([
    { text: '1234.56', locale: 'de-DE' },
    { text: '1.5', locale: 'de-DE' },
    { text: '99.90', locale: 'de-DE' },
    { text: '1.234.5', locale: 'de-DE' },
    { text: '1.234,56', locale: 'en-GB' },
    { text: '1,5', locale: 'en-GB' },
    { text: '12,34', locale: 'en-GB' },
    { text: '12,34,567', locale: 'en-GB' },
    { text: '1,234 567', locale: 'en-GB' },
    { text: '1 5', locale: 'en-GB' },
    { text: '1.234', locale: 'fr-FR' },
    { text: '1.234', locale: 'de-AT' },
    { text: '1,234', locale: 'en-CH' },
    { text: '1.234,56', locale: 'en-CH' },
    { text: '1.23.456,7', locale: 'de-AT' },
  ])('does not guess what “$text” is in $locale', ({ text, locale }) => {
    expect(numberFrom(text, { ...british, locale })).toBeUndefined()
  })

  it.each([
    { text: '€1,000', currency: 'EUR' },
    { text: '1,000 €', currency: 'EUR' },
    { text: 'EUR 1,000', currency: 'EUR' },
    { text: '1,000EUR', currency: 'EUR' },
    { text: 'US$1,000', currency: 'USD' },
    { text: '$1,000', currency: 'USD' },
    { text: 'A$1,000', currency: 'AUD' },
    { text: '￥1,000', currency: 'JPY' },
    { text: '1,000 CHF', currency: 'CHF' },
    { text: '1,000', currency: 'euros' },
  ])('reads “$text” as an amount in $currency', ({ text, currency }) => {
    expect(moneyFrom(text, currency, british)).toBe(1000)
  })

  it('reads an amount as the user’s own language writes it', () => {
    const locales = ['pl-PL', 'cs-CZ', 'da-DK', 'sv-SE', 'th-TH', 'fr-FR', 'ar-EG']
    const currencies = ['EUR', 'USD', 'PLN', 'CZK', 'DKK', 'SEK', 'THB', 'BRL', 'EGP', 'CAD']
    const unread = locales.flatMap((locale) =>
      currencies.filter((currency) => {
        const formats = { ...british, locale }
        return [-1234.5, 0.25, 1_234_567].some(
          (amount) => moneyFrom(money(amount, currency, formats), currency, formats) !== amount,
        )
      }),
    )
    expect(unread).toEqual([])
  })

  // Browsers know other signs for money than for numbers there.
  it.each(['en-DE', 'en-NL', 'en-SE', 'en-CH', 'de-AT', 'fr-CH'])(
    'writes money with the signs that numbers are read by in %s',
    (locale) => {
      const formats = { ...british, locale }
      for (const amount of [-1234.5, 12_345, 1_234_567.25])
        expect(moneyFrom(money(amount, 'EUR', formats), 'EUR', formats)).toBe(amount)
    },
  )

  it.each([
    { text: 'kr.500', amount: 500 },
    { text: '1.500,5 kr.', amount: 1500.5 },
  ])('reads “$text” as an amount in Danish crowns', ({ text, amount }) => {
    expect(moneyFrom(text, 'DKK', { ...british, locale: 'da-DK' })).toBe(amount)
  })

  it.each(['500K', '1kr5', 'kr', 'kr 5 kr'])('takes “%s” for no amount in crowns', (text) => {
    expect(moneyFrom(text, 'SEK', { ...british, locale: 'sv-SE' })).toBeUndefined()
  })

  it('reads an amount below zero', () => {
    expect(moneyFrom('-€1,000', 'EUR', british)).toBe(-1000)
    expect(moneyFrom('€-1,000', 'EUR', british)).toBe(-1000)
    expect(moneyFrom('-€.50', 'EUR', british)).toBe(-0.5)
  })

  it.each(['$1,000', 'USD 1,000', 'A$1,000', '€', 'EUR', '€1,0', '1€50', '€5 EUR', ''])(
    'takes “%s” for no amount in euros',
    (text) => {
      expect(moneyFrom(text, 'EUR', british)).toBeUndefined()
    },
  )

  it.each(['', 'many', '1.2.3', '12 apples'])('takes “%s” for no number', (text) => {
    expect(numberFrom(text, british)).toBeUndefined()
  })
})

/**
 * The currency of an amount that was written for somebody with that locale, as an ISO code: `€15,000.00` is EUR.
 * Empty when the sign stands for no currency, or for several.
 */
export function currencyIn(shown: string, locale: string): string {
  const [code] = /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(shown) ?? []
  if (code !== undefined) return currencies().includes(code) ? code : ''
  const sign = shown.replaceAll(/[\p{N}\p{Z}\s.,'’()\-−+\p{Cf}٬٫]/gu, '')
  if (sign === '') return ''
  const key = `${locale} ${sign}`
  const found = met.get(key) ?? currencyOf(sign, locale)
  met.set(key, found)
  return found
}

/** Signs that were met: looking one up takes a format for each currency there is. */
const met = new Map<string, string>()

function currencyOf(sign: string, locale: string): string {
  const signed = currencies().filter((currency) => signOf(currency, locale) === sign)
  return signed.length === 1 ? (signed[0] ?? '') : ''
}

const currencies = () => Intl.supportedValuesOf('currency')

function signOf(currency: string, locale: string): string {
  const parts = formatFor(locale, currency).formatToParts(1)
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? ''
  return sign.replaceAll(/[\p{Z}\p{Cf}\s.٬٫]/gu, '')
}

function formatFor(locale: string, currency: string): Intl.NumberFormat {
  const style = { style: 'currency', currency } as const
  try {
    return new Intl.NumberFormat(locale.replaceAll('_', '-'), style)
  } catch {
    return new Intl.NumberFormat('en-US', style) // A locale that only Salesforce knows.
  }
}

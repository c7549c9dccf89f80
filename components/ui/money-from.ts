import { currencySign } from '#lib/handoff/row-text.ts'
import { type Formats, money, numberFrom } from './formats.ts'
import { plainDigits } from './plain-digits.ts'

/** The amount a user typed, also with the sign or code of that currency; undefined when it is none, or of another. */
export function moneyFrom(text: string, currency: string, formats: Formats): number | undefined {
  const british = money(0, currency, { locale: 'en-GB', timeZone: undefined })
  // Such as US$, of which most write the last.
  const own = british.replaceAll(/[\d\s]/g, '')
  const plain = plainDigits(text)
  const [sign = ''] = currencySign.exec(plain) ?? []
  const isOwn = ['', currency, own, own.slice(-1)].includes(sign.normalize('NFKC'))
  return isOwn ? numberFrom(plain.replace(sign, ''), formats) : undefined
}

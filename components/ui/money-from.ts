import { currencySign } from '#lib/handoff/row-text.ts'
import { type Formats, money, numberFrom } from './formats.ts'
import { plainDigits } from './plain-digits.ts'

const signIn = (currency: string, formats: Formats) =>
  plainDigits(money(0, currency, formats)).replaceAll(/[\d\s]/g, '')

/** The amount a user typed, also with the sign or code of that currency; undefined when it is none, or of another. */
export function moneyFrom(text: string, currency: string, formats: Formats): number | undefined {
  // Such as US$, of which most write the last.
  const general = signIn(currency, { locale: 'en-GB', timeZone: undefined })
  const read = (plain: string) => {
    const [sign = ''] = currencySign.exec(plain) ?? []
    const isOwn = ['', currency, general, general.slice(-1)].includes(sign.normalize('NFKC'))
    return isOwn ? numberFrom(plain.replace(sign, ''), formats) : undefined
  }
  const typed = plainDigits(text)
  // Signs such as zł are those of one language.
  return read(typed) ?? read(typed.replace(signIn(currency, formats) || currency, currency))
}

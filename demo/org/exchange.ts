import { textOf } from '../records/text.ts'
import type { Exchange } from '../soql/source.ts'
import { corporateOf, currencyOfUser } from './currencies.ts'
import type { OrgState } from './state.ts'

/** How a user's queries turn amounts of one currency into another; undefined where the org has but one. */
export function exchangeOf(state: OrgState, userId: string): Exchange | undefined {
  if (state.currencies.length === 0) return undefined
  const corporate = corporateOf(state)
  return {
    corporate,
    own: currencyOfUser(state, userId),
    convert: (amount, { from, into, on }) =>
      from === into
        ? amount
        : rounded((amount / rateOf(state, from, on)) * rateOf(state, into, on)),
    decimalPlaces: (code) =>
      Number(state.store.table('CurrencyType').where('IsoCode', code)[0]?.['DecimalPlaces'] ?? 2),
  }
}

/** What one of the corporate currency is worth: on that day, where rates are dated. */
function rateOf({ store }: OrgState, code: string, on: string | undefined): number {
  const dated = store.table('DatedConversionRate').where('IsoCode', code)
  const ofDay = dated.find((rate) => {
    const until = textOf(rate['NextStartDate'] ?? '9999-12-31')
    return on !== undefined && textOf(rate['StartDate']) <= on && on < until
  })
  const [usual] = store.table('CurrencyType').where('IsoCode', code)
  return Number((ofDay ?? usual)?.['ConversionRate'] ?? 1) || 1
}

const rounded = (amount: number): number => Math.round(amount * 1e6) / 1e6

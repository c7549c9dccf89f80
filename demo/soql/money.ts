import { textOf } from '../records/text.ts'
import type { Expression } from './expression.ts'
import { fieldNamed, type FieldPath } from './field-path.ts'
import { type Read, readerOf } from './reading.ts'
import type { Exchange, Source } from './source.ts'

/** Reads the currency of the record whose amount a path leads to; empty where nothing tells it. */
export function currencyOf(path: FieldPath, source: Source): Read {
  const field = fieldNamed(path.object, 'CurrencyIsoCode')
  return field && source.exchange ? readerOf({ ...path, field }, source) : () => null
}

/**
 * The amounts as others of the user's choice: in his own currency with `convertCurrency()`, in the corporate one for
 * sums, order and comparison. Whatever is no amount, and all of an org with one currency, stays as it is.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-querying-currency-fields.html
 */
export function converted(
  expression: Expression,
  source: Source,
  whose: keyof Pick<Exchange, 'corporate' | 'own'>,
): Expression {
  const { exchange } = source
  if (!exchange || expression.type !== 'currency') return expression
  const into = exchange[whose]
  const [currency, day] = [currencyOf(expression.path, source), dayOf(expression.path, source)]
  const { read } = expression
  return {
    ...expression,
    currency: () => into,
    read: (found) => {
      const amount = read(found)
      if (typeof amount !== 'number') return amount
      const from = textOf(currency(found) ?? exchange.corporate)
      return exchange.convert(amount, { from, into, on: day(found) })
    },
  }
}

/** Rates that are dated hold for deals, by the day they close on. */
function dayOf(
  path: FieldPath,
  source: Source,
): (found: Parameters<Read>[0]) => string | undefined {
  const field = path.object.name === 'Opportunity' && fieldNamed(path.object, 'CloseDate')
  const read = field ? readerOf({ ...path, field }, source) : () => null
  return (found) => {
    const day = read(found)
    return typeof day === 'string' ? day : undefined
  }
}

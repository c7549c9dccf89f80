import type { Row } from '../../soql/source.ts'

/** Amount times probability, in whole cents; empty without an amount. */
export function expectedRevenue({ Amount, Probability }: Row): Row {
  if (typeof Amount !== 'number') return { ExpectedRevenue: null }
  return { ExpectedRevenue: Math.round(Amount * Number(Probability ?? 0)) / 100 }
}

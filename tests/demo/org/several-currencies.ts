import { people, smallOrg, type SmallSeed } from '../small-org.ts'

/** Dollars, in which the org adds up, and others; one that is not used any more. */
const CurrencyType = [
  { IsoCode: 'USD', ConversionRate: 1, DecimalPlaces: 2, IsActive: true, IsCorporate: true },
  { IsoCode: 'EUR', ConversionRate: 0.8, DecimalPlaces: 2, IsActive: true, IsCorporate: false },
  { IsoCode: 'JPY', ConversionRate: 150, DecimalPlaces: 0, IsActive: true, IsCorporate: false },
  { IsoCode: 'FRF', ConversionRate: 6, DecimalPlaces: 2, IsActive: false, IsCorporate: false },
]

const seller = { id: people.seller.slice(0, 15), username: 's@small.example', name: 'Sal Seller' }
/** A seller whose own currency is another than the org's, and an administrator. */
export const users = [
  { ...seller, currency: 'EUR' },
  { id: people.admin.slice(0, 15), username: 'a@small.example', name: 'Ada', isAdmin: true },
]

/** A small org with several currencies. */
export const several = (records: SmallSeed['records'] = {}): SmallSeed => ({
  org: { users },
  records: { CurrencyType, ...records },
})

/** The org as its seller has it. */
export const sell = (seed = several()) => smallOrg(seed).org.as(people.seller)

import { toDateTime } from '../records/datetime.ts'
import { textOf } from '../records/text.ts'
import type { FieldDescribe, ObjectDescribe, PicklistValue } from '../schema/describe.ts'
import { field } from '../schema/field.ts'
import { fieldOf } from '../schema/schema.ts'
import type { Row } from '../soql/source.ts'
import { defaultRow } from './default-row.ts'
import type { OrgSeed } from './seed.ts'
import type { OrgState } from './state.ts'
import { systemUser } from './system-user.ts'

/** One of the currencies of an org that has several. */
export interface Currency {
  readonly isoCode: string
  /** What one of the corporate currency is worth in it. */
  readonly rate: number
  readonly decimalPlaces: number
  readonly isActive: boolean
  readonly isCorporate: boolean
}

/** The currencies of an org that has several; none where it has but one. */
export function currenciesOf(seed: OrgSeed): readonly Currency[] {
  if (!(seed.org.switches.multiCurrency ?? hasSeveral(seed))) return []
  const given = seed.records['CurrencyType'] ?? []
  const corporate = given.find((row) => row['IsCorporate'] === true)?.['IsoCode']
  const code = codeOf(corporate ?? seed.org.currency)
  const told = given.map((row) => currencyOf(codeOf(row['IsoCode']), code, row))
  const known = new Set(told.map(({ isoCode }) => isoCode))
  const others = [...new Set([code, ...used(seed)])].filter((one) => !known.has(one))
  return [...told, ...others.map((one) => currencyOf(one, code, {}))]
}

/** Only an org with several tells of currencies, or names that of a record. */
function hasSeveral({ records, describes }: OrgSeed): boolean {
  const isTold = ['CurrencyType', 'DatedConversionRate'].some((name) => name in records)
  const isNamed = Object.values(records).some((rows) => rows.some(({ [FIELD]: code }) => code))
  return isTold || isNamed || describes.some((describe) => fieldOf(describe, FIELD))
}

const FIELD = 'CurrencyIsoCode'

const codeOf = (value: unknown): string => textOf(value ?? '').toUpperCase()

/** A currency whose rate nobody tells is worth as much as the corporate one. */
function currencyOf(isoCode: string, corporate: string, row: Row): Currency {
  const rate = row['ConversionRate']
  return {
    isoCode,
    rate: typeof rate === 'number' && rate > 0 ? rate : 1,
    decimalPlaces: Number(row['DecimalPlaces'] ?? placesOf(isoCode)),
    isActive: row['IsActive'] !== false,
    isCorporate: isoCode === corporate,
  }
}

function placesOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** The currencies that people and records of the folder name. */
function used({ org, records }: OrgSeed): readonly string[] {
  const ofPeople = org.users.map(({ currency }) => currency)
  const ofRecords = Object.values(records).flatMap((rows) => rows.map((row) => row[FIELD]))
  return [...ofPeople, ...ofRecords].map(codeOf).filter((code) => /^[A-Z]{3}$/.test(code))
}

/** Fills `CurrencyType`: what the folder's rows leave out, and the currencies it has no row for. */
export function putCurrencies(state: OrgState): void {
  const describe = state.schema.object('CurrencyType')
  if (!describe) return
  const { store, currencies, now } = state
  const base = defaultRow(describe, { now: toDateTime(now()), userId: systemUser(state) })
  for (const { isoCode, rate, decimalPlaces, isActive, isCorporate } of currencies) {
    const [known] = store.table('CurrencyType').where('IsoCode', isoCode)
    store.put('CurrencyType', {
      ...base,
      ...known,
      Id: known?.['Id'] ?? store.nextId('CurrencyType', '01L'),
      IsoCode: isoCode,
      ConversionRate: rate,
      DecimalPlaces: decimalPlaces,
      IsActive: isActive,
      IsCorporate: isCorporate,
    })
  }
}

/** The currency that the org's sums are in. */
export function corporateOf({ file, currencies }: OrgState): string {
  return currencies.find(({ isCorporate }) => isCorporate)?.isoCode ?? file.currency
}

/** The currency of what a user makes. */
export function currencyOfUser(state: OrgState, userId: string): string {
  const code = state.store.table('User').get(userId)?.['DefaultCurrencyIsoCode']
  return textOf(code ?? corporateOf(state))
}

/** Whether a field tells the currency of its record. */
export const isRecordCurrency = ({ name, type }: FieldDescribe): boolean =>
  name === FIELD && type === 'picklist'

/** Objects of Salesforce whose records have a currency, and what the field is called where it has a name of its own. */
const MONETARY: Readonly<Record<string, string | null>> = {
  Account: 'Account Currency',
  ActivityHistory: null,
  Campaign: 'Campaign Currency',
  Case: 'Case Currency',
  Contact: 'Contact Currency',
  Contract: 'Contract Currency',
  Event: null,
  Lead: 'Lead Currency',
  OpenActivity: null,
  Opportunity: 'Opportunity Currency',
  OpportunityCompetitor: null,
  OpportunityContactRole: null,
  OpportunityHistory: null,
  OpportunityLineItem: null,
  OpportunityTeamMember: null,
  Pricebook2: null,
  PricebookEntry: null,
  Product2: 'Product Currency',
  Task: null,
  User: 'User Currency',
}

const DERIVED: ReadonlySet<string> = new Set([
  'ActivityHistory',
  'OpenActivity',
  'OpportunityHistory',
  'OpportunityLineItem',
])

/** The object with the currency of its records, where the org has several. */
export function withCurrency(
  currencies: readonly Currency[],
  describe: ObjectDescribe,
): ObjectDescribe {
  const isOwn = describe.custom && describe.name.endsWith('__c') && !isSetting(describe)
  const isMonetary = Object.hasOwn(MONETARY, describe.name) || isOwn
  if (currencies.length === 0) return describe
  const offered = offeredBy(currencies)
  const fields = describe.fields.map((one) =>
    one.name === 'IsoCode' && one.type === 'picklist' ? { ...one, picklistValues: offered } : one,
  )
  if (!isMonetary || fieldOf(describe, FIELD)) return { ...describe, fields }
  const label = MONETARY[describe.name] ?? 'Currency ISO Code'
  const added = [currencyField(FIELD, { label, isFixed: DERIVED.has(describe.name) }, offered)]
  if (describe.name === 'User')
    added.unshift(
      currencyField('DefaultCurrencyIsoCode', { label: 'Default Currency ISO Code' }, offered),
    )
  const at = fields.findIndex(({ name }) => name === 'CreatedDate')
  return { ...describe, fields: fields.toSpliced(at < 0 ? fields.length : at, 0, ...added) }
}

const isSetting = (describe: ObjectDescribe): boolean => describe['customSetting'] === true

interface CurrencyTraits {
  readonly label: string
  readonly isFixed?: boolean
}

/** As recorded in an org with Canadian, New Zealand and U.S. dollars. */
function currencyField(
  name: string,
  { label, isFixed = false }: CurrencyTraits,
  picklistValues: readonly PicklistValue[],
): FieldDescribe {
  const defaultValue = picklistValues.find((entry) => entry.defaultValue)?.value ?? null
  const isWritten = { createable: !isFixed, updateable: !isFixed }
  const traits = { label, length: 3, defaultedOnCreate: true, restrictedPicklist: true }
  return field(name, 'picklist', { ...traits, ...isWritten, defaultValue, picklistValues })
}

/** Active currencies by their names; new records are in the corporate one unless somebody is asked. */
function offeredBy(currencies: readonly Currency[]): readonly PicklistValue[] {
  return currencies
    .filter(({ isActive }) => isActive)
    .map(({ isoCode, isCorporate }) => ({
      active: true,
      defaultValue: isCorporate,
      label: nameOf(isoCode),
      validFor: null,
      value: isoCode,
    }))
    .toSorted((a, b) => a.value.localeCompare(b.value))
}

function nameOf(isoCode: string): string {
  if (isoCode === 'USD') return 'U.S. Dollar'
  if (!/^[A-Z]{3}$/.test(isoCode)) return isoCode
  return new Intl.DisplayNames('en', { type: 'currency' }).of(isoCode) ?? isoCode
}

/** A field as one user gets it: his currency is the one that his new records get. */
export function withOwnDefault(
  state: OrgState,
  userId: string,
  described: FieldDescribe,
): FieldDescribe {
  if (state.currencies.length === 0 || !isRecordCurrency(described)) return described
  const own = currencyOfUser(state, userId)
  const picklistValues = described.picklistValues.map((entry) =>
    Object.assign({}, entry, { defaultValue: entry.value === own }),
  )
  return { ...described, defaultValue: own, picklistValues }
}

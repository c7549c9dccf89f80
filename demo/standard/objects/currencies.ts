import { field, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }
const FLAGS = { deletable: false, layoutable: false, triggerable: false, undeletable: false }
const rate = field('ConversionRate', 'double', {
  ...REQUIRED,
  scale: 6,
  defaultedOnCreate: true,
})
const isoCode = field('IsoCode', 'picklist', {
  ...REQUIRED,
  label: 'Currency ISO Code',
  length: 3,
  restrictedPicklist: true,
  updateable: false,
})

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_currencytype.htm */
const currencyType: StandardObject = {
  needs: 'multiCurrency',
  describe: object({
    name: 'CurrencyType',
    keyPrefix: '01L',
    flags: FLAGS,
    fields: [
      ...identityFields('Currency Type').slice(0, 1),
      isoCode,
      rate,
      field('DecimalPlaces', 'int', { ...REQUIRED, digits: 1, defaultedOnCreate: true }),
      field('IsActive', 'boolean', { label: 'Active', defaultValue: true }),
      readOnly('IsCorporate', 'boolean', { label: 'Corporate' }),
      ...auditFields(),
    ],
  }),
}

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_datedconversionrate.htm */
const datedConversionRate: StandardObject = {
  needs: 'datedExchangeRates',
  describe: object({
    name: 'DatedConversionRate',
    keyPrefix: '04w',
    flags: { ...FLAGS, deletable: true },
    fields: [
      ...identityFields('Dated Conversion Rate').slice(0, 1),
      isoCode,
      field('StartDate', 'date', REQUIRED),
      readOnly('NextStartDate', 'date'),
      rate,
      ...auditFields(),
    ],
  }),
}

/** What only orgs with several currencies have. */
export const currencies: readonly StandardObject[] = [currencyType, datedConversionRate]

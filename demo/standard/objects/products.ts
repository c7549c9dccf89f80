import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { auditFields, identityFields, object, viewedFields } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }
const ONCE = { updateable: false }

const product: StandardObject = {
  describe: object({
    name: 'Product2',
    label: 'Product',
    keyPrefix: '01t',
    flags: { searchable: true },
    fields: [
      ...identityFields('Product'),
      field('Name', 'string', { ...REQUIRED, nameField: true, label: 'Product Name' }),
      field('ProductCode', 'string'),
      field('Description', 'textarea', { length: 4000 }),
      field('IsActive', 'boolean', { label: 'Active' }),
      ...auditFields(),
      picklist('Family', ['None'], { label: 'Product Family' }),
      lookup('RecordTypeId', ['RecordType']),
      field('DisplayUrl', 'url', { length: 1000 }),
      field('QuantityUnitOfMeasure', 'picklist'),
      readOnly('IsArchived', 'boolean'),
      field('StockKeepingUnit', 'string', { length: 180 }),
      ...viewedFields(),
    ],
  }),
}

const pricebook: StandardObject = {
  describe: object({
    name: 'Pricebook2',
    label: 'Price Book',
    keyPrefix: '01s',
    flags: { searchable: true },
    fields: [
      ...identityFields('Price Book'),
      field('Name', 'string', { ...REQUIRED, nameField: true, label: 'Price Book Name' }),
      ...auditFields(),
      field('IsActive', 'boolean', { label: 'Active' }),
      readOnly('IsArchived', 'boolean'),
      field('Description', 'string'),
      readOnly('IsStandard', 'boolean'),
      ...viewedFields(),
    ],
  }),
}

const pricebookEntry: StandardObject = {
  children: { Pricebook2Id: 'PricebookEntries', Product2Id: 'PricebookEntries' },
  describe: object({
    name: 'PricebookEntry',
    labelPlural: 'Price Book Entries',
    keyPrefix: '01u',
    fields: [
      ...identityFields('Price Book Entry'),
      readOnly('Name', 'string', { nameField: true, label: 'Product Name' }),
      lookup('Pricebook2Id', ['Pricebook2'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      lookup('Product2Id', ['Product2'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      field('UnitPrice', 'currency', { ...REQUIRED, label: 'List Price' }),
      field('IsActive', 'boolean', { label: 'Active' }),
      field('UseStandardPrice', 'boolean'),
      ...auditFields(),
      readOnly('ProductCode', 'string'),
      readOnly('IsArchived', 'boolean'),
    ],
  }),
}

const lineItem: StandardObject = {
  children: {
    OpportunityId: 'OpportunityLineItems',
    PricebookEntryId: 'OpportunityLineItems',
    Product2Id: 'OpportunityLineItems',
  },
  describe: object({
    name: 'OpportunityLineItem',
    label: 'Opportunity Product',
    keyPrefix: '00k',
    fields: [
      ...identityFields('Line Item'),
      lookup('OpportunityId', ['Opportunity'], { ...REQUIRED, ...ONCE, cascadeDelete: true }),
      field('SortOrder', 'int'),
      lookup('PricebookEntryId', ['PricebookEntry'], ONCE),
      lookup('Product2Id', ['Product2'], ONCE),
      readOnly('ProductCode', 'string'),
      readOnly('Name', 'string', {
        length: 376,
        nameField: true,
        label: 'Opportunity Product Name',
      }),
      field('Quantity', 'double', { ...REQUIRED }),
      field('Discount', 'percent', { precision: 5 }),
      readOnly('Subtotal', 'currency'),
      field('TotalPrice', 'currency'),
      field('UnitPrice', 'currency', { label: 'Sales Price' }),
      readOnly('ListPrice', 'currency'),
      field('ServiceDate', 'date', { label: 'Date' }),
      field('Description', 'string', { label: 'Line Description' }),
      ...auditFields(),
      ...viewedFields(),
    ],
  }),
}

const contract: StandardObject = {
  children: { AccountId: 'Contracts', OwnerId: 'Contracts' },
  describe: object({
    name: 'Contract',
    keyPrefix: '800',
    flags: { searchable: true, feedEnabled: true },
    fields: [
      ...identityFields('Contract'),
      lookup('AccountId', ['Account'], REQUIRED),
      lookup('Pricebook2Id', ['Pricebook2']),
      picklist('OwnerExpirationNotice', ['15', '30', '45', '60', '90', '120']),
      field('StartDate', 'date', { label: 'Contract Start Date' }),
      readOnly('EndDate', 'date', { label: 'Contract End Date' }),
      field('ContractTerm', 'int', { label: 'Contract Term' }),
      lookup('OwnerId', ['User'], { ...REQUIRED, defaultedOnCreate: true }),
      picklist('Status', ['*Draft', 'In Approval Process', 'Activated'], {
        ...REQUIRED,
        defaultedOnCreate: true,
      }),
      lookup('CompanySignedId', ['User']),
      field('CompanySignedDate', 'date'),
      lookup('CustomerSignedId', ['Contact']),
      field('CustomerSignedTitle', 'string', { length: 40 }),
      field('CustomerSignedDate', 'date'),
      field('SpecialTerms', 'textarea', { length: 4000 }),
      lookup('ActivatedById', ['User'], { createable: false, updateable: false }),
      readOnly('ActivatedDate', 'datetime'),
      readOnly('StatusCode', 'picklist', { length: 40 }),
      field('Description', 'textarea'),
      readOnly('ContractNumber', 'string', { length: 30, nameField: true, autoNumber: true }),
      readOnly('LastApprovedDate', 'datetime'),
      ...auditFields(),
      readOnly('LastActivityDate', 'date'),
      ...viewedFields(),
    ],
  }),
}

/** What is sold, at what price, and the contract that says so. */
export const products: readonly StandardObject[] = [
  product,
  pricebook,
  pricebookEntry,
  lineItem,
  contract,
]

import { field, lookup, picklist, readOnly } from '../../schema/field.ts'
import { DERIVED_ONLY, auditFields, identityFields, object } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const REQUIRED = { nillable: false }
const ONCE = { updateable: false }

const organization: StandardObject = {
  describe: object({
    name: 'Organization',
    keyPrefix: '00D',
    flags: { ...DERIVED_ONLY, updateable: true },
    fields: [
      ...identityFields('Organization').slice(0, 1),
      field('Name', 'string', { ...REQUIRED, length: 80, nameField: true }),
      ...['Division', 'City', 'State', 'PostalCode', 'Country'].map((name) =>
        field(name, 'string', { length: 80 }),
      ),
      field('Street', 'textarea', { length: 255 }),
      field('Phone', 'phone'),
      field('Fax', 'phone'),
      field('PrimaryContact', 'string', { length: 80 }),
      field('DefaultLocaleSidKey', 'picklist', { length: 40 }),
      field('TimeZoneSidKey', 'picklist', { length: 40 }),
      field('LanguageLocaleKey', 'picklist', { length: 40 }),
      readOnly('FiscalYearStartMonth', 'int'),
      readOnly('UsesStartDateAsFiscalYearName', 'boolean'),
      ...['Account', 'Contact', 'Opportunity', 'Lead', 'Case', 'Campaign'].map((name) =>
        readOnly(`Default${name}Access`, 'picklist', { length: 40 }),
      ),
      readOnly('OrganizationType', 'picklist', { length: 40 }),
      readOnly('NamespacePrefix', 'string', { length: 15 }),
      readOnly('InstanceName', 'string', { length: 5 }),
      readOnly('IsSandbox', 'boolean'),
      readOnly('TrialExpirationDate', 'datetime'),
      ...auditFields(),
    ],
  }),
}

const recordType: StandardObject = {
  describe: object({
    name: 'RecordType',
    keyPrefix: '012',
    flags: { ...DERIVED_ONLY },
    fields: [
      ...identityFields('Record Type').slice(0, 1),
      field('Name', 'string', { ...REQUIRED, length: 80, nameField: true }),
      field('DeveloperName', 'string', { ...REQUIRED, length: 80 }),
      readOnly('NamespacePrefix', 'string', { length: 15 }),
      field('Description', 'string'),
      field('SobjectType', 'picklist', { ...REQUIRED, length: 40 }),
      field('IsActive', 'boolean'),
      ...auditFields(),
    ],
  }),
}

const holiday: StandardObject = {
  describe: object({
    name: 'Holiday',
    keyPrefix: '0C0',
    fields: [
      ...identityFields('Holiday').slice(0, 1),
      field('Name', 'string', { ...REQUIRED, length: 80, nameField: true }),
      field('Description', 'string'),
      field('IsAllDay', 'boolean', { defaultValue: true }),
      field('ActivityDate', 'date'),
      field('StartTimeInMinutes', 'int'),
      field('EndTimeInMinutes', 'int'),
      field('IsRecurrence', 'boolean'),
      ...auditFields(),
    ],
  }),
}

const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const businessHours: StandardObject = {
  describe: object({
    name: 'BusinessHours',
    labelPlural: 'Business Hours',
    keyPrefix: '01m',
    flags: { deletable: false },
    fields: [
      ...identityFields('Business Hours').slice(0, 1),
      field('Name', 'string', { ...REQUIRED, length: 80, nameField: true }),
      field('IsActive', 'boolean'),
      field('IsDefault', 'boolean'),
      ...WEEK.flatMap((day) => [field(`${day}StartTime`, 'time'), field(`${day}EndTime`, 'time')]),
      field('TimeZoneSidKey', 'picklist', { ...REQUIRED, length: 40 }),
      ...auditFields(),
    ],
  }),
}

const queueSobject: StandardObject = {
  describe: object({
    name: 'QueueSobject',
    keyPrefix: '03g',
    flags: { updateable: false },
    fields: [
      ...identityFields('Queue Sobject').slice(0, 1),
      lookup('QueueId', ['Group'], { ...REQUIRED, ...ONCE }),
      picklist('SobjectType', ['Case', 'Lead', 'Task'], { ...REQUIRED, ...ONCE }),
    ],
  }),
}

const staticResource: StandardObject = {
  describe: object({
    name: 'StaticResource',
    keyPrefix: '081',
    flags: { triggerable: false, layoutable: false },
    fields: [
      ...identityFields('Static Resource').slice(0, 1),
      field('Name', 'string', { ...REQUIRED, nameField: true }),
      readOnly('NamespacePrefix', 'string', { length: 15 }),
      field('ContentType', 'string', { ...REQUIRED, length: 120 }),
      readOnly('BodyLength', 'int'),
      field('Body', 'base64'),
      field('Description', 'textarea', { length: 255 }),
      field('CacheControl', 'picklist', { length: 40 }),
      ...auditFields(),
    ],
  }),
}

/** What describes the org itself. */
export const setup: readonly StandardObject[] = [
  organization,
  recordType,
  holiday,
  businessHours,
  queueSobject,
  staticResource,
]

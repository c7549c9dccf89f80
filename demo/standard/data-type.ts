import type { FieldDescribe } from '../schema/describe.ts'

const PLAIN: Readonly<Record<string, string>> = {
  address: 'Address',
  base64: 'Base64',
  boolean: 'Checkbox',
  combobox: 'Picklist',
  date: 'Date',
  datetime: 'Date/Time',
  email: 'Email',
  id: 'ID',
  location: 'Geolocation',
  multipicklist: 'Picklist (Multi-Select)',
  phone: 'Phone',
  picklist: 'Picklist',
  time: 'Time',
}

const NUMBERS: Readonly<Record<string, string>> = {
  currency: 'Currency',
  double: 'Number',
  int: 'Number',
  percent: 'Percent',
}

const TEXTS: Readonly<Record<string, string>> = { textarea: 'Text Area', url: 'URL' }

/**
 * What Setup calls the type of a field, such as "Text(255)" or "Lookup(Account)".
 * https://developer.salesforce.com/docs/platform/api-tooling/references/tooling-objects/tooling-fielddefinition.html
 */
export function dataTypeOf(field: FieldDescribe, labelOf: (objectName: string) => string): string {
  const { type, length, referenceTo } = field
  if (field.autoNumber) return 'Auto Number'
  if (field.calculated) return `Formula (${plainType(field)})`
  if (type === 'reference') {
    const kind = field.cascadeDelete && field.custom ? 'Master-Detail' : 'Lookup'
    return `${kind}(${referenceTo.map(labelOf).join(',')})`
  }
  if (type === 'textarea' && length > 255) return `Long Text Area(${length})`
  return plainType(field)
}

function plainType(field: FieldDescribe): string {
  const { type, length } = field
  const number = NUMBERS[type]
  if (number !== undefined) return `${number}${sizeOf(field)}`
  const text = TEXTS[type] ?? 'Text'
  return PLAIN[type] ?? `${text}(${length})`
}

/** Digits before and behind the point. */
function sizeOf(field: FieldDescribe): string {
  const digits = Number(field[field.type === 'int' ? 'digits' : 'precision'] ?? 0)
  const decimals = Number(field['scale'] ?? 0)
  return `(${digits - decimals}, ${decimals})`
}

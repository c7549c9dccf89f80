import type { FieldDescribe, PicklistValue } from './describe.ts'

/** A field with every key that describe lists, in its order, before a type has its say. */
const BLANK = {
  aggregatable: true,
  aiPredictionField: false,
  autoNumber: false,
  byteLength: 0,
  calculated: false,
  calculatedFormula: null,
  cascadeDelete: false,
  caseSensitive: false,
  compoundFieldName: null,
  controllerName: null,
  createable: true,
  custom: false,
  defaultValue: null,
  defaultValueFormula: null,
  defaultedOnCreate: false,
  dependentPicklist: false,
  deprecatedAndHidden: false,
  digits: 0,
  displayLocationInDecimal: false,
  encrypted: false,
  externalId: false,
  extraTypeInfo: null,
  filterable: true,
  filteredLookupInfo: null,
  formulaTreatNullNumberAsZero: false,
  groupable: true,
  highScaleNumber: false,
  htmlFormatted: false,
  idLookup: false,
  inlineHelpText: null,
  label: '',
  length: 0,
  mask: null,
  maskType: null,
  name: '',
  nameField: false,
  namePointing: false,
  nillable: true,
  permissionable: false,
  picklistValues: [],
  polymorphicForeignKey: false,
  precision: 0,
  queryByDistance: false,
  referenceTargetField: null,
  referenceTo: [],
  relationshipName: null,
  relationshipOrder: null,
  restrictedDelete: false,
  restrictedPicklist: false,
  scale: 0,
  searchPrefilterable: false,
  soapType: 'xsd:string',
  sortable: true,
  type: '',
  unique: false,
  updateable: true,
  writeRequiresMasterRead: false,
} as const

/** What each type changes in a blank field. */
const TYPES: Readonly<Record<string, FieldTraits>> = {
  id: { length: 18, soapType: 'tns:ID', nillable: false, createable: false, updateable: false },
  string: { length: 255 },
  textarea: { length: 32_000, extraTypeInfo: 'plaintextarea', groupable: false },
  boolean: {
    soapType: 'xsd:boolean',
    nillable: false,
    defaultedOnCreate: true,
    defaultValue: false,
    aggregatable: false,
  },
  int: { soapType: 'xsd:int', digits: 8 },
  double: { soapType: 'xsd:double', precision: 18, scale: 2, groupable: false },
  currency: { soapType: 'xsd:double', precision: 18, scale: 2, groupable: false },
  percent: { soapType: 'xsd:double', precision: 18, scale: 2, groupable: false },
  date: { soapType: 'xsd:date' },
  datetime: { soapType: 'xsd:dateTime', groupable: false },
  picklist: { length: 255 },
  multipicklist: { length: 4099, groupable: false },
  combobox: { length: 255, groupable: false },
  email: { length: 80 },
  phone: { length: 40 },
  url: { length: 255 },
  reference: { length: 18, soapType: 'tns:ID' },
  address: { soapType: 'urn:address', createable: false, updateable: false, groupable: false },
  location: {
    soapType: 'urn:location',
    createable: false,
    updateable: false,
    groupable: false,
    sortable: false,
  },
  base64: { soapType: 'xsd:base64Binary', filterable: false, sortable: false, groupable: false },
  encryptedstring: { length: 175, filterable: false, sortable: false, groupable: false },
  time: { soapType: 'xsd:time', groupable: false },
  anyType: { soapType: 'xsd:anyType', filterable: false, sortable: false, groupable: false },
}

/** What a caller says about a field beyond its name and type. */
export type FieldTraits = Partial<FieldDescribe>

/** One field with all the keys that describe lists, in the order it lists them. */
export function field(name: string, type: string, traits: FieldTraits = {}): FieldDescribe {
  const described = {
    ...BLANK,
    name,
    label: labelOf(name),
    type,
    ...TYPES[type],
    ...longTextTraits(type, traits),
    ...traits,
  }
  return { ...described, byteLength: described.length * bytesPerCharacter(type) }
}

/** A field nobody can write: audit fields, derived and calculated ones. */
export function readOnly(name: string, type: string, traits: FieldTraits = {}): FieldDescribe {
  return field(name, type, { createable: false, updateable: false, ...traits })
}

/** A lookup; the relationship name defaults to the field name without its `Id`. */
export function lookup(
  name: string,
  referenceTo: readonly string[],
  traits: FieldTraits = {},
): FieldDescribe {
  const relationshipName = name.endsWith('Id') ? name.slice(0, -2) : null
  const polymorphic = referenceTo.length > 1
  return field(name, 'reference', {
    referenceTo,
    relationshipName,
    polymorphicForeignKey: polymorphic,
    namePointing: polymorphic,
    ...traits,
  })
}

/** A picklist whose values equal their labels; a leading `*` marks the default. */
export function picklist(
  name: string,
  values: readonly string[],
  traits: FieldTraits = {},
): FieldDescribe {
  return field(name, 'picklist', { picklistValues: values.map(toPicklistValue), ...traits })
}

/** One picklist entry from its value; a leading `*` marks the default. */
function toPicklistValue(text: string): PicklistValue {
  const defaultValue = text.startsWith('*')
  const value = defaultValue ? text.slice(1) : text
  return { active: true, defaultValue, label: value, validFor: null, value }
}

/** `acme__` of `acme__Site__c`: the package that brought what is so named; empty where none did. */
export function namespaceOf(name: string): string {
  return /^[a-z][a-z\d]*(?:_[a-z\d]+)*__(?=\w+__(?:c|e|mdt)$)/i.exec(name)?.[0] ?? ''
}

/** "Last Modified Date" for `LastModifiedDate`, "Owner ID" for `OwnerId`, "Site" for `acme__Site__c`. */
export function labelOf(name: string): string {
  return name
    .slice(namespaceOf(name).length)
    .replace(/__(?:c|e|mdt)$/, '')
    .replaceAll('_', ' ')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/ Id$/, ' ID')
}

/** Text of more than 255 characters cannot be filtered, sorted or grouped by. */
function longTextTraits(type: string, { length = 32_000 }: FieldTraits): FieldTraits {
  if (type !== 'textarea' || length <= 255) return {}
  return { filterable: false, sortable: false, groupable: false, aggregatable: false }
}

function bytesPerCharacter(type: string): number {
  return type === 'id' || type === 'reference' ? 1 : 3
}

/** Whether no record may be without a value that people give it; nobody can hide such a field or lock it. */
export function mayNotBeEmpty({ nillable, createable, type }: FieldDescribe): boolean {
  return !nillable && createable && type !== 'boolean'
}

/** Types that describe names besides those that the demo knows more of. */
const OTHERS = new Set([
  'complexvalue',
  'datacategorygroupreference',
  'json',
  'junctionidlist',
  'long',
])

/** Whether describe names a type so; metadata has names of its own, such as Text and Checkbox. */
export function isFieldType(type: string): boolean {
  return Object.hasOwn(TYPES, type) || OTHERS.has(type)
}

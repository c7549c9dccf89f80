import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { controllersOf, dependentsOf } from './controlling-field.ts'

type Find = (objectName: string) => ObjectDescribe | undefined

/**
 * What the UI API says of an object, in the shape of the recorded answer.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_object_info.htm
 */
export function objectInfo(describe: ObjectDescribe, find: Find, my: string) {
  const { fields, childRelationships, name } = describe
  const byName = fields.toSorted((a, b) => a.name.localeCompare(b.name))
  const types = recordTypesOf(describe)
  return {
    apiName: name,
    childRelationships: childRelationships
      .filter(({ relationshipName }) => relationshipName !== null)
      .map((one) => ({
        childObjectApiName: one.childSObject,
        fieldName: one.field,
        junctionIdListNames: one['junctionIdListNames'] ?? [],
        junctionReferenceTo: one['junctionReferenceTo'] ?? [],
        relationshipName: one.relationshipName,
      })),
    createable: describe.createable,
    custom: describe.custom,
    defaultRecordTypeId:
      types.find((type) => type['defaultRecordTypeMapping'] === true)?.['recordTypeId'] ?? null,
    deletable: describe.deletable,
    dependentFields: dependentsOf(describe, null),
    feedEnabled: describe['feedEnabled'] === true,
    fields: Object.fromEntries(
      byName.map((field) => [field.name, fieldInfo(field, describe, find)] as const),
    ),
    keyPrefix: describe.keyPrefix,
    label: describe.label,
    labelPlural: describe.labelPlural,
    layoutable: describe['layoutable'] === true,
    mruEnabled: describe['mruEnabled'] === true,
    nameFields: nameFieldsOf(describe),
    queryable: describe.queryable,
    recordTypeInfos: Object.fromEntries(
      types.map((type) => [String(type['recordTypeId']), typeInfo(type)] as const),
    ),
    searchable: describe['searchable'] === true,
    themeInfo: {
      color: '7F8DE1',
      iconUrl: `${my}/img/icon/t4v35/standard/${name.toLowerCase()}_120.png`,
    },
    updateable: describe.updateable,
  }
}

type Info = Readonly<Record<string, unknown>>

/** The record types an object has, the master among them. */
export function recordTypesOf({ recordTypeInfos }: ObjectDescribe): readonly Info[] {
  return Array.isArray(recordTypeInfos) ? recordTypeInfos : []
}

const typeInfo = ({ available, defaultRecordTypeMapping, master, name, recordTypeId }: Info) => ({
  available,
  defaultRecordTypeMapping,
  master,
  name,
  recordTypeId,
})

/** The parts of a person's name come before the whole, as recorded. */
export function nameFieldsOf({ fields }: ObjectDescribe): readonly string[] {
  const whole = fields.filter((field) => field['nameField'] === true).map(({ name }) => name)
  const parts = ['FirstName', 'LastName'].filter((part) => fields.some(({ name }) => name === part))
  return [...parts, ...whole]
}

/** What the UI API calls a type that it does not merely write with a capital. */
const DATA_TYPES: Readonly<Record<string, string>> = {
  anyType: 'AnyType',
  combobox: 'ComboBox',
  datetime: 'DateTime',
  encryptedstring: 'EncryptedString',
  id: 'String',
  multipicklist: 'MultiPicklist',
  textarea: 'TextArea',
}

/** Extra types, which describe writes in small letters. */
const EXTRA_TYPES: Readonly<Record<string, string>> = {
  imageurl: 'ImageUrl',
  personname: 'PersonName',
  plaintextarea: 'PlainTextArea',
  richtextarea: 'RichTextArea',
  switchablepersonname: 'SwitchablePersonName',
}

function fieldInfo(field: FieldDescribe, describe: ObjectDescribe, find: Find) {
  const { name, type } = field
  return {
    apiName: name,
    calculated: field.calculated,
    compound: describe.fields.some((one) => one['compoundFieldName'] === name),
    compoundComponentName: componentName(field),
    compoundFieldName: told(field, 'compoundFieldName', null),
    controllerName: told(field, 'controllerName', null),
    controllingFields: controllersOf(describe, field),
    createable: field.createable,
    custom: field.custom,
    dataType: dataTypeOf(type),
    extraTypeInfo: extraTypeOf(field),
    filterable: field.filterable,
    filteredLookupInfo: told(field, 'filteredLookupInfo', null),
    highScaleNumber: field['highScaleNumber'] === true,
    htmlFormatted: field['htmlFormatted'] === true,
    inlineHelpText: told(field, 'inlineHelpText', null),
    label: field.label,
    length: field.length,
    nameField: field['nameField'] === true,
    polymorphicForeignKey: field['polymorphicForeignKey'] === true,
    precision: told(field, 'precision', 0),
    reference: type === 'reference',
    referenceTargetField: told(field, 'referenceTargetField', null),
    referenceToInfos: targetsOf(field, find),
    relationshipName: field.relationshipName,
    required: !field.nillable,
    scale: told(field, 'scale', 0),
    searchPrefilterable: field['searchPrefilterable'] === true,
    sortable: field.sortable,
    unique: field.unique,
    updateable: field.updateable,
  }
}

function targetsOf({ referenceTo }: FieldDescribe, find: Find) {
  return referenceTo.flatMap((target) => {
    const found = find(target)
    return found ? [{ apiName: found.name, nameFields: nameFieldsOf(found) }] : []
  })
}

/** What a describe may leave out. */
const told = (field: FieldDescribe, key: string, otherwise: unknown): unknown =>
  field[key] ?? otherwise

const dataTypeOf = (type: string): string =>
  DATA_TYPES[type] ?? `${type.charAt(0).toUpperCase()}${type.slice(1)}`

function extraTypeOf({ extraTypeInfo }: FieldDescribe): string | null {
  return typeof extraTypeInfo === 'string' ? (EXTRA_TYPES[extraTypeInfo] ?? extraTypeInfo) : null
}

/** "Latitude" for `BillingLatitude` of `BillingAddress`. */
function componentName({ name, compoundFieldName }: FieldDescribe): string | null {
  if (typeof compoundFieldName !== 'string' || compoundFieldName === name) return null
  const prefix = compoundFieldName.replace(/Address$/, '')
  return name.startsWith(prefix) ? name.slice(prefix.length) : name
}

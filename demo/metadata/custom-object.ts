import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { field, lookup, picklist, readOnly } from '../schema/field.ts'
import { auditFields, identityFields, object, viewedFields } from '../schema/object.ts'
import type { CustomField } from './custom-field.ts'
import { elementsOf, isTrue, textOf, type Element } from './xml.ts'

/** What a new custom object is made from. */
export interface NewObject {
  readonly name: string
  readonly element: Element
  readonly fields: readonly CustomField[]
  readonly keyPrefix: string
}

/** The describe of a deployed custom object. Details of a master have no owner of their own. */
export function customObject({ name, element, fields, keyPrefix }: NewObject): ObjectDescribe {
  const label = textOf(element, 'label') ?? name
  const isDetail = fields.some((one) => one.field['relationshipOrder'] === 0)
  const described = object({
    name,
    keyPrefix,
    label,
    labelPlural: textOf(element, 'pluralLabel') ?? `${label}s`,
    flags: {
      custom: true,
      feedEnabled: isTrue(element, 'enableFeeds'),
      searchable: isTrue(element, 'enableSearch'),
      mruEnabled: true,
    },
    fields: [
      ...identityFields('Record').slice(0, 1),
      ...(isDetail ? [] : [ownerField()]),
      ...identityFields('Record').slice(1),
      nameField(element, label),
      ...auditFields(),
      ...viewedFields(),
      ...fields.map((one) => one.field),
    ],
  })
  return described
}

/** The sharing table of a custom object whose records people own. */
export function customShare(name: string, keyPrefix: string): ObjectDescribe {
  const once = { nillable: false, updateable: false }
  return object({
    name: name.replace(/__c$/, '__Share'),
    keyPrefix,
    flags: { undeletable: false, layoutable: false },
    fields: [
      ...identityFields('Share').slice(0, 1),
      lookup('ParentId', [name], { ...once, cascadeDelete: true }),
      picklist('AccessLevel', ['Read', 'Edit', 'All'], {
        nillable: false,
        restrictedPicklist: true,
      }),
      lookup('UserOrGroupId', ['Group', 'User'], once),
      picklist('RowCause', ['Owner', 'Manual', 'Rule'], {
        updateable: false,
        defaultedOnCreate: true,
      }),
      readOnly('LastModifiedDate', 'datetime'),
      lookup('LastModifiedById', ['User'], { createable: false, updateable: false }),
      readOnly('IsDeleted', 'boolean'),
    ],
  })
}

/** Adds deployed fields to an object that is there, replacing those of the same name. */
export function withFields(
  describe: ObjectDescribe,
  added: readonly CustomField[],
): ObjectDescribe {
  const names = new Set(added.map((one) => one.field.name))
  const kept = describe.fields.filter(({ name }) => !names.has(name))
  return { ...describe, fields: [...kept, ...added.map((one) => one.field)] }
}

function ownerField(): FieldDescribe {
  return lookup('OwnerId', ['Group', 'User'], { nillable: false, defaultedOnCreate: true })
}

function nameField(element: Element, label: string): FieldDescribe {
  const [given = {}] = elementsOf(element, 'nameField')
  const common = { label: textOf(given, 'label') ?? `${label} Name`, length: 80, nameField: true }
  if (textOf(given, 'type') !== 'AutoNumber') {
    return field('Name', 'string', { ...common, idLookup: true })
  }
  const displayFormat = textOf(given, 'displayFormat') ?? '{0000}'
  return readOnly('Name', 'string', {
    ...common,
    autoNumber: true,
    nillable: false,
    defaultedOnCreate: true,
    idLookup: true,
    displayFormat,
  })
}

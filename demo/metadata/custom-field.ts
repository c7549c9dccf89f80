import type { FieldDescribe } from '../schema/describe.ts'
import { field, lookup, type FieldTraits } from '../schema/field.ts'
import { elementsOf, isTrue, numberOf, textOf, type Element } from './xml.ts'

/** A field of a deployment, and what its parent calls the children. */
export interface CustomField {
  readonly field: FieldDescribe
  readonly childName: string | undefined
  /** Required fields and master-detail lookups are seen by everyone who sees the object. */
  readonly guarded: boolean
  /** Whether its changes are kept in history. */
  readonly tracked: boolean
}

type Reader = (element: Element) => { readonly type: string; readonly traits?: FieldTraits }

const plain =
  (type: string): Reader =>
  () => ({ type })
const sized =
  (type: string, otherwise: number): Reader =>
  (element) => ({
    type,
    traits: { length: numberOf(element, 'length', otherwise) },
  })
const decimal =
  (type: string): Reader =>
  (element) => {
    const scale = numberOf(element, 'scale', 0)
    return { type, traits: { precision: numberOf(element, 'precision', 18), scale } }
  }

/** Metadata's field types and what describe calls them. */
const readers: Readonly<Record<string, Reader>> = {
  Text: sized('string', 255),
  TextArea: () => ({ type: 'textarea', traits: { length: 255 } }),
  LongTextArea: sized('textarea', 32_768),
  Html: sized('textarea', 32_768),
  Email: plain('email'),
  Phone: plain('phone'),
  Url: plain('url'),
  Checkbox: (element) => ({
    type: 'boolean',
    traits: { defaultValue: textOf(element, 'defaultValue') === 'true' },
  }),
  Number: decimal('double'),
  Currency: decimal('currency'),
  Percent: decimal('percent'),
  Date: plain('date'),
  DateTime: plain('datetime'),
  Time: plain('time'),
  Picklist: picklistReader('picklist'),
  MultiselectPicklist: picklistReader('multipicklist'),
  Location: (element) => ({
    type: 'location',
    traits: {
      scale: numberOf(element, 'scale', 6),
      displayLocationInDecimal: isTrue(element, 'displayLocationInDecimal'),
    },
  }),
  Lookup: plain('reference'),
  MasterDetail: plain('reference'),
  AutoNumber: (element) => ({
    type: 'string',
    traits: {
      autoNumber: true,
      createable: false,
      updateable: false,
      nillable: false,
      defaultedOnCreate: true,
      displayFormat: textOf(element, 'displayFormat') ?? '{0000}',
    },
  }),
}

/** The field types that a deployment may hold. */
export const knownFieldTypes: ReadonlySet<string> = new Set(Object.keys(readers))

/** Reads a `<CustomField>`; undefined for a type that the demo does not know. */
export function readCustomField(element: Element): CustomField | undefined {
  const name = textOf(element, 'fullName') ?? ''
  const metadataType = textOf(element, 'type') ?? ''
  const reader = readers[metadataType]
  if (!reader) return undefined
  const { type, traits } = reader(element)
  const isMaster = metadataType === 'MasterDetail'
  const required = isMaster || isTrue(element, 'required')
  const common = {
    ...commonTraits(element),
    ...traits,
    ...requiredTraits(required),
    ...formulaTraits(element),
  }
  const described =
    type === 'reference'
      ? reference(element, { name, isMaster, traits: common })
      : field(name, type, common)
  return {
    field: described,
    childName: type === 'reference' ? textOf(element, 'relationshipName') : undefined,
    guarded: !required,
    tracked: isTrue(element, 'trackHistory'),
  }
}

/**
 * A field and, of a place, its two numbers, which alone can be written.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/compound_fields_geolocation.htm
 */
export function withNumbers(custom: CustomField): readonly CustomField[] {
  const { name, label, type, scale, nillable } = custom.field
  if (type !== 'location') return [custom]
  const number = (part: string): CustomField => ({
    ...custom,
    field: field(`${name.replace(/__c$/, '')}__${part}__s`, 'double', {
      custom: true,
      label: `${label} (${part})`,
      compoundFieldName: name,
      precision: 3 + Number(scale),
      scale,
      nillable,
    }),
  })
  return [custom, number('Latitude'), number('Longitude')]
}

function commonTraits(element: Element): FieldTraits {
  const label = textOf(element, 'label')
  const isExternal = isTrue(element, 'externalId')
  return {
    custom: true,
    ...(label === undefined ? {} : { label }),
    unique: isTrue(element, 'unique'),
    externalId: isExternal,
    idLookup: isExternal,
    caseSensitive: isTrue(element, 'caseSensitive'),
    inlineHelpText: textOf(element, 'inlineHelpText') ?? null,
    permissionable: true,
  }
}

/** A formula field is worked out when it is read, and never written. */
function formulaTraits(element: Element): FieldTraits {
  const calculatedFormula = textOf(element, 'formula')
  if (calculatedFormula === undefined) return {}
  return {
    calculated: true,
    calculatedFormula,
    createable: false,
    updateable: false,
    defaultValue: null,
    formulaTreatNullNumberAsZero: textOf(element, 'formulaTreatBlanksAs') === 'BlankAsZero',
  }
}

function requiredTraits(required: boolean): FieldTraits {
  return required ? { nillable: false, permissionable: false } : {}
}

interface Reference {
  readonly name: string
  readonly isMaster: boolean
  readonly traits: FieldTraits
}

function reference(element: Element, { name, isMaster, traits }: Reference): FieldDescribe {
  const constraint = textOf(element, 'deleteConstraint')
  return lookup(name, [textOf(element, 'referenceTo') ?? ''], {
    ...traits,
    relationshipName: name.replace(/__c$/, '__r'),
    cascadeDelete: isMaster || constraint === 'Cascade',
    restrictedDelete: constraint === 'Restrict',
    relationshipOrder: isMaster ? numberOf(element, 'relationshipOrder', 0) : null,
    ...(isMaster && !isTrue(element, 'reparentableMasterDetail') ? { updateable: false } : {}),
    writeRequiresMasterRead: isTrue(element, 'writeRequiresMasterRead'),
  })
}

function picklistReader(type: string): Reader {
  return (element) => {
    const [valueSet = {}] = elementsOf(element, 'valueSet')
    const [definition = {}] = elementsOf(valueSet, 'valueSetDefinition')
    const picklistValues = elementsOf(definition, 'value').map((value) => ({
      active: textOf(value, 'isActive') !== 'false',
      defaultValue: isTrue(value, 'default'),
      label: textOf(value, 'label') ?? textOf(value, 'fullName') ?? '',
      validFor: null,
      value: textOf(value, 'fullName') ?? '',
    }))
    return { type, traits: { picklistValues, restrictedPicklist: isTrue(valueSet, 'restricted') } }
  }
}

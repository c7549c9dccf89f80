import type { ChildRelationship, FieldDescribe, ObjectDescribe } from './describe.ts'
import { field, labelOf, lookup, readOnly } from './field.ts'

/** What a caller says about an object; everything else follows. */
export interface ObjectTraits {
  readonly name: string
  readonly keyPrefix: string | null
  readonly fields: readonly FieldDescribe[]
  readonly label?: string
  readonly labelPlural?: string
  /** Describe flags that differ from an ordinary, writable object's. */
  readonly flags?: Readonly<Record<string, unknown>>
}

/** Flags of an object that people keep records in. */
const ORDINARY = {
  activateable: false,
  associateEntityType: null,
  associateParentEntity: null,
  compactLayoutable: true,
  createable: true,
  custom: false,
  customSetting: false,
  deepCloneable: false,
  defaultImplementation: null,
  deletable: true,
  deprecatedAndHidden: false,
  extendedBy: null,
  extendsInterfaces: null,
  feedEnabled: false,
  hasSubtypes: false,
  implementedBy: null,
  implementsInterfaces: null,
  isInterface: false,
  isSubtype: false,
  layoutable: true,
  listviewable: null,
  lookupLayoutable: null,
  mergeable: false,
  mruEnabled: false,
  namedLayoutInfos: [],
  networkScopeFieldName: null,
  queryable: true,
  replicateable: true,
  retrieveable: true,
  searchLayoutable: true,
  searchable: false,
  sobjectDescribeOption: 'FULL',
  triggerable: true,
  undeletable: true,
  updateable: true,
} as const

/** Flags of an object that Salesforce writes and people only read. */
export const DERIVED_ONLY = {
  createable: false,
  updateable: false,
  deletable: false,
  undeletable: false,
  triggerable: false,
  layoutable: false,
  compactLayoutable: false,
  searchLayoutable: false,
} as const

/** The describe of an object, in Salesforce's shape and key order. */
export function object(traits: ObjectTraits): ObjectDescribe {
  const { name, keyPrefix, fields, flags } = traits
  const label = traits.label ?? labelOf(name)
  const described = {
    actionOverrides: [],
    ...ORDINARY,
    childRelationships: [],
    fields,
    keyPrefix,
    label,
    labelPlural: traits.labelPlural ?? `${label}s`,
    name,
    recordTypeInfos: [masterRecordType(name)],
    supportedScopes: [{ label: `All ${label.toLowerCase()}s`, name: 'everything' }],
    urls: urlsOf(name, { ...ORDINARY, ...flags }),
    ...flags,
  }
  return described
}

/** The id of a record and whether it is in the recycle bin. */
export function identityFields(label: string): readonly FieldDescribe[] {
  return [
    field('Id', 'id', {
      label: `${label} ID`,
      idLookup: true,
      defaultedOnCreate: true,
    }),
    readOnly('IsDeleted', 'boolean', { label: 'Deleted' }),
  ]
}

/** Who made and last changed a record, and when. */
export function auditFields(): readonly FieldDescribe[] {
  const set = { nillable: false, defaultedOnCreate: true, createable: false, updateable: false }
  return [
    field('CreatedDate', 'datetime', set),
    lookup('CreatedById', ['User'], set),
    field('LastModifiedDate', 'datetime', set),
    lookup('LastModifiedById', ['User'], set),
    field('SystemModstamp', 'datetime', set),
  ]
}

/** When the running user last saw a record. */
export function viewedFields(): readonly FieldDescribe[] {
  return [readOnly('LastViewedDate', 'datetime'), readOnly('LastReferencedDate', 'datetime')]
}

/** One child relationship, from the child's lookup. */
export function childRelationship(
  childSObject: string,
  lookupField: FieldDescribe,
  relationshipName: string | null,
): ChildRelationship {
  return {
    cascadeDelete: lookupField.cascadeDelete,
    childSObject,
    deprecatedAndHidden: false,
    field: lookupField.name,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName,
    restrictedDelete: lookupField['restrictedDelete'] === true,
  }
}

/** The record type every object has, also one without record types of its own. */
const MASTER = '012000000000000AAA'

function masterRecordType(name: string) {
  const master = { id: MASTER, name: 'Master', developerName: 'Master' }
  return { ...recordTypeInfo(name, { ...master, active: true, isDefault: true }), master: true }
}

/** What describe says of one record type of an object. */
interface TypeTraits {
  readonly id: string
  readonly name: string
  readonly developerName: string
  readonly active: boolean
  readonly isDefault: boolean
}

/** A record type as describe lists it. */
export function recordTypeInfo(objectName: string, type: TypeTraits) {
  const { id, name, developerName, active, isDefault } = type
  return {
    active,
    available: active,
    defaultRecordTypeMapping: isDefault,
    developerName,
    master: false,
    name,
    recordTypeId: id,
    urls: { layout: `${addressOf(objectName)}/describe/layouts/${id}` },
  }
}

/** The version stands as `vxx.0` here, as in the recordings, and is put in when answering. */
function urlsOf(
  name: string,
  { layoutable, compactLayoutable }: { layoutable?: unknown; compactLayoutable?: unknown },
): Readonly<Record<string, string>> {
  const address = addressOf(name)
  const urls = {
    compactLayouts: `${address}/describe/compactLayouts`,
    rowTemplate: `${address}/{ID}`,
    approvalLayouts: `${address}/describe/approvalLayouts`,
    uiDetailTemplate: 'https://orgname.my.salesforce.com/{ID}',
    uiEditTemplate: 'https://orgname.my.salesforce.com/{ID}/e',
    listviews: `${address}/listviews`,
    describe: `${address}/describe`,
    quickActions: `${address}/quickActions`,
    layouts: `${address}/describe/layouts`,
    sobject: address,
  }
  const isThere = (key: string) =>
    key === 'compactLayouts'
      ? compactLayoutable === true
      : layoutable === true || !LAID_OUT.has(key)
  return Object.fromEntries(Object.entries(urls).filter(([key]) => isThere(key)))
}

/** Only what has a layout has these, as recorded. */
const LAID_OUT: ReadonlySet<string> = new Set([
  'approvalLayouts',
  'layouts',
  'listviews',
  'quickActions',
])

function addressOf(name: string): string {
  return `/services/data/vxx.0/sobjects/${name}`
}

import { field, lookup, readOnly } from '../../schema/field.ts'
import { auditFields, DERIVED_ONLY, identityFields, object } from '../../schema/object.ts'
import type { StandardObject } from '../standard-object.ts'

const READ = { createable: false, updateable: false }
const FLAGS = { ...DERIVED_ONLY, retrieveable: false, replicateable: false }

/** https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/reference_objects_sosl_limits.htm */
const SEARCHED = { ...FLAGS, searchable: true }

const strings = (...names: readonly string[]) => names.map((name) => readOnly(name, 'string'))
const booleans = (...names: readonly string[]) => names.map((name) => readOnly(name, 'boolean'))

const idOnly = (label: string) => identityFields(label).filter(({ name }) => name === 'Id')

/** https://developer.salesforce.com/docs/platform/api-tooling/references/tooling-objects/tooling-entitydefinition.html */
const entityDefinition: StandardObject = {
  describe: object({
    name: 'EntityDefinition',
    keyPrefix: '4ie',
    flags: SEARCHED,
    fields: [
      ...idOnly('Entity Definition'),
      ...strings('DurableId', 'QualifiedApiName', 'NamespacePrefix', 'DeveloperName'),
      ...strings('MasterLabel', 'Label', 'PluralLabel', 'KeyPrefix', 'PublisherId'),
      ...booleans('IsCustomizable', 'IsCustomSetting', 'IsDeprecatedAndHidden', 'IsQueryable'),
      ...booleans('IsSearchable', 'IsRetrieveable', 'IsReplicateable', 'IsLayoutable'),
      ...booleans('IsCompactLayoutable', 'IsSearchLayoutable', 'IsTriggerable'),
      ...booleans('IsApexTriggerable', 'IsMruEnabled', 'IsFeedEnabled', 'IsEverCreatable'),
      ...booleans('IsEverUpdatable', 'IsEverDeletable', 'IsInterface', 'IsSubtype', 'HasSubtypes'),
    ],
  }),
}

/** https://developer.salesforce.com/docs/platform/api-tooling/references/tooling-objects/tooling-fielddefinition.html */
const fieldDefinition: StandardObject = {
  describe: object({
    name: 'FieldDefinition',
    keyPrefix: null,
    flags: SEARCHED,
    fields: [
      ...idOnly('Field Definition'),
      ...strings('DurableId', 'QualifiedApiName'),
      // A text, for the objects of Salesforce are known by their names.
      readOnly('EntityDefinitionId', 'string', {
        referenceTo: ['EntityDefinition'],
        relationshipName: 'EntityDefinition',
      }),
      ...strings('NamespacePrefix', 'DeveloperName', 'MasterLabel', 'Label', 'DataType'),
      ...strings('ValueTypeId', 'ExtraTypeInfo', 'PublisherId', 'RelationshipName'),
      ...strings('ReferenceTargetField'),
      readOnly('ReferenceTo', 'complexvalue', { filterable: false, sortable: false }),
      readOnly('Description', 'textarea'),
      readOnly('Length', 'int'),
      readOnly('Precision', 'int'),
      readOnly('Scale', 'int'),
      ...booleans('IsCalculated', 'IsHighScaleNumber', 'IsHtmlFormatted', 'IsNameField'),
      ...booleans('IsNillable', 'IsIndexed', 'IsApiFilterable', 'IsApiSortable'),
      ...booleans('IsApiGroupable', 'IsCompound', 'IsPolymorphicForeignKey'),
    ],
  }),
  children: { EntityDefinitionId: 'Fields' },
}

/** https://developer.salesforce.com/docs/platform/field-reference/references/field-reference/salesforce-field-reference-listview.html */
const listView: StandardObject = {
  describe: object({
    name: 'ListView',
    keyPrefix: '00B',
    flags: { ...FLAGS, retrieveable: true },
    fields: [
      ...idOnly('List View'),
      readOnly('Name', 'string', { label: 'View Name', length: 40, nameField: true }),
      readOnly('DeveloperName', 'string', { label: 'View Unique Name', length: 80 }),
      readOnly('NamespacePrefix', 'string', { length: 15 }),
      readOnly('SobjectType', 'picklist', { label: 'Custom Object Definition ID', length: 40 }),
      readOnly('IsSoqlCompatible', 'boolean', { label: 'Is SOQL Compatible' }),
      ...auditFields(),
      readOnly('LastViewedDate', 'datetime'),
      readOnly('LastReferencedDate', 'datetime'),
    ],
  }),
}

/** https://developer.salesforce.com/docs/platform/field-reference/references/field-reference/salesforce-field-reference-recentlyviewed.html */
const recentlyViewed: StandardObject = {
  describe: object({
    name: 'RecentlyViewed',
    label: 'Recently Viewed',
    labelPlural: 'Recently Viewed',
    keyPrefix: null,
    flags: FLAGS,
    fields: [
      ...idOnly('Recently Viewed'),
      readOnly('Name', 'string', { nameField: true }),
      readOnly('LastName', 'string', { length: 80 }),
      readOnly('FirstName', 'string', { length: 40 }),
      readOnly('Type', 'picklist', { length: 40 }),
      readOnly('Alias', 'string', { length: 8 }),
      lookup('UserRoleId', ['UserRole'], READ),
      lookup('RecordTypeId', ['RecordType'], READ),
      readOnly('IsActive', 'boolean', { label: 'Active' }),
      lookup('ProfileId', ['Profile'], READ),
      readOnly('Title', 'string', { length: 80 }),
      field('Email', 'email', READ),
      field('Phone', 'phone', READ),
      readOnly('LastViewedDate', 'datetime'),
      readOnly('LastReferencedDate', 'datetime'),
    ],
  }),
}

/** What an org tells of its own objects, fields and lists, and of what a user has seen last. */
export const definitions: readonly StandardObject[] = [
  entityDefinition,
  fieldDefinition,
  listView,
  recentlyViewed,
]

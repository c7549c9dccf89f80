import type { Access } from '../access/access.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { nameFieldOf } from '../schema/schema.ts'
import type { AskedValues, Row } from '../soql/source.ts'
import { dataTypeOf } from '../standard/data-type.ts'
import { makeId } from './ids.ts'
import type { OrgState } from './state.ts'

/** These rows have no ids of their own, only durable ones. */
const NO_ID = '000000000000000AAA'

/** EntityDefinition: the objects a user may see, one row each. */
export function entityRows(state: OrgState, access: Access): Row[] {
  return visibleObjects(state, access).map((describe) => entityRow(state, describe))
}

/** FieldDefinition: the fields of the objects a query asks for. */
export function fieldRows(state: OrgState, access: Access, asked: AskedValues): Row[] {
  const names = asked.get('EntityDefinition.QualifiedApiName') ?? asked.get('EntityDefinitionId')
  const isAsked = (describe: ObjectDescribe) =>
    names?.some((name) => isSame(name, describe.name) || name === durableId(state, describe)) ??
    true
  return visibleObjects(state, access)
    .filter(isAsked)
    .flatMap((describe) => describe.fields.map((field) => fieldRow(state, describe, field)))
}

/** The objects a user may see, as the user sees them. */
export function visibleObjects({ schema }: OrgState, access: Access): ObjectDescribe[] {
  return schema.objects().flatMap(({ name }) => access.describe(name) ?? [])
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** An object of Salesforce is known by its name, one of the org's own by an id. */
function durableId({ schema }: OrgState, { name, custom }: ObjectDescribe): string {
  if (!custom) return name
  return makeId('01I', schema.objects().findIndex((one) => one.name === name) + 1).slice(0, 15)
}

function entityRow(state: OrgState, describe: ObjectDescribe): Row {
  const flag = (name: string) => describe[name] === true
  const { label, labelPlural, keyPrefix, custom, createable, updateable, deletable } = describe
  return {
    Id: NO_ID,
    DurableId: durableId(state, describe),
    ...named(describe.name, custom),
    MasterLabel: label,
    Label: label,
    PluralLabel: labelPlural,
    KeyPrefix: keyPrefix,
    IsCustomizable: custom || flag('layoutable'),
    IsCustomSetting: flag('customSetting'),
    IsDeprecatedAndHidden: flag('deprecatedAndHidden'),
    IsQueryable: describe.queryable,
    IsSearchable: flag('searchable'),
    IsRetrieveable: flag('retrieveable'),
    IsReplicateable: flag('replicateable'),
    IsLayoutable: flag('layoutable'),
    IsCompactLayoutable: flag('compactLayoutable'),
    IsSearchLayoutable: flag('searchLayoutable'),
    IsTriggerable: flag('triggerable'),
    IsApexTriggerable: flag('triggerable'),
    IsMruEnabled: flag('mruEnabled'),
    IsFeedEnabled: flag('feedEnabled'),
    IsEverCreatable: createable,
    IsEverUpdatable: updateable,
    IsEverDeletable: deletable,
    IsInterface: flag('isInterface'),
    IsSubtype: flag('isSubtype'),
    HasSubtypes: flag('hasSubtypes'),
  }
}

function fieldRow(state: OrgState, describe: ObjectDescribe, field: FieldDescribe): Row {
  const { name, custom, label, length, nillable, referenceTo, relationshipName } = field
  const flag = (key: string) => field[key] === true
  const entityId = durableId(state, describe)
  return {
    Id: NO_ID,
    DurableId: `${entityId}.${name}`,
    EntityDefinitionId: entityId,
    ...named(name, custom),
    MasterLabel: label,
    Label: label,
    DataType: dataTypeOf(field, (target) => state.schema.object(target)?.label ?? target),
    ValueTypeId: field.type,
    ExtraTypeInfo: field['extraTypeInfo'],
    RelationshipName: relationshipName,
    ReferenceTargetField: field['referenceTargetField'],
    ReferenceTo: { referenceTo: referenceTo.length > 0 ? referenceTo : null },
    Description: null,
    Length: length,
    Precision: field['precision'],
    Scale: field['scale'],
    IsCalculated: field.calculated,
    IsHighScaleNumber: flag('highScaleNumber'),
    IsHtmlFormatted: flag('htmlFormatted'),
    IsNameField: name === nameFieldOf(describe),
    IsNillable: nillable,
    IsIndexed: field.unique || field.externalId || field.idLookup || referenceTo.length > 0,
    IsApiFilterable: field.filterable,
    IsApiSortable: field.sortable,
    IsApiGroupable: field.groupable,
    IsCompound: field.type === 'address' || field.type === 'location',
    IsPolymorphicForeignKey: flag('polymorphicForeignKey'),
  }
}

/** "acme__Handoff__c" is called Handoff, and comes with acme. */
function named(name: string, custom: boolean) {
  const [, namespace, own = name] = /^(?:([A-Za-z]\w*?)__)?(\w+?)__\w$/.exec(name) ?? []
  return {
    QualifiedApiName: name,
    NamespacePrefix: namespace ?? null,
    DeveloperName: own,
    PublisherId: namespace ?? (custom ? '<local>' : 'System'),
  }
}

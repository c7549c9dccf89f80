import { grantOf } from '../org/record-types.ts'
import type { OrgState } from '../org/state.ts'
import type { FieldDescribe, ObjectDescribe } from '../schema/describe.ts'
import { mayNotBeEmpty } from '../schema/field.ts'
import { withOwnDefault } from '../org/currencies.ts'
import type { Access } from './access.ts'
import type { UserRights } from './object-rights.ts'

/** The describe a user gets: hidden fields left out, flags as the user's rights allow. */
export function visibleDescribe(
  state: OrgState,
  { userId, rights }: Pick<Access, 'userId' | 'rights'>,
  name: string,
): ObjectDescribe | undefined {
  const describe = state.schema.object(name)
  if (!describe) return undefined
  const grant = rights.object(describe.name)
  if (!grant.read) return undefined
  return {
    ...describe,
    createable: describe.createable && grant.create,
    updateable: describe.updateable && grant.edit,
    deletable: describe.deletable && grant.delete,
    fields: describe.fields.flatMap((field) => {
      const seen = visibleField(field, describe, rights)
      return seen ? withOwnDefault(state, userId, seen) : []
    }),
    recordTypeInfos: visibleTypes(state, rights, describe),
    childRelationships: describe.childRelationships.filter(({ childSObject }) =>
      isVisibleChild(state, rights, childSObject),
    ),
  }
}

/**
 * Whether nobody can hide a field from whoever sees the object, as one that is required; of users, what is personal
 * can be. Nor has what the org itself keeps of a record any field-level security.
 */
export function isAlwaysSeen({ name }: ObjectDescribe, field: FieldDescribe): boolean {
  return SYSTEM.has(field.name) || (name !== 'User' && mayNotBeEmpty(field))
}

const SYSTEM: ReadonlySet<string> = new Set([
  'CreatedById',
  'CreatedDate',
  'Id',
  'IsDeleted',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
])

function visibleField(
  field: FieldDescribe,
  describe: ObjectDescribe,
  rights: UserRights,
): FieldDescribe | undefined {
  if (isAlwaysSeen(describe, field)) return field
  const grant = rights.field(describe.name, field.name)
  if (!grant.read) return undefined
  if (grant.edit) return field
  return { ...field, createable: false, updateable: false }
}

/** Children that this demo does not build stay listed, as in the recorded describes. */
function isVisibleChild(state: OrgState, rights: UserRights, childName: string): boolean {
  return !state.schema.object(childName) || rights.object(childName).read
}

/** The record types of an object, of which a user may give a new record some. */
function visibleTypes(
  { recordTypes }: OrgState,
  rights: UserRights,
  { recordTypeInfos }: ObjectDescribe,
): unknown {
  if (!Array.isArray(recordTypeInfos) || recordTypes.length === 0) return recordTypeInfos
  const grants = recordTypes.map((type) => ({ id: type.id, ...grantOf(rights, type) }))
  const infos = recordTypeInfos.map((info: Readonly<Record<string, unknown>>) => {
    const grant = grants.find(({ id }) => id === info['recordTypeId'])
    if (!grant) return info
    return { ...info, available: grant.visible, defaultRecordTypeMapping: grant.isDefault }
  })
  return infos
}

import { textOf } from '../records/text.ts'
import type { OrgState } from '../org/state.ts'
import type { ObjectDescribe } from '../schema/describe.ts'
import {
  anyGrants,
  type FieldGrant,
  type ObjectGrant,
  type PermissionSet,
  type RecordTypeGrant,
} from './grants.ts'

/** What a user may do with an object and with all data, whoever owns the records. */
export interface UserRights {
  readonly object: (name: string) => ObjectGrant
  readonly field: (objectName: string, fieldName: string) => FieldGrant
  /** Whether a profile or permission set gives a user permission such as `ViewAllData`. */
  readonly has: (permission: string) => boolean
  /** Whether one of them names a permission, which alone counts for custom ones: an administrator has none by himself. */
  readonly isGiven: (permission: string) => boolean
  /** What the profile says of a record type; undefined where it says nothing of its object's. */
  readonly recordType: (objectName: string, developerName: string) => RecordTypeGrant | undefined
}

/** Objects that describe the org: everyone reads them, administrators change them. */
const SETUP = new Set(
  [
    'User',
    'UserRole',
    'Profile',
    'Group',
    'GroupMember',
    'PermissionSet',
    'PermissionSetAssignment',
    'Organization',
    'RecordType',
    'Holiday',
    'BusinessHours',
    'QueueSobject',
    'StaticResource',
  ].map((name) => name.toLowerCase()),
)

/**
 * Standard objects that a profile gives rights to one by one; the others follow these, or are everybody's.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_objectpermissions.htm
 */
const GIVEN_BY_PROFILE = new Set(
  [
    'Account',
    'Asset',
    'Campaign',
    'Case',
    'Contact',
    'Contract',
    'Lead',
    'Opportunity',
    'Order',
    'Pricebook2',
    'Product2',
    'Quote',
  ].map((name) => name.toLowerCase()),
)

const EVERYTHING = rights('read create edit delete')
const NOTHING = rights('')
const READ_ONLY = rights('read')
const OPEN_FIELD: FieldGrant = { read: true, edit: true }

/** The rights of a user: those of the profile and of every assigned permission set together. */
export function rightsOf(state: OrgState, userId: string): UserRights {
  const { grants } = state
  const profileName = profileNameOf(state, userId)
  const profile = grants.profiles.get(profileName.toLowerCase())
  const sets = [...(profile ? [profile] : []), ...assignedSets(state, userId)]
  const isCalledSo = state.file.users.some(({ id, isAdmin }) => id === userId && isAdmin === true)
  const isAdmin = profile === undefined && (isCalledSo || /admin/i.test(profileName))
  const isGiven = (permission: string) => sets.some(({ user }) => user.has(permission))
  const has = (permission: string) => isAdmin || isGiven(permission)
  return {
    has,
    isGiven,
    recordType: (objectName, developerName) => {
      const prefix = `${objectName}.`.toLowerCase()
      const isSpelled = [...(profile?.recordTypes.keys() ?? [])].some((key) =>
        key.startsWith(prefix),
      )
      if (!profile || !isSpelled) return undefined
      const key = `${prefix}${developerName.toLowerCase()}`
      const visible = anyGrants(
        sets.map(({ recordTypes }) => recordTypes.get(key)),
        'visible',
      )
      return { visible, isDefault: profile.recordTypes.get(key)?.isDefault === true }
    },
    object: (name) => {
      const key = name.toLowerCase()
      if (/__(?:share|history)$/.test(key)) return attendantGrant(rightsOf(state, userId), key)
      const isGuarded = grants.guardedObjects.has(key) || (profile && isGivenByProfile(key))
      const usual = isGuarded ? NOTHING : usualRights(key, isAdmin)
      const given = [usual, ...sets.map(({ objects }) => objects.get(key))]
      return withAllData(combine(given), has)
    },
    field: (objectName, fieldName) => {
      // The numbers of a place are granted with it.
      const whole = fieldName.replace(/__(?:latitude|longitude)__s$/i, '__c')
      const key = `${objectName}.${whole}`.toLowerCase()
      if (!grants.guardedFields.has(key) && !profile?.fields.has(key)) return OPEN_FIELD
      const given = sets.map(({ fields }) => fields.get(key))
      const edit = anyGrants(given, 'edit')
      return { read: edit || anyGrants(given, 'read'), edit }
    },
  }
}

/** The permission sets assigned to a user, in no particular order. */
function assignedSets(state: OrgState, userId: string): readonly PermissionSet[] {
  return state.store
    .table('PermissionSetAssignment')
    .where('AssigneeId', userId)
    .map((row) => state.store.table('PermissionSet').get(String(row['PermissionSetId'])))
    .map((row) => state.grants.permissionSets.get(String(row?.['Name']).toLowerCase()))
    .filter((set) => set !== undefined)
}

function isGivenByProfile(key: string): boolean {
  return GIVEN_BY_PROFILE.has(key) || key.endsWith('__c')
}

/** Whether an object is one of those that only administrators change. */
export function isSetupObject({ name }: Pick<ObjectDescribe, 'name'>): boolean {
  return SETUP.has(name.toLowerCase())
}

function profileNameOf(state: OrgState, userId: string): string {
  const profileId = state.store.table('User').get(userId)?.['ProfileId']
  return textOf(state.store.table('Profile').get(textOf(profileId))?.['Name'] ?? 'Standard User')
}

function usualRights(key: string, isAdmin: boolean): ObjectGrant {
  return SETUP.has(key) && !isAdmin ? READ_ONLY : EVERYTHING
}

function withAllData(grant: ObjectGrant, has: (permission: string) => boolean): ObjectGrant {
  if (has('ModifyAllData')) return { ...EVERYTHING, viewAll: true, modifyAll: true }
  return has('ViewAllData') ? { ...grant, read: true, viewAll: true } : grant
}

/** Sharing and history tables go with their object: whoever may read it may see them. */
function attendantGrant(own: UserRights, key: string): ObjectGrant {
  const parent = own.object(key.replace(/__(?:share|history)$/, '__c'))
  const write = parent.read && key.endsWith('__share')
  return { ...parent, create: write, edit: write, delete: write }
}

/** Edit implies read, modify all implies everything, as in Salesforce's own editor. */
function combine(given: readonly (ObjectGrant | undefined)[]): ObjectGrant {
  const gives = (right: keyof ObjectGrant) => anyGrants(given, right)
  const modifyAll = gives('modifyAll')
  const edit = modifyAll || gives('edit')
  const viewAll = modifyAll || gives('viewAll')
  const remove = modifyAll || gives('delete')
  const create = gives('create')
  return {
    read: edit || viewAll || remove || create || gives('read'),
    create,
    edit,
    delete: remove,
    viewAll,
    modifyAll,
  }
}

function rights(words: string): ObjectGrant {
  const has = (word: string) => words.split(' ').includes(word)
  return {
    read: has('read'),
    create: has('create'),
    edit: has('edit'),
    delete: has('delete'),
    viewAll: false,
    modifyAll: false,
  }
}

/** What a profile or permission set allows on one object. */
export interface ObjectGrant {
  readonly read: boolean
  readonly create: boolean
  readonly edit: boolean
  readonly delete: boolean
  readonly viewAll: boolean
  readonly modifyAll: boolean
}

/** What a profile or permission set allows on one field. */
export interface FieldGrant {
  readonly read: boolean
  readonly edit: boolean
}

/** What a profile or permission set allows of one record type; only a profile names a default. */
export interface RecordTypeGrant {
  readonly visible: boolean
  readonly isDefault: boolean
}

/** A profile or a permission set, as far as records and fields are concerned. */
export interface PermissionSet {
  readonly name: string
  readonly label: string
  /** By object name, lower case. */
  readonly objects: ReadonlyMap<string, ObjectGrant>
  /** By `Object.Field`, lower case. */
  readonly fields: ReadonlyMap<string, FieldGrant>
  readonly user: ReadonlySet<string>
  /** By object and API name, lower case. */
  readonly recordTypes: ReadonlyMap<string, RecordTypeGrant>
}

/** The permission sets of an org and what only they can open. */
export interface Grants {
  /** By name, lower case. */
  readonly permissionSets: Map<string, PermissionSet>
  /** By name, lower case: profiles that the org folder spells out. */
  readonly profiles: Map<string, PermissionSet>
  /** Objects (lower case) that nobody may use without a grant: those of a deployment. */
  readonly guardedObjects: Set<string>
  /** Fields (`object.field`, lower case) that nobody may see without a grant. */
  readonly guardedFields: Set<string>
}

/** No permission sets, nothing guarded. */
export function noGrants(): Grants {
  return {
    permissionSets: new Map(),
    profiles: new Map(),
    guardedObjects: new Set(),
    guardedFields: new Set(),
  }
}

/** Whether any of the grants gives what is asked for. */
export function anyGrants<Grant>(
  grants: readonly (Grant | undefined)[],
  right: keyof Grant,
): boolean {
  return grants.some((grant) => grant?.[right] === true)
}

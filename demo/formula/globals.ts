import type { OrgState } from '../org/state.ts'
import type { Row } from '../soql/source.ts'
import type { Global } from './path.ts'

/** The row that a global stands for as this user reads it. */
export function globalRow(state: OrgState, userId: string, global: Global): Row | undefined {
  switch (global.kind) {
    case 'own':
      return ownRow(state, userId, global.object)
    case 'setting':
      return setting(state, userId, global.object)
    case 'metadata':
      return metadata(state, global)
  }
}

function ownRow(state: OrgState, userId: string, objectName: string): Row | undefined {
  if (objectName === 'Organization') return state.store.table(objectName).get(state.file.orgId)
  const user = state.store.table('User').get(userId)
  if (objectName === 'User') return user
  const id = user?.[objectName === 'Profile' ? 'ProfileId' : 'UserRoleId']
  return state.store.table(objectName).get(String(id))
}

/**
 * What a custom setting says to the user, else to his profile, else to the org, field by field.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_settings.htm
 */
function setting({ file, schema, store }: OrgState, userId: string, objectName: string): Row {
  const table = store.table(schema.object(objectName)?.name ?? objectName)
  const profileId = store.table('User').get(userId)?.['ProfileId']
  const owners = [file.orgId, String(profileId), userId]
  const rows = owners.flatMap((id) => table.where('SetupOwnerId', id))
  const said = rows.flatMap((row) => Object.entries(row).filter(([, value]) => value !== null))
  return Object.fromEntries(said)
}

function metadata({ schema, store }: OrgState, { object, record }: Global): Row | undefined {
  const wanted = record?.toLowerCase()
  return [...store.table(schema.object(object)?.name ?? object).all()].find(
    (row) => String(row['DeveloperName']).toLowerCase() === wanted,
  )
}

/** The text of `$Label.Name`, as `customLabels` of `org.json` has it. */
export function labelOf({ file }: OrgState, path: string): string | null {
  const wanted = path.slice('$Label.'.length).toLowerCase()
  const found = Object.entries(file.customLabels).find(([name]) => name.toLowerCase() === wanted)
  return found?.[1] ?? null
}

/** What `VLOOKUP` may give; each has a function of its own. */
export const LOOKED_UP = ['string', 'number', 'boolean', 'date', 'datetime', 'time'] as const
export type LookedUp = (typeof LOOKED_UP)[number]

/**
 * `VLOOKUP`: what a record has in one field that has the value in another; rights and sharing do not count.
 * https://help.salesforce.com/s/articleView?id=platform.customize_functions_vlookup.htm
 */
export function lookups({ schema, store }: OrgState) {
  const look = (wanted: string, by: string, value: string | null): unknown => {
    const [objectName = '', field = ''] = wanted.split('.')
    const [, byField = ''] = by.split('.')
    const described = schema.object(objectName)
    const named = (name: string) =>
      described?.fields.find((one) => one.name.toLowerCase() === name.toLowerCase())?.name ?? name
    const rows =
      value === null ? [] : store.table(described?.name ?? '').where(named(byField), value)
    return [...rows].find((row) => row['IsDeleted'] !== true)?.[named(field)] ?? null
  }
  return Object.fromEntries(LOOKED_UP.map((kind) => [`VLOOKUP_${kind}`, look] as const))
}

import type { ObjectDescribe } from '../schema/describe.ts'
import { isAlwaysSeen } from '../access/visible-schema.ts'
import { fieldOf } from '../schema/schema.ts'
import { standardObjects } from '../standard/standard-objects.ts'
import { toLongId } from './ids.ts'
import { orgSeedSchema, type OrgFile, type OrgSeed, type OrgUser } from './seed.ts'
import type { OrgState } from './state.ts'

/** What an org has that says nothing: its keys are all the switches there are. */
const usual = orgSeedSchema.parse({ org: { myDomain: 'usual', users: [] } }).org
const SWITCHES: ReadonlySet<string> = new Set([
  ...Object.keys(usual.switches),
  'accountTeams',
  'datedExchangeRates',
  'multiCurrency',
  'personAccounts',
  'stateCountryPicklists',
])

/** Warns of names in `org.json` that mean nothing to the org, and would be passed over. */
export function checkOrgFile(state: OrgState, { org }: OrgSeed): void {
  const faults = [
    ...Object.keys(org.switches)
      .filter((name) => !SWITCHES.has(name))
      .map((name) => `switches: there is no switch ${name}`),
    ...Object.keys(org.sharing).flatMap((name) => sharingFault(state, name)),
    ...org.profiles.flatMap((one, at) => rightFaults(state, one, `profiles.${at}`)),
    ...org.permissionSets.flatMap((one, at) => rightFaults(state, one, `permissionSets.${at}`)),
    ...org.users.flatMap((user, at) =>
      userFaults(state, org.users, user).map((said) => `users.${at}.${said}`),
    ),
  ]
  for (const fault of faults) process.emitWarning(`org.json, ${fault}.`)
}

function sharingFault({ schema }: OrgState, name: string): readonly string[] {
  const described = objectNamed(schema, name)
  if (!described) return [`sharing: the org has no object ${name}`]
  return described.name === name ? [] : [`sharing.${name}: the object is called ${described.name}`]
}

/** An object of this org, or one that a switch keeps from it. */
function objectNamed(schema: OrgState['schema'], name: string): ObjectDescribe | undefined {
  const standard = standardObjects().map(({ describe }) => describe)
  const isNamed = (one: ObjectDescribe) => one.name.toLowerCase() === name.toLowerCase()
  return schema.object(name) ?? standard.find(isNamed)
}

/** What a profile or permission set says of objects and fields that are not there. */
function rightFaults(
  { schema }: OrgState,
  { objectPermissions, fieldPermissions }: OrgFile['profiles' | 'permissionSets'][number],
  place: string,
): readonly string[] {
  const unknownObjects = objectPermissions.filter(({ object }) => !objectNamed(schema, object))
  const described = (one: { readonly field: string }) => {
    const [object = '', name = ''] = one.field.split('.')
    const describe = objectNamed(schema, object)
    const field = describe && fieldOf(describe, name)
    return field && { describe, field }
  }
  const unknownFields = fieldPermissions.filter((one) => !described(one))
  const required = fieldPermissions.filter((one) => {
    const found = one.editable !== true && described(one)
    return found && isAlwaysSeen(found.describe, found.field)
  })
  return [
    ...unknownObjects.map(({ object }) => `${place}: the org has no object ${object}`),
    ...unknownFields.map(({ field }) => `${place}: the org has no field ${field}`),
    ...required.map(({ field }) => `${place}: nobody can hide or lock ${field}, which is required`),
  ]
}

function userFaults(
  { store, file }: OrgState,
  users: readonly OrgUser[],
  { manager, permissionSets }: OrgUser,
): readonly string[] {
  const isManager = ({ id, username, name }: OrgUser) =>
    [id, username, name].includes(toLongId(manager ?? ''))
  const sets = store.table('PermissionSet')
  const isSet = (name: string) =>
    sets.where('Name', name).length + sets.where('Label', name).length > 0
  // Without the package its permission sets are missing on purpose.
  const lacking = file.switches.packageInstalled ? permissionSets.filter((one) => !isSet(one)) : []
  return [
    ...(manager && !users.some(isManager) ? [`manager: there is no user ${manager}`] : []),
    ...lacking.map((name) => `permissionSets: the org has no permission set ${name}`),
  ]
}

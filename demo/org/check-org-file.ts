import { standardObjects } from '../standard/standard-objects.ts'
import { toLongId } from './ids.ts'
import { orgSeedSchema, type OrgSeed, type OrgUser } from './seed.ts'
import type { OrgState } from './state.ts'

/** What an org has that says nothing: its keys are all the switches there are. */
const usual = orgSeedSchema.parse({ org: { myDomain: 'usual', users: [] } }).org
const SWITCHES: ReadonlySet<string> = new Set([...Object.keys(usual.switches), 'accountTeams'])

/** Warns of names in `org.json` that mean nothing to the org, and would be passed over. */
export function checkOrgFile(state: OrgState, { org }: OrgSeed): void {
  const faults = [
    ...Object.keys(org.switches)
      .filter((name) => !SWITCHES.has(name))
      .map((name) => `switches: there is no switch ${name}`),
    ...Object.keys(org.sharing).flatMap((name) => sharingFault(state, name)),
    ...org.users.flatMap((user, at) =>
      userFaults(state, org.users, user).map((said) => `users.${at}.${said}`),
    ),
  ]
  for (const fault of faults) process.emitWarning(`org.json, ${fault}.`)
}

/** What a switch keeps from the org may be named all the same. */
function sharingFault({ schema }: OrgState, name: string): readonly string[] {
  const standard = standardObjects().map(({ describe }) => describe)
  const isName = (one: { readonly name: string }) => one.name.toLowerCase() === name.toLowerCase()
  const described = schema.object(name) ?? standard.find(isName)
  if (!described) return [`sharing: the org has no object ${name}`]
  return described.name === name ? [] : [`sharing.${name}: the object is called ${described.name}`]
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

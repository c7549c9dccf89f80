import { openLevel } from '../access/levels.ts'
import type { Row } from '../soql/source.ts'
import { toDateTime } from '../records/datetime.ts'
import { corporateOf } from './currencies.ts'
import { toLongId } from './ids.ts'
import { defaultRow } from './default-row.ts'
import { readSeed } from './seed-records.ts'
import { systemUser } from './system-user.ts'
import type { OrgSeed, OrgUser } from './seed.ts'
import type { OrgState } from './state.ts'

/** Puts the organization, its profiles, roles and users, as far as `org.json` tells them. */
export function putPeople(state: OrgState, { org, records }: OrgSeed): void {
  putOrganization(state)
  for (const role of records['UserRole'] ?? []) putRow(state, 'UserRole', role)
  for (const profile of records['Profile'] ?? []) putRow(state, 'Profile', profile)
  for (const user of org.users) putUser(state, user)
  for (const user of org.users) linkManager(state, user, org.users)
}

/** How Organization spells what everybody may do with the records of an object. */
const openWords = { None: 'None', Read: 'Read', Edit: 'Edit', All: 'ReadEditTransfer' } as const

function putOrganization(state: OrgState): void {
  const { file } = state
  putRow(state, 'Organization', {
    Id: file.orgId,
    Name: file.name,
    TimeZoneSidKey: file.timeZone,
    DefaultLocaleSidKey: file.locale,
    LanguageLocaleKey: 'en_US',
    IsSandbox: file.isSandbox ?? file.myDomain.includes('--'),
    OrganizationType: 'Enterprise Edition',
    InstanceName: 'DEMO1',
    FiscalYearStartMonth: file.fiscalYearStart,
    ...Object.fromEntries(
      ['Account', 'Opportunity', 'Lead', 'Case'].map((name) => [
        `Default${name}Access`,
        openWords[openLevel(file.sharing[name] ?? 'ReadWrite')],
      ]),
    ),
  })
}

function putUser(state: OrgState, user: OrgUser): void {
  putRow(state, 'User', {
    Id: user.id,
    Username: user.username,
    Name: user.name,
    Email: user.email ?? user.username,
    ...cardOf(user),
    IsActive: user.active,
    UserType: 'Standard',
    TimeZoneSidKey: user.timeZone ?? state.file.timeZone,
    LocaleSidKey: user.locale ?? state.file.locale,
    LanguageLocaleKey: user.language ?? 'en_US',
    DefaultCurrencyIsoCode: user.currency ?? corporateOf(state),
    CurrencyIsoCode: user.currency ?? corporateOf(state),
    ProfileId: profileId(state, profileName(user)),
    UserRoleId: roleId(state, user),
  })
}

function cardOf({ name, username, ...user }: OrgUser): Row {
  const [first = '', ...rest] = name.split(' ')
  return {
    FirstName: user.firstName ?? (rest.length > 0 ? first : null),
    LastName: user.lastName ?? (rest.join(' ') || first),
    Alias: user.alias ?? username.slice(0, 8),
    Title: user.title ?? null,
    Department: user.department ?? null,
    Phone: user.phone ?? null,
  }
}

const profileName = (user: OrgUser): string =>
  user.profile ?? (user.isAdmin === true ? 'System Administrator' : 'Standard User')

function profileId(state: OrgState, name: string): string {
  const [known] = state.store.table('Profile').where('Name', name)
  return known
    ? String(known['Id'])
    : putRow(state, 'Profile', { Name: name, UserType: 'Standard' })
}

function roleId(state: OrgState, user: OrgUser): string | null {
  if (user.roleId) return toLongId(user.roleId)
  if (!user.role) return null
  const [known] = state.store.table('UserRole').where('Name', user.role)
  return known ? String(known['Id']) : putRow(state, 'UserRole', { Name: user.role })
}

/** A manager is named by id, user name or name. */
function linkManager(state: OrgState, user: OrgUser, users: readonly OrgUser[]): void {
  const named = user.manager
  const manager = users.find(
    (one) => named && [one.id, one.username, one.name].includes(toLongId(named)),
  )
  const row = state.store.table('User').get(user.id)
  if (row && manager) state.store.put('User', { ...row, ManagerId: manager.id })
}

function putRow(state: OrgState, objectName: string, values: Row): string {
  const describe = state.schema.object(objectName)
  const id =
    typeof values['Id'] === 'string'
      ? toLongId(values['Id'])
      : state.store.nextId(objectName, describe?.keyPrefix ?? '0zz')
  const now = toDateTime(state.now())
  const base = describe ? defaultRow(describe, { now, userId: systemUser(state) }) : {}
  const read = describe ? readSeed(describe, values) : values
  state.store.put(objectName, { ...base, ...read, Id: id })
  return id
}

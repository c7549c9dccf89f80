import { textOf } from '../records/text.ts'
import { standardLimits } from '../standard/limits.ts'
import { addressesOf, utcOffset } from './user-addresses.ts'
import { accessFor, ok, type Call, type Caller, type Reply } from './call.ts'

/** `/services/data/vXX.X`: the resources there are. */
export function resources({ caller }: Call): Reply {
  const base = `/services/data/v${caller.version}`
  const names = [
    'chatter',
    'compactLayouts',
    'composite',
    'connect',
    'limits',
    'metadata',
    'parameterizedSearch',
    'process',
    'query',
    'queryAll',
    'quickActions',
    'recent',
    'search',
    'sobjects',
    'tabs',
    'theme',
    'tooling',
    'ui-api',
  ]
  const identity = `${caller.origin}/id/${caller.org.state.file.orgId}/${caller.userId}`
  return ok({ ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])), identity })
}

/**
 * Where what is below an address is, by its name.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-composite-get.html
 */
export function below({ caller, path }: Call, names: readonly string[]): Reply {
  const base = `/services/data/v${caller.version}/${path.join('/')}`
  return ok(Object.fromEntries(names.map((name) => [name, `${base}/${name}`])))
}

/** `/limits`: how much of the day's API calls is left. */
export function limits({ caller }: Call): Reply {
  const most = caller.org.state.file.switches.dailyApiRequests
  const unused = Object.entries(standardLimits).map(
    ([name, given]) => [name, whole(given)] as const,
  )
  return ok({
    ...Object.fromEntries(unused),
    DailyApiRequests: { Max: most, Remaining: Math.max(0, most - caller.org.calls.count()) },
    PermissionSets: { ...whole(1500), CreateCustom: whole(1000) },
  })
}

const whole = (most: number) => ({ Max: most, Remaining: most })

/** `/limits/recordCount?sObjects=…`: how many records there are, roughly; of all objects where none is named. */
export function recordCount(call: Call): Reply {
  const access = accessFor(call.caller)
  const { store, schema } = call.caller.org.state
  const asked = (call.query.get('sObjects') ?? '').split(',').filter((name) => name !== '')
  const names = asked.length > 0 ? asked : schema.objects().map(({ name }) => name)
  const described = names.flatMap((name) => access.describe(name) ?? [])
  // Objects without records are left out, as recorded.
  const counts = described.map(({ name }) => ({ count: store.table(name).size(), name }))
  return ok({ sObjects: counts.filter(({ count }) => count > 0) })
}

/** Who the caller is, as `/services/oauth2/userinfo` and the identity address tell. */
export function userInfo({ org, userId, version }: Caller) {
  const user = org.state.store.table('User').get(userId) ?? {}
  const { orgId } = org.state.file
  const my = `https://${org.hosts.my}`
  return {
    sub: `https://login.salesforce.com/id/${orgId}/${userId}`,
    user_id: userId,
    organization_id: orgId,
    preferred_username: user['Username'],
    nickname: user['Alias'],
    name: user['Name'],
    email: user['Email'],
    email_verified: true,
    given_name: user['FirstName'],
    family_name: user['LastName'],
    zoneinfo: user['TimeZoneSidKey'],
    photos: { picture: `${my}/profilephoto/005/F`, thumbnail: `${my}/profilephoto/005/T` },
    profile: `${my}/${userId}`,
    picture: `${my}/profilephoto/005/F`,
    address: {},
    is_salesforce_integration_user: false,
    urls: addressesOf(my, { orgId, userId }),
    active: user['IsActive'],
    user_type: 'STANDARD',
    language: user['LanguageLocaleKey'],
    locale: user['LocaleSidKey'],
    utcOffset: utcOffset(textOf(user['TimeZoneSidKey'] ?? 'UTC'), org.state.now()),
    updated_at: new Date(org.state.now().getTime()).toISOString(),
    api_version: version,
  }
}

import { corporateOf, currencyOfUser } from '../org/currencies.ts'
import { textOf } from '../records/text.ts'
import { accessFor, ok, type Call, type Reply } from './call.ts'
import { byMethod } from './row-routes.ts'
import { utcOffset } from './user-addresses.ts'

/**
 * `/connect/organization`: what the org has switched on, and how it is set up for the caller.
 * https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_responses_organization.htm
 */
export function connectOrganization(call: Call): Reply {
  const { orgId, name, switches } = call.caller.org.state.file
  return byMethod(call, {
    GET: () =>
      ok({
        accessTimeout: switches.sessionMinutes,
        features: features(call),
        maintenanceInfo: [],
        name,
        orgId,
        userSettings: userSettings(call),
      }),
  })
}

function features({ caller: { org } }: Call) {
  const { state } = org
  const { chatter } = state.file.switches
  const multiCurrency = state.currencies.length > 0
  return {
    chatter,
    chatterActivity: chatter,
    chatterGroupRecords: chatter,
    chatterMessages: false,
    chatterTopics: false,
    dashboardComponentSnapshots: false,
    // Where there are several, the user's own is told instead.
    defaultCurrencyIsoCode: multiCurrency ? null : corporateOf(state),
    feedPolls: false,
    multiCurrency,
    publisherActions: true,
    trendingTopics: false,
    viralInvitesAllowed: false,
  }
}

function userSettings({ caller }: Call) {
  const { org, userId } = caller
  const { state } = org
  const user = state.store.table('User').get(userId) ?? {}
  const { rights } = accessFor(caller)
  const timeZone = textOf(user['TimeZoneSidKey'] ?? 'UTC')
  const currency = currencyOfUser(state, userId)
  return {
    canFollow: state.file.switches.chatter,
    canModifyAllData: rights.has('ModifyAllData'),
    canViewAllData: rights.has('ViewAllData'),
    currencySymbol: signOf(currency),
    externalUser: false,
    hasAccessToInternalOrg: true,
    hasChatter: state.file.switches.chatter,
    hasRestDataApiAccess: true,
    timeZone: { gmtOffset: utcOffset(timeZone, state.now()) / 3_600_000, name: timeZone },
    userDefaultCurrencyIsoCode: state.currencies.length > 0 ? currency : null,
    userId,
    userLocale: user['LocaleSidKey'] ?? null,
  }
}

function signOf(currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency })
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency
}

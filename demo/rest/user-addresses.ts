/** What identity and userinfo list under `urls`; Salesforce leaves the version for the client to fill in. */
export function addressesOf(my: string, { orgId, userId }: { orgId: string; userId: string }) {
  const soap = `${my}/services/Soap`
  const data = `${my}/services/data/v{version}`
  const shortOrg = orgId.slice(0, 15)
  return {
    enterprise: `${soap}/c/{version}/${shortOrg}`,
    metadata: `${soap}/m/{version}/${shortOrg}`,
    partner: `${soap}/u/{version}/${shortOrg}`,
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    search: `${data}/search/`,
    query: `${data}/query/`,
    recent: `${data}/recent/`,
    tooling_soap: `${soap}/T/{version}/${shortOrg}`,
    tooling_rest: `${data}/tooling/`,
    profile: `${my}/${userId}`,
    feeds: `${data}/chatter/feeds`,
    groups: `${data}/chatter/groups`,
    users: `${data}/chatter/users`,
    feed_items: `${data}/chatter/feed-items`,
    feed_elements: `${data}/chatter/feed-elements`,
    custom_domain: my,
  }
}

const MINUTE = 60_000
const WINTER_AND_SUMMER = ['01', '07']

/** The milliseconds of a time zone before or behind UTC, summer time left out. */
export function utcOffset(timeZone: string, now: Date): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const offsets = WINTER_AND_SUMMER.map((month) =>
    minutesIn(format.format(new Date(`${now.getUTCFullYear()}-${month}-01T00:00:00Z`))),
  )
  return Math.min(...offsets) * MINUTE
}

/** Minutes of "7/1/2026, GMT-03:30"; a bare "GMT" is none. */
function minutesIn(text: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}

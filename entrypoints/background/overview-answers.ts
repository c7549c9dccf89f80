import { type Overview, overviewSchema } from '#lib/messaging/overview-requests.ts'
import type { Answering } from '#lib/messaging/router.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { judged } from './inboxes.ts'
import { learnMoney, knownCurrency } from './money.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type Asked = Omit<Parameters<Answering['overview.read']>[0], 'fresh'>

const DAY = 24 * 60 * 60 * 1000

/** What the worker answers about the handoffs that a manager answers for. */
export function overviewAnswers(office: Office): Pick<Answering, 'overview.read'> {
  const { whereabouts, gateway } = office
  return {
    'overview.read': ({ fresh, ...asked }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        const user = await gateway.identity(org)
        return fresh ? freshOverview(office, { org, user }, asked) : kept(office, user, asked)
      }),
  }
}

const about = ({ scope, days }: Asked) => `overview:${scope}:${days}`

async function kept({ cache }: Office, user: Identity, asked: Asked): Promise<Overview | null> {
  return overviewSchema.safeParse(await cache.read(user, about(asked))).data ?? null
}

interface Whose {
  readonly org: Org
  readonly user: Identity
}

async function freshOverview(
  office: Office,
  { org, user }: Whose,
  { scope, days }: Asked,
): Promise<Overview> {
  const { gateway, cache, ports } = office
  await learnMoney(office, org)
  const readAt = ports.now()
  const since = new Date(Date.parse(readAt) - days * DAY).toISOString()
  const read = await gateway.overview(org, { scope, since })
  const { items, events, stages, mayLookAtAll, isCut } = read
  const currency = await knownCurrency(office, user)
  const terms = { user, now: readAt, known: await office.shelf.known() }
  const overview = {
    identity: user,
    items: items.map((item) =>
      judged(Object.assign({}, item, { currency: item.currency || currency }), terms),
    ),
    events: [...events],
    stages: [...stages],
    mayLookAtAll,
    isCut,
    readAt,
  }
  await cache.keep(user, about({ scope, days }), { value: overview, readAt })
  return overview
}

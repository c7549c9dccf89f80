import { type HistoryPage, historyPageSchema } from '#lib/handoff/history.ts'
import type { historyRequests } from '#lib/messaging/history-requests.ts'
import type { Answering, Caller } from '#lib/messaging/router.ts'
import type { Identity } from '#lib/salesforce/identity.ts'
import { SalesforceError } from '#lib/salesforce/salesforce-error.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type HistoryRequest = keyof typeof historyRequests

const MINUTE = 60 * 1000
const recent = 10 * MINUTE

/** What the worker answers about a deal's history: a call for each page, and none for what was read just now. */
export function historyAnswers(office: Office): Pick<Answering, HistoryRequest> {
  const { gateway, whereabouts } = office
  return {
    'history.read': (asked, caller) => outcomeOf(() => read(office, asked, caller)),
    'history.text': (asked, caller) =>
      outcomeOf(async () => gateway.historyText(await whereabouts.org(caller), asked)),
  }
}

type Asked = Parameters<Answering['history.read']>[0]

async function read(office: Office, asked: Asked, caller: Caller): Promise<HistoryPage> {
  const { gateway, whereabouts, cache, ports } = office
  const org = await whereabouts.org(caller)
  const user = await gateway.identity(org)
  const kept = await cached(office, user, asked)
  const age = kept ? Date.parse(ports.now()) - Date.parse(kept.readAt) : Infinity
  if (kept && !asked.fresh && age < recent) return kept
  try {
    const page = await gateway.history(org, asked)
    await cache.keep(user, about(asked), { value: page, readAt: page.readAt })
    return page
  } catch (error) {
    if (kept && isAway(error)) return kept
    throw error
  }
}

const about = ({ opportunityId, page }: Asked) => `history:${opportunityId}:${page}`

async function cached({ cache }: Office, user: Identity, asked: Asked) {
  return historyPageSchema.safeParse(await cache.read(user, about(asked))).data ?? null
}

function isAway(error: unknown): boolean {
  return (
    error instanceof SalesforceError && (error.kind === 'offline' || error.kind === 'unreachable')
  )
}

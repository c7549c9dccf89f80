import {
  type Closeness,
  fittingTitles,
  nearness,
  reasonsFor,
  stranger,
} from '#lib/handoff/closeness.ts'
import type { Answering } from '#lib/messaging/router.ts'
import type { FoundUser } from '#lib/messaging/user-requests.ts'
import type { Colleagues } from '#lib/salesforce/colleagues.ts'
import type { Context } from '#lib/salesforce/context.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import { cachedContext, recentContext } from './contexts.ts'
import type { Office } from './office.ts'
import { outcomeOf } from './outcome.ts'

type Seeking = Parameters<Answering['users.search']>[0]['seeking']

type UserRequest = 'users.search' | 'users.contacts' | 'users.calendars' | 'users.access'

/** What the worker answers when a colleague or somebody at the customer is looked for, or a time with them. */
export function userAnswers(office: Office): Pick<Answering, UserRequest> {
  const { whereabouts, gateway } = office
  return {
    'users.calendars': (asked, caller) =>
      outcomeOf(async () => gateway.calendars(await whereabouts.org(caller), asked)),
    'users.access': (asked, caller) =>
      outcomeOf(async () => ({
        mayRead: await gateway.access(await whereabouts.org(caller), asked),
      })),
    'users.search': ({ opportunityId, text, seeking }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        const isOpen = text.trim() === ''
        if (seeking === 'manager' && isOpen) return bosses(office, org)
        const context = await cachedContext(office, await gateway.identity(org), opportunityId)
        if (isOpen) return context ? suggestions(office, org, { context, seeking }) : []
        const found = await gateway.searchUsers(org, text)
        const fits = fitting(seeking)
        return withReasons(found, (userId, title) => ({
          ...(context ? nearnessIn(context, userId) : stranger),
          titleFits: fits(title),
        }))
      }),
    'users.contacts': ({ opportunityId, text }, caller) =>
      outcomeOf(async () => {
        const org = await whereabouts.org(caller)
        const { deal } = await recentContext(office, org, opportunityId)
        return [...(await gateway.searchContacts(org, { accountId: deal.accountId, text }))]
      }),
  }
}

async function bosses({ gateway }: Office, org: Org): Promise<FoundUser[]> {
  const words = ['Your manager', 'Your manager’s manager']
  return (await gateway.managers(org)).map((user, at) =>
    Object.assign({ why: words[at] ?? '' }, user),
  )
}

interface Sought {
  readonly context: Context
  readonly seeking: Seeking
}

async function suggestions({ gateway }: Office, org: Org, { context, seeking }: Sought) {
  const { deal, handoffs } = context
  const titles = titlesFor(seeking)
  const account = String(deal.fields['Account.OwnerId'] ?? '')
  const past = handoffs.flatMap(({ incoming }) => incoming?.userId ?? [])
  const near = [deal.owner.userId, account, ...deal.team.map(({ userId }) => userId), ...past]
  const ids = [...new Set(near)].filter((id) => id !== '' && id !== context.identity.userId)
  const asked = { accountId: deal.accountId, ids, titles }
  const colleagues = await gateway.colleagues(org, asked)
  const users = new Map(colleagues.users.toReversed().map((user) => [user.userId, user]))
  return withReasons([...users.values()], (userId, title) => ({
    ...nearnessIn(context, userId),
    ...nearnessAmong(colleagues, userId),
    titleFits: fitting(seeking)(title),
  }))
}

const titlesFor = (seeking: Seeking) =>
  seeking === undefined || seeking === 'manager' ? [] : fittingTitles[seeking]

const fitting = (seeking: Seeking) => (title: string) =>
  titlesFor(seeking).some((part) => title.toLowerCase().includes(part))

function nearnessIn({ deal, handoffs }: Context, userId: string): Closeness {
  return {
    ...stranger,
    dealTeam: deal.team.find((one) => one.userId === userId)?.role ?? null,
    ownsDeal: deal.owner.userId === userId,
    ownsAccount: String(deal.fields['Account.OwnerId'] ?? '').slice(0, 15) === userId.slice(0, 15),
    before: handoffs.find(({ incoming }) => incoming?.userId === userId)?.name ?? null,
  }
}

const nearnessAmong = ({ accountTeam, tookOver, inHand }: Colleagues, userId: string) => ({
  accountTeam: accountTeam.get(userId) ?? null,
  tookOver: tookOver.get(userId) ?? 0,
  inHand: inHand.get(userId) ?? 0,
})

/** The nearest first; among equals the order stays. */
function withReasons(
  found: readonly Omit<FoundUser, 'why'>[],
  nearOf: (userId: string, title: string) => Closeness,
): FoundUser[] {
  return found
    .map((user) => ({ user, near: nearOf(user.userId, user.title) }))
    .toSorted((a, b) => nearness(b.near) - nearness(a.near))
    .map(({ user, near }) => Object.assign({ why: reasonsFor(near).join(' · ') }, user))
}

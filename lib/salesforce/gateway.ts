import type { PeopleAsked } from './deal-now.ts'
import type { Plan } from '#lib/handoff/plan.ts'
import { asUser } from './as-user.ts'
import type { CalendarRequest } from './calendars.ts'
import type { RememberedShape } from './describe.ts'
import type { DeployMode } from './deployment.ts'
import type { ColleaguesRequest } from './colleagues.ts'
import type { ContactSearch } from './contacts.ts'
import type { AccessRequest } from './record-access.ts'
import { SalesforceError } from './salesforce-error.ts'
import { type Identity, otherOrg, otherUser } from './identity.ts'
import type { Org } from './org-host.ts'
import type { RecordsOfType } from './offered-values.ts'
import type { OrgNames, WorkPorts } from './org-names.ts'
import type { HistoryRequest } from './read-history.ts'
import type { OwnersScope } from './read-owners.ts'
import type { OverviewRequest } from './overview.ts'
import type { TransferRequest } from './read-transfer.ts'
import { shared } from './shared.ts'
import { sessionOf } from './session-of.ts'
import { knownUser, type SignedIn, type SignInPorts } from './signed-in.ts'

/** What is done in Salesforce once somebody is signed in; a worker that is only asked for what lies here does without it. */
const loadWork = async () => (await import('./gateway-work.ts')).gatewayWork
type Work = Awaited<ReturnType<typeof loadWork>>

/** What outlasts a call: the shapes of objects, as one user sees them. */
export interface ShapeStore {
  readonly read: (user: Identity) => Promise<readonly RememberedShape[]>
  readonly keep: (user: Identity, shapes: readonly RememberedShape[], at: string) => Promise<void>
}

/** Everything the gateway needs from outside. */
export interface GatewayPorts extends SignInPorts {
  readonly names: OrgNames
  readonly shapes: ShapeStore
  /** ISO 8601. */
  readonly now: () => string
  /** Called with each refusal: a limit that one call meets concerns all others. */
  readonly refused?: (error: SalesforceError) => void
}

/** Salesforce in the domain's words. Every method throws `SalesforceError` when Salesforce refuses. */
export function createGateway(ports: GatewayPorts) {
  const as = actingWith(ports)
  const doing = workingWith(ports, as)
  return {
    /** Who is signed in to the org. */
    identity: shared(
      ({ apiHost }: Org) => apiHost,
      (org) => as(org, async ({ identity }) => identity),
    ),
    /** The same as far as it is known without asking Salesforce; null where it is not. Throws when nobody is signed in. */
    known: async (org: Org) => knownUser(await sessionOf(org, ports), ports),
    /** Everything about one opportunity, in one call. */
    context: (org: Org, opportunityId: string) =>
      doing(org, (user, work, named) => work.readContext(named, user, opportunityId)),
    /** One handoff with everything in it. */
    handoff: (org: Org, id: string) =>
      doing(org, (user, work, named) => work.readOne(named, user, id)),
    /** Everything that waits for the user or was sent by them, in one query; and how much of the day's calls is used. */
    pending: (org: Org) => doing(org, (user, work, named) => work.pending(named, user)),
    /** The user's own deals without a handoff, in one query: the most urgent, or those in which a text is found. */
    ownDeals: (org: Org, text?: string) =>
      doing(org, (user, work, named) => work.ownDeals(named, user, text)),
    /** The deals that were last handed over and last won, in one call. */
    pastDeals: (org: Org) => doing(org, (user, work, { names }) => work.readPastDeals(user, names)),
    /** A page of a deal's history, in one call. */
    history: (org: Org, asked: Pick<HistoryRequest, 'opportunityId' | 'page'>) =>
      doing(org, (user, work, named) => work.history(named, user, asked)),
    /** The whole text of one thing in it. */
    historyText: (org: Org, asked: { readonly object: string; readonly id: string }) =>
      doing(org, (user, work) => work.readHistoryText(user, asked)),
    /** What a manager looks at: handoffs, their log and the stages of their deals, in three queries. */
    overview: (org: Org, asked: Pick<OverviewRequest, 'scope' | 'since'>) =>
      doing(org, (user, work, named) => work.overview(named, user, asked)),
    ...departures(doing),
    ...theOrg(doing),
    ...searches(doing),
    /** Whether the user is the manager of a handoff. */
    manages: (org: Org, handoffId: string) =>
      doing(org, (user, work, { names }) => work.manages(user, names, handoffId)),
    /** Whether somebody can open a record; null where that is not told. */
    access: (org: Org, asked: AccessRequest) =>
      doing(org, (user, work) => work.readAccess(user, asked)),
    /** When some people are busy, as far as this user may see it. */
    calendars: (org: Org, asked: CalendarRequest) =>
      doing(org, (user, work) => work.readCalendars(user, asked)),
    /** What a change of the deal's owner would meet, in one call. */
    transfer: (org: Org, asked: Pick<TransferRequest, 'handoffId' | 'opportunityId' | 'toId'>) =>
      doing(org, (user, work, named) => work.transfer(named, user, asked)),
    /** What an opportunity holds at this moment. */
    dealNow: (org: Org, opportunityId: string, people?: PeopleAsked) =>
      doing(org, (user, work, named) => work.dealNow(named, user, { opportunityId, people })),
    ...administration(doing),
    /** Carries out a plan as this user and nobody else. */
    write: (org: Org, owner: Bound, plan: Plan) =>
      doing(org, (user, work, named) => work.write(named, checked(user, owner), plan)),
    /** What became of a plan whose answer was lost. */
    settle: (org: Org, owner: Bound, plan: Plan) =>
      doing(org, (user, work, named) => work.settle(named, checked(user, owner), plan)),
  }
}
export type Gateway = ReturnType<typeof createGateway>

type As = <Result>(org: Org, todo: (user: SignedIn) => Promise<Result>) => Promise<Result>

function actingWith(ports: GatewayPorts): As {
  return (org, todo) =>
    asUser(org, ports, todo).catch((error: unknown) => {
      if (error instanceof SalesforceError) ports.refused?.(error)
      throw error
    })
}

type Doing = <Result>(
  org: Org,
  todo: (user: SignedIn, work: Work, ports: WorkPorts) => Promise<Result>,
) => Promise<Result>

function workingWith(ports: GatewayPorts, as: As): Doing {
  return (org, todo) =>
    as(org, async (user) => {
      const work = await loadWork()
      return work.underNames(org, ports, (named) => todo(user, work, named))
    })
}

/** What is asked when somebody leaves. */
function departures(doing: Doing) {
  return {
    /** What they have to hand over, in one call. */
    book: (org: Org, ownerId: string) =>
      doing(org, (user, work, named) => work.book(named, user, ownerId)),
    /** Who may have something to hand over, in two queries. */
    owners: (org: Org, scope: OwnersScope) =>
      doing(org, (user, work) => work.readOwners(user, scope)),
  }
}

/** What the org is like, whatever the deal. */
function theOrg(doing: Doing) {
  return {
    /** The text of a file of the org. */
    file: (org: Org, path: string) => doing(org, (user, work) => work.readOrgFile(user, path)),
    /** The one currency of the org, if it has but one. */
    money: (org: Org) => doing(org, (user, work, named) => work.money(named, user)),
    /** What the picklists of an object offer for records of a type. */
    offered: (org: Org, asked: RecordsOfType) =>
      doing(org, (user, work) => work.readOffered(user, asked)),
  }
}

/** How people are found. */
function searches(doing: Doing) {
  return {
    /** Active colleagues that the text finds, and the user too where that is wanted. */
    searchUsers: (org: Org, text: string, isSelfToo?: boolean) =>
      doing(org, (user, work) => work.searchUsers(user, text, isSelfToo)),
    /** Who could take a deal over and how near they are to it, in one call. */
    colleagues: (org: Org, asked: ColleaguesRequest) =>
      doing(org, (user, work, { names }) => work.readColleagues(user, names, asked)),
    /** The user's manager, and theirs. */
    managers: (org: Org) => doing(org, (user, work) => work.managersOf(user)),
    /** Contacts who could play a part in a deal. */
    searchContacts: (org: Org, asked: ContactSearch) =>
      doing(org, (user, work, named) => work.contacts(named, user, asked)),
  }
}

/** What administrators do. */
function administration(doing: Doing) {
  return {
    /** What the org offers this user. */
    examine: (org: Org) => doing(org, (user, work, { names }) => work.readOrgFacts(user, names)),
    /** Hands the package to the org; `deployment` tells how far it is. */
    deploy: (org: Org, zip: Blob, mode: DeployMode) =>
      doing(org, (user, work) => work.startDeployment(user, zip, mode)),
    deployment: (org: Org, id: string) => doing(org, (user, work) => work.readDeployment(user, id)),
    /** Gives a permission set to users, as an administrator may. */
    assign: (org: Org, set: string, userIds: readonly string[]) =>
      doing(org, (user, work) => work.assignPermissionSet(user, set, userIds)),
  }
}

/** The org and user that an operation was made under. */
export interface Bound {
  readonly orgId: string
  readonly userId: string
}

/** Refuses to act for anybody but the user whose operation it is. */
function checked(user: SignedIn, { orgId, userId }: Bound): SignedIn {
  const { identity } = user
  if (identity.orgId !== orgId) throw otherOrg(identity)
  if (identity.userId !== userId) throw otherUser(identity)
  return user
}

import type { Plan } from '#lib/handoff/plan.ts'
import { asUser } from './as-user.ts'
import { assignPermissionSet } from './assignments.ts'
import { type ColleaguesRequest, readColleagues } from './colleagues.ts'
import { readDealNow } from './deal-now.ts'
import type { RememberedShape, Shape } from './describe.ts'
import { type DeployMode, readDeployment, startDeployment } from './deployment.ts'
import { byObject } from './describe-parts.ts'
import { SalesforceError } from './salesforce-error.ts'
import { type Identity, otherOrg, otherUser } from './identity.ts'
import { manages } from './manages.ts'
import type { Names } from './names.ts'
import { readHandoffById } from './one-handoff.ts'
import { openContext } from './open-context.ts'
import type { Org } from './org-host.ts'
import { readHistoryText } from './history-text.ts'
import { type HistoryRequest, readHistory } from './read-history.ts'
import { readOrgMoney } from './org-money.ts'
import { type OverviewRequest, readOverview } from './overview.ts'
import { readOrgFacts } from './org-facts.ts'
import { readPending } from './pending.ts'
import type { SignedIn, SignInPorts } from './signed-in.ts'
import { managersOf, searchUsers } from './users.ts'
import { settlePlan, writePlan } from './write-plan.ts'

/** What outlasts a call: the shapes of objects, as one user sees them. */
export interface ShapeStore {
  readonly read: (user: Identity) => Promise<readonly RememberedShape[]>
  readonly keep: (user: Identity, shapes: readonly RememberedShape[], at: string) => Promise<void>
}

/** Everything the gateway needs from outside. */
export interface GatewayPorts extends SignInPorts {
  readonly names: Names
  readonly shapes: ShapeStore
  /** ISO 8601. */
  readonly now: () => string
  /** Called with each refusal: a limit that one call meets concerns all others. */
  readonly refused?: (error: SalesforceError) => void
}

/** Salesforce in the domain's words. Every method throws `SalesforceError` when Salesforce refuses. */
export function createGateway(ports: GatewayPorts) {
  const { names } = ports
  const as = <Result>(org: Org, work: (user: SignedIn) => Promise<Result>) =>
    asUser(org, ports, work).catch((error: unknown) => {
      if (error instanceof SalesforceError) ports.refused?.(error)
      throw error
    })
  return {
    /** Who is signed in to the org. */
    identity: (org: Org) => as(org, async ({ identity }) => identity),
    /** Everything about one opportunity, in one call. */
    context: (org: Org, opportunityId: string) =>
      as(org, (user) => readContext(ports, user, opportunityId)),
    /** One handoff with everything in it. */
    handoff: (org: Org, id: string) => as(org, (user) => readOne(ports, user, id)),
    /** Everything that waits for the user or was sent by them, in one query; and how much of the day's calls is used. */
    pending: (org: Org) => as(org, (user) => pending(ports, user)),
    /** A page of a deal's history, in one call. */
    history: (org: Org, asked: Pick<HistoryRequest, 'opportunityId' | 'page'>) =>
      as(org, (user) => history(ports, user, asked)),
    /** The whole text of one thing in it. */
    historyText: (org: Org, asked: { readonly object: string; readonly id: string }) =>
      as(org, (user) => readHistoryText(user, asked)),
    /** What a manager looks at: handoffs and their log, in two queries. */
    overview: (org: Org, asked: Pick<OverviewRequest, 'scope' | 'since'>) =>
      as(org, (user) => overview(ports, user, asked)),
    /** Active colleagues that the text finds. */
    searchUsers: (org: Org, text: string) => as(org, (user) => searchUsers(user, text)),
    /** Who could take a deal over and how near they are to it, in one call. */
    colleagues: (org: Org, asked: ColleaguesRequest) =>
      as(org, (user) => readColleagues(user, names, asked)),
    /** The user's manager, and theirs. */
    managers: (org: Org) => as(org, managersOf),
    /** Whether the user is the manager of a handoff. */
    manages: (org: Org, handoffId: string) => as(org, (user) => manages(user, names, handoffId)),
    /** The one currency of the org, if it has but one. */
    money: (org: Org) => as(org, readOrgMoney),
    /** What an opportunity holds at this moment. */
    dealNow: (org: Org, opportunityId: string) =>
      as(org, (user) => readDealNow(user, opportunityId)),
    /** What the org offers this user. */
    examine: (org: Org) => as(org, (user) => readOrgFacts(user, names)),
    /** Hands the package to the org; `deployment` tells how far it is. */
    deploy: (org: Org, zip: Blob, mode: DeployMode) =>
      as(org, (user) => startDeployment(user, zip, mode)),
    deployment: (org: Org, id: string) => as(org, (user) => readDeployment(user, id)),
    /** Gives a permission set to users, as an administrator may. */
    assign: (org: Org, set: string, userIds: readonly string[]) =>
      as(org, (user) => assignPermissionSet(user, set, userIds)),
    /** Carries out a plan as this user and nobody else. */
    write: (org: Org, owner: Bound, plan: Plan) =>
      as(org, (user) => write(ports, checked(user, owner), plan)),
    /** What became of a plan whose answer was lost. */
    settle: (org: Org, owner: Bound, plan: Plan) =>
      as(org, (user) => settlePlan(checked(user, owner), names, plan)),
  }
}
export type Gateway = ReturnType<typeof createGateway>

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

async function readContext(ports: GatewayPorts, user: SignedIn, opportunityId: string) {
  const { names, shapes } = ports
  const { identity, version, connection } = user
  const now = ports.now()
  const remembered = await shapes.read(identity)
  const request = { opportunityId, identity, version, names, now, remembered }
  try {
    const opened = await openContext(connection, request)
    await shapes.keep(identity, opened.shapes, now)
    return opened.context
  } catch (error) {
    // "Unchanged" is said of an object, not of what a user may see of it: after new rights, ask anew.
    if (error instanceof SalesforceError && error.kind === 'no-permission')
      await shapes.keep(identity, [], now)
    throw error
  }
}

async function write({ names, shapes }: GatewayPorts, user: SignedIn, plan: Plan) {
  const remembered = await shapes.read(user.identity)
  return writePlan(user, { names, shapes: byObject(remembered) }, plan)
}

async function history(
  { shapes, now }: GatewayPorts,
  user: SignedIn,
  asked: Pick<HistoryRequest, 'opportunityId' | 'page'>,
) {
  const remembered = await shapes.read(user.identity)
  return readHistory(user, { ...asked, now: now(), remembered })
}

async function readOne({ names, shapes }: GatewayPorts, user: SignedIn, id: string) {
  const remembered = await shapes.read(user.identity)
  return readHandoffById(user, { names, shapes: byObject(remembered), id })
}

async function pending(ports: GatewayPorts, user: SignedIn) {
  const { names, shapes, now } = ports
  const remembered = await shapes.read(user.identity)
  const request = { names, shapes: byObject(remembered), now: now() }
  const { items, shape } = await readPending(user, request)
  await remember(ports, user, shape)
  return { items, identity: user.identity, usage: user.connection.usage() }
}

async function overview(
  ports: GatewayPorts,
  user: SignedIn,
  asked: Pick<OverviewRequest, 'scope' | 'since'>,
) {
  const remembered = await ports.shapes.read(user.identity)
  const request = { names: ports.names, shapes: byObject(remembered), ...asked }
  const { shape, ...read } = await readOverview(user, request)
  await remember(ports, user, shape)
  return read
}

/** Keeps the shape of an object that had to be described on the way. */
async function remember(
  { shapes, now }: GatewayPorts,
  { identity }: SignedIn,
  shape: Shape | null,
) {
  if (shape === null) return
  const { object } = shape
  const others = (await shapes.read(identity)).filter((one) => one.object !== object)
  await shapes.keep(identity, [...others, { object, lastModified: '', shape }], now())
}

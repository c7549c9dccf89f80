import type { Plan } from '#lib/handoff/plan.ts'
import { assignPermissionSet } from './assignments.ts'
import { readCalendars } from './calendars.ts'
import { readColleagues } from './colleagues.ts'
import { type ContactSearch, searchContacts } from './contacts.ts'
import { type DealAsked, readDealNow } from './deal-now.ts'
import { readDeployment, startDeployment } from './deployment.ts'
import { type Shape, shapeOf } from './describe.ts'
import { byObject } from './describe-parts.ts'
import { readHistoryText } from './history-text.ts'
import { manages } from './manages.ts'
import { readHandoffById } from './one-handoff.ts'
import { openContext } from './open-context.ts'
import { readOrgFacts } from './org-facts.ts'
import { readOrgFile } from './org-file.ts'
import { readOrgMoney } from './org-money.ts'
import { readOffered } from './offered-values.ts'
import { underNames, type WorkPorts } from './org-names.ts'
import { readOwnDeals } from './own-deals.ts'
import { type OverviewRequest, readOverview } from './overview.ts'
import { readPastDeals } from './past-deals.ts'
import { readPending } from './pending.ts'
import { readBook } from './read-book.ts'
import { type HistoryRequest, readHistory } from './read-history.ts'
import { readOwners } from './read-owners.ts'
import { SalesforceError } from './salesforce-error.ts'
import { readTransfer, type TransferRequest } from './read-transfer.ts'
import { shaped } from './shaped.ts'
import type { SignedIn } from './signed-in.ts'
import { readAccess } from './record-access.ts'
import { managersOf, searchUsers } from './users.ts'
import { settlePlan, writePlan } from './write-plan.ts'

/** What the gateway does in Salesforce, as a user who is signed in. Loaded with the first call. */
export const gatewayWork = {
  readContext,
  readOne,
  pending,
  history,
  overview,
  ownDeals,
  book,
  readOwners,
  transfer,
  write,
  contacts,
  assignPermissionSet,
  managersOf,
  manages,
  money,
  readAccess,
  readCalendars,
  readColleagues,
  dealNow,
  readDeployment,
  readHistoryText,
  readOffered,
  readOrgFacts,
  readOrgFile,
  readPastDeals,
  searchUsers,
  settle,
  startDeployment,
  underNames,
}

async function readContext(ports: WorkPorts, user: SignedIn, opportunityId: string) {
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

async function write({ names, shapes }: WorkPorts, user: SignedIn, plan: Plan) {
  const remembered = await shapes.read(user.identity)
  return writePlan(user, { names, shapes: byObject(remembered) }, plan)
}

/** The shapes of objects are read for both: they say which fields hold HTML. */
async function dealNow({ shapes }: WorkPorts, user: SignedIn, asked: Omit<DealAsked, 'shapes'>) {
  return readDealNow(user, { ...asked, shapes: byObject(await shapes.read(user.identity)) })
}

async function settle({ names, shapes }: WorkPorts, user: SignedIn, plan: Plan) {
  return settlePlan(user, { names, shapes: byObject(await shapes.read(user.identity)) }, plan)
}

async function history(
  { shapes, now }: WorkPorts,
  user: SignedIn,
  asked: Pick<HistoryRequest, 'opportunityId' | 'page'>,
) {
  const remembered = await shapes.read(user.identity)
  return readHistory(user, { ...asked, now: now(), remembered })
}

async function transfer(
  { names, shapes, now }: WorkPorts,
  user: SignedIn,
  asked: Pick<TransferRequest, 'handoffId' | 'opportunityId' | 'toId'>,
) {
  const remembered = await shapes.read(user.identity)
  return readTransfer(user, { ...asked, names, shapes: byObject(remembered), now: now() })
}

async function contacts({ shapes }: WorkPorts, user: SignedIn, asked: ContactSearch) {
  return searchContacts(user, byObject(await shapes.read(user.identity)), asked)
}

async function readOne(ports: WorkPorts, user: SignedIn, id: string) {
  const { names } = ports
  const request = { names, shapes: byObject(await ports.shapes.read(user.identity)) }
  const { read, described } = await shaped(user, request, (shapes) =>
    readHandoffById(user, { names, shapes, id }),
  )
  await remember(ports, user, described)
  return read
}

async function pending(ports: WorkPorts, user: SignedIn) {
  const { names, shapes, now } = ports
  const remembered = await shapes.read(user.identity)
  const request = { names, shapes: byObject(remembered), now: now() }
  const { items, described } = await readPending(user, request)
  await remember(ports, user, described)
  return { items, identity: user.identity, usage: user.connection.usage() }
}

async function ownDeals(ports: WorkPorts, user: SignedIn, text?: string) {
  const shapes = byObject(await ports.shapes.read(user.identity))
  const { deals, described } = await readOwnDeals(user, { names: ports.names, shapes, text })
  await remember(ports, user, described)
  return { deals, identity: user.identity }
}

async function book(ports: WorkPorts, user: SignedIn, ownerId: string) {
  const shapes = byObject(await ports.shapes.read(user.identity))
  const { described, ...read } = await readBook(user, { names: ports.names, shapes, ownerId })
  await remember(ports, user, described)
  return read
}

/** Where each deal names its own currency, lists ask for it once they know that there is such a field. */
async function money(ports: WorkPorts, user: SignedIn) {
  const known = await readOrgMoney(user)
  const { Opportunity: shape } = byObject(await ports.shapes.read(user.identity))
  if (known?.several && !shape) {
    const path = '/sobjects/Opportunity/describe'
    const shapeNow = shapeOf(await user.connection.call({ method: 'GET', path }))
    await remember(ports, user, shapeNow ? [shapeNow] : [])
  }
  return known
}

async function overview(
  ports: WorkPorts,
  user: SignedIn,
  asked: Pick<OverviewRequest, 'scope' | 'since'>,
) {
  const remembered = await ports.shapes.read(user.identity)
  const request = { names: ports.names, shapes: byObject(remembered), ...asked }
  const { described, ...read } = await readOverview(user, request)
  await remember(ports, user, described)
  return read
}

/** Keeps the shapes of objects that had to be described on the way. */
async function remember(
  { shapes, now }: WorkPorts,
  { identity }: SignedIn,
  described: readonly Shape[],
) {
  if (described.length === 0) return
  const news = described.map((shape) => ({ object: shape.object, lastModified: '', shape }))
  const others = (await shapes.read(identity)).filter(({ object }) =>
    described.every((shape) => shape.object !== object),
  )
  await shapes.keep(identity, [...others, ...news], now())
}

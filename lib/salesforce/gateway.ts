import { asUser } from './as-user.ts'
import type { RememberedShape } from './describe.ts'
import type { Names } from './names.ts'
import { openContext } from './open-context.ts'
import type { Org } from './org-host.ts'
import type { SignedIn, SignInPorts } from './signed-in.ts'

/** What outlasts a call: the shapes of objects, as one user sees them. */
export interface ShapeStore {
  readonly read: (user: SignedIn['identity']) => Promise<readonly RememberedShape[]>
  readonly keep: (
    user: SignedIn['identity'],
    shapes: readonly RememberedShape[],
    at: string,
  ) => Promise<void>
}

/** Everything the gateway needs from outside. */
export interface GatewayPorts extends SignInPorts {
  readonly names: Names
  readonly shapes: ShapeStore
  /** ISO 8601. */
  readonly now: () => string
}

/** Salesforce in the domain's words. Every method throws `SalesforceError` when Salesforce refuses. */
export function createGateway(ports: GatewayPorts) {
  return {
    /** Who is signed in to the org. */
    identity: (org: Org) => asUser(org, ports, async ({ identity }) => identity),
    /** Everything about one opportunity, in one call. */
    context: (org: Org, opportunityId: string) =>
      asUser(org, ports, (user) => readContext(ports, user, opportunityId)),
  }
}
export type Gateway = ReturnType<typeof createGateway>

async function readContext(ports: GatewayPorts, user: SignedIn, opportunityId: string) {
  const { names, shapes } = ports
  const { identity, version, connection } = user
  const now = ports.now()
  const remembered = await shapes.read(identity)
  const request = { opportunityId, identity, version, names, now, remembered }
  const opened = await openContext(connection, request)
  await shapes.keep(identity, opened.shapes, now)
  return opened.context
}

import * as z from 'zod/mini'
import { connect, type Connection, type LoadJsforce } from './connection.ts'
import { askIdentity, type Identity, identitySchema } from './identity.ts'
import type { Org } from './org-host.ts'
import { shared } from './shared.ts'
import { SalesforceError } from './salesforce-error.ts'
import type { Session } from './session.ts'
import type { SessionPorts } from './session-of.ts'
import type { Fetch } from './transport.ts'
import { negotiatedVersion } from './versions.ts'

/** Everything outside that a session depends on. */
export interface SignInPorts extends SessionPorts {
  readonly loadJsforce: LoadJsforce
  readonly isOnline: () => boolean
  /** Called when a session that held until now is found to be over. */
  readonly sessionOver?: () => void
}

/** A user of an org, ready to call it. */
export interface SignedIn {
  readonly identity: Identity
  readonly version: string
  readonly connection: Connection
}

const rememberedSchema = z.object({ identity: identitySchema, version: z.string() })
type Remembered = z.infer<typeof rememberedSchema>

/**
 * Who the user of a session is. Salesforce is asked once per session; the answer is kept under a hash
 * of the session, so another user in the same browser, or "log in as", is another answer. Throws
 * `SalesforceError`.
 */
export async function signIn(session: Session, ports: SignInPorts): Promise<SignedIn> {
  const key = await memoryKey(session)
  const known = rememberedSchema.safeParse(await ports.memory.get(key))
  const { identity, version } = known.data ?? (await introducedOnce({ key, session, ports }))
  return { identity, version, connection: connectAs(session, version, ports) }
}

/** Who the user of a session is, as far as Salesforce has said so before; null where it would have to be asked. */
export async function knownUser(
  session: Session,
  { memory }: Pick<SignInPorts, 'memory'>,
): Promise<Identity | null> {
  const known = rememberedSchema.safeParse(await memory.get(await memoryKey(session)))
  return known.data?.identity ?? null
}

/** Forgets who was signed in with this session of an org; resolves to whether anybody was known to be. */
export async function forgetToken(
  org: Org,
  token: string,
  { memory }: Pick<SignInPorts, 'memory'>,
): Promise<boolean> {
  const key = await memoryKey({ org, token })
  const wasKnown = (await memory.get(key)) !== undefined
  await memory.remove(key)
  return wasKnown
}

interface Stranger {
  readonly key: string
  readonly session: Session
  readonly ports: SignInPorts
}

const introducedOnce = shared(
  ({ key }: Stranger) => key,
  async ({ key, session, ports }) => {
    const remembered = await introduce(session, ports)
    await ports.memory.set(key, remembered)
    return remembered
  },
)

async function introduce(session: Session, ports: SignInPorts): Promise<Remembered> {
  const { org, orgPrefix } = session
  const version = await negotiatedVersion(org.apiHost, reachable(ports))
  const identity = await askIdentity(connectAs(session, version, ports), org)
  if (!identity.orgId.startsWith(orgPrefix))
    throw new SalesforceError('wrong-org', 'The session does not belong to the org that answered.')
  return { identity, version }
}

function connectAs({ org, token }: Session, version: string, ports: SignInPorts) {
  return connect({ host: org.apiHost, token, version }, reachable(ports), ports.loadJsforce)
}

/** Says "offline" at once rather than waiting for a network that is known to be down. */
function reachable({ fetch, isOnline }: SignInPorts): Fetch {
  return async (url, init) => {
    if (!isOnline()) throw new SalesforceError('offline', 'This computer is offline.')
    return fetch(url, init)
  }
}

/** The session itself is never a key: only its hash is stored. */
async function memoryKey({ org, token }: Pick<Session, 'org' | 'token'>): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  const hash = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `signed-in:${org.apiHost}:${hash}`
}

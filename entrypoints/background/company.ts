import * as z from 'zod/mini'
import { isOrgAllowed, type Policy, type PolicyReading, readPolicy } from '#lib/policy/policy.ts'
import type { Org } from '#lib/salesforce/org-host.ts'
import type { SignInRule } from '#lib/salesforce/session-of.ts'
import type { WorkerPorts } from './ports.ts'

type Ports = Pick<WorkerPorts, 'managed' | 'settings'>

/** What the company has decided, and within it the user. */
export function createCompany(ports: Ports) {
  return {
    /** The policy as it stands now: it may change while the browser runs. */
    reading: (): Promise<PolicyReading> => reading(ports),
    policy: async (): Promise<Policy> => (await reading(ports)).policy,
    /** How the user signs in to an org. */
    signInRule: (org: Org) => signInRule(ports, org),
    /** What the user has chosen for an org. */
    choice: (org: Org) => readChoice(ports, org),
    choose: ({ apiHost }: Org, choice: SignInChoice) =>
      ports.settings.set(choiceOf(apiHost), choice),
  }
}
export type Company = ReturnType<typeof createCompany>

const choiceSchema = z.object({
  way: z.enum(['session', 'oauth']),
  /** The consumer key of the org's External Client App; empty for none. */
  clientId: z.string(),
})
type SignInChoice = z.infer<typeof choiceSchema>

const choiceOf = (apiHost: string) => `sign-in:${apiHost}`

async function reading({ managed }: Ports): Promise<PolicyReading> {
  return readPolicy(await managed())
}

async function readChoice({ settings }: Ports, { apiHost }: Org): Promise<SignInChoice> {
  const chosen = choiceSchema.safeParse(await settings.get(choiceOf(apiHost)))
  return chosen.data ?? { way: 'session', clientId: '' }
}

async function signInRule(ports: Ports, org: Org): Promise<SignInRule> {
  const [{ policy }, own] = await Promise.all([reading(ports), readChoice(ports, org)])
  const { apiHost } = org
  if (!isOrgAllowed(policy, { apiHost })) return { way: 'forbidden' }
  const allows = (orgPrefix: string) => isOrgAllowed(policy, { apiHost, orgPrefix })
  const way = policy.signIn === 'user' ? own.way : policy.signIn
  if (way === 'session') return { way, allows }
  const clientId = clientOf(policy, org) ?? own.clientId
  return clientId === '' ? { way: 'unset' } : { way, clientId, allows }
}

/** The app that the company has set up for an org; null when it leaves that to the user. */
export function clientOf({ oauthClients }: Policy, { apiHost }: Org): string | null {
  return oauthClients.find(({ host }) => host.toLowerCase() === apiHost)?.clientId ?? null
}

import * as z from 'zod/mini'
import { bypasses } from '#lib/handoff/bypass-rule.ts'
import { nameSettingsSchema } from '#lib/salesforce/names.ts'

/** The answers that may leave this computer, by the narrowest circle of readers they may be meant for. */
const narrowestTiers = ['recipient', 'account-team', 'everyone'] as const

const days = z.number().check(z.int(), z.gte(0), z.lte(365))

/**
 * What a company decides for its people: one schema for each key of `storage.managed`. Chrome's own schema for
 * it is public/managed-schema.json.
 */
const parts = {
  /** My Domain hosts, such as `acme.my.salesforce.com`, or org ids; absent: any org. */
  allowedOrgs: z.optional(z.array(z.string())),
  /** How people sign in; `user` leaves it to them. */
  signIn: z.prefault(z.enum(['session', 'oauth', 'user']), 'user'),
  /** The consumer key of the External Client App of each org, by My Domain host. */
  oauthClients: z.prefault(
    z.array(z.object({ host: z.string(), clientId: z.string().check(z.minLength(1)) })),
    [],
  ),
  /** How our objects are called in an org, by My Domain host: with a namespace, or deployed under other names. */
  objectNames: z.prefault(z.array(z.extend(nameSettingsSchema, { host: z.string() })), []),
  /** Templates for everybody: each whole as JSON text, or the address of one in the org. */
  templates: z.prefault(
    z.array(
      z.union([z.strictObject({ template: z.string() }), z.strictObject({ url: z.string() })]),
    ),
    [],
  ),
  /** Keys of the templates that are offered, and no others; absent: all. */
  lockedTemplates: z.optional(z.array(z.string())),
  narrowestTier: z.prefault(z.enum(narrowestTiers), 'recipient'),
  /** Whether a handoff that is not complete may be sent when a manager stands behind it; a template may forbid it too. */
  bypass: z.prefault(z.enum(bypasses), 'with-manager'),
  /** Days until what was discarded, was sent, or was only a copy is forgotten. */
  keepTrashDays: z.prefault(days, 30),
  keepSentDays: z.prefault(days, 7),
  keepCopiesDays: z.prefault(days, 30),
  /** Whether anything may be worked on by a language model. */
  ai: z.prefault(z.boolean(), true),
} as const

const policySchema = z.object(parts)
export type Policy = z.infer<typeof policySchema>
export type PolicyKey = keyof Policy

/** What holds in the place of a part that cannot be read: an unreadable rule never loosens anything. */
const strictest = {
  allowedOrgs: [],
  signIn: 'oauth',
  oauthClients: [],
  objectNames: [],
  templates: [],
  lockedTemplates: [],
  narrowestTier: 'everyone',
  bypass: 'never',
  keepTrashDays: 0,
  keepSentDays: 0,
  keepCopiesDays: 0,
  ai: false,
} as const satisfies Policy

/** A policy as it was read: which parts the company has set, and which of those could not be understood. */
export interface PolicyReading {
  readonly policy: Policy
  readonly set: readonly PolicyKey[]
  readonly unreadable: readonly PolicyKey[]
}

export const policyKeys = Object.keys(parts).filter((key): key is PolicyKey => key in parts)

/** Reads what `storage.managed` holds, each part for itself. */
export function readPolicy(managed: Readonly<Record<string, unknown>>): PolicyReading {
  const set = policyKeys.filter((key) => managed[key] !== undefined)
  const unreadable = set.filter((key) => !parts[key].safeParse(managed[key]).success)
  const readable = set.filter((key) => !unreadable.includes(key))
  const policy = policySchema.parse({
    ...taken(readable, managed),
    ...structuredClone(taken(unreadable, strictest)),
  })
  return { policy, set, unreadable }
}

function taken(keys: readonly PolicyKey[], from: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(keys.map((key) => [key, from[key]]))
}

/** Whether the company lets Segue work with this org. Ids are compared without their last three characters. */
export function isOrgAllowed(
  { allowedOrgs }: Policy,
  org: { readonly apiHost: string; readonly orgPrefix?: string | undefined },
): boolean {
  if (!allowedOrgs) return true
  const ids = allowedOrgs.filter((each) => /^00D\w{12}(?:\w{3})?$/.test(each))
  if (allowedOrgs.some((each) => each.toLowerCase() === org.apiHost)) return true
  // Before the session is read only the host is known.
  if (org.orgPrefix === undefined) return ids.length > 0
  return ids.some((id) => id.slice(0, 15) === org.orgPrefix)
}

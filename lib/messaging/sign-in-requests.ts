import * as z from 'zod/mini'
import { policyKeys } from '#lib/policy/policy.ts'
import { orTrouble } from './or-trouble.ts'

const signInSchema = z.object({
  /** The org's API host, such as `acme.my.salesforce.com`. */
  host: z.string(),
  way: z.enum(['session', 'oauth']),
  /** The consumer key of the org's External Client App; empty for none. */
  clientId: z.string(),
  /** What the company has decided, so that the user cannot. */
  decided: z.object({ way: z.boolean(), clientId: z.boolean() }),
  /** With the org’s app, and not out since. */
  isSignedIn: z.boolean(),
  /** The callback address that the app has to name. */
  redirectUri: z.string(),
})

/** What a surface may ask about how the user signs in, and what the company has decided. */
export const signInRequests = {
  'sign-in.read': { params: z.object({}), answer: orTrouble(signInSchema) },
  /** What the company has decided counts, whatever is chosen. */
  'sign-in.choose': {
    params: z.strictObject({ way: z.enum(['session', 'oauth']), clientId: z.string() }),
    answer: orTrouble(z.object({})),
  },
  /** Opens Salesforce's own window to sign in with the org's app. */
  'sign-in.begin': { params: z.object({}), answer: orTrouble(z.object({})) },
  'sign-in.end': { params: z.object({}), answer: orTrouble(z.object({})) },
  /** What the company has decided, by the names of its policy. */
  'policy.read': {
    params: z.object({}),
    answer: z.object({
      set: z.array(z.object({ key: z.enum(policyKeys), value: z.unknown() })),
      unreadable: z.array(z.enum(policyKeys)),
      /** Addresses of templates that have not given one. */
      missing: z.array(z.string()),
    }),
  },
} as const

import * as z from 'zod/mini'
import { type Person, recordIdSchema } from '#lib/handoff/primitives.ts'
import type { Connection } from './connection.ts'
import type { Org } from './org-host.ts'
import { wholeId } from './record-id.ts'
import { SalesforceError } from './salesforce-error.ts'

/** A Salesforce id of 15 or 18 characters; always 18 afterwards. */
const idSchema = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const id = wholeId(text)
    if (id !== null) return id
    context.issues.push({ code: 'custom', message: 'not a record id', input: text })
    return z.NEVER
  }),
)

/** Who the user is to Salesforce, and where. */
export const identitySchema = z.object({
  orgId: recordIdSchema,
  userId: recordIdSchema,
  userName: z.string(),
  orgName: z.string(),
  /** Host of the API, such as `acme.my.salesforce.com`. */
  host: z.string(),
  /** Origin of the pages, such as `https://acme.lightning.force.com`. */
  lightningOrigin: z.string(),
  locale: z.string(),
  timeZone: z.string(),
})
export type Identity = z.infer<typeof identitySchema>

/** The user as the domain names people. */
export function asPerson({ userId, userName }: Pick<Identity, 'userId' | 'userName'>): Person {
  return { userId, name: userName }
}

const userInfoSchema = z.object({
  user_id: idSchema,
  organization_id: idSchema,
  name: z.string(),
  locale: z.prefault(z.string(), 'en-US'),
  zoneinfo: z.prefault(z.string(), 'UTC'),
})

/** Asks Salesforce whose session this is. */
export async function askIdentity(connection: Connection, org: Org): Promise<Identity> {
  const answer = userInfoSchema.safeParse(
    await connection.call({ method: 'GET', path: '/services/oauth2/userinfo' }),
  )
  if (!answer.success)
    throw new SalesforceError('unreachable', 'Salesforce did not say who you are.')
  const { user_id: userId, organization_id: orgId, name, locale, zoneinfo } = answer.data
  return {
    orgId,
    userId,
    userName: name,
    orgName: orgNameOf(org),
    host: org.apiHost,
    lightningOrigin: `https://${org.lightningHost}`,
    // Such as de_AT_EURO: the currency behind is none of a language tag.
    locale: locale.split('_', 2).join('-'),
    timeZone: zoneinfo,
  }
}

/** My Domain's name, such as `acme` or `acme--uat`: what the user sees in the address bar. */
function orgNameOf(org: Org): string {
  return org.apiHost.split('.')[0] ?? org.apiHost
}

/** The trouble that an operation was made in another org than the one signed in to. */
export function otherOrg({ orgName }: Identity): SalesforceError {
  return new SalesforceError('wrong-org', `You are now signed in to ${orgName}.`)
}

/** The trouble that an operation was made by another user than the one signed in. */
export function otherUser({ userName }: Identity): SalesforceError {
  return new SalesforceError('wrong-user', `You are now signed in as ${userName}.`)
}
